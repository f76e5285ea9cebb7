namespace Kanteling.Workflows.Timers;

/// <summary>How a delivery ended, as the sending stream keeps it. Those of an HTTP request are the ports of its activity.</summary>
public static class DeliveryOutcome
{
    /// <summary>An instance was started, or somebody took the event.</summary>
    public const string Delivered = "Delivered";

    /// <summary>Nobody wanted the event, also not within its time.</summary>
    public const string Unmatched = "Unmatched";

    /// <summary>The other side said no; the body names the codes.</summary>
    public const string Refused = "Refused";

    /// <summary>A status of 200 to 299.</summary>
    public const string Done = "Done";

    /// <summary>A status of 300 to 499; a redirect is not followed, because a secret would go with it.</summary>
    public const string ClientError = "ClientError";

    public const string ServerError = "ServerError";

    public const string TooLarge = "TooLarge";

    public const string Timeout = "Timeout";

    /// <summary>It could not be asked at all: not allowed, or nobody there at any attempt. The body says which; the step becomes an incident.</summary>
    public const string Spent = "Spent";
}

/// <summary>What one attempt at a message came to.</summary>
abstract record Delivery
{
    public sealed record Ended(string Outcome, int? Status = null, System.Text.Json.Nodes.JsonNode? Body = null) : Delivery;

    /// <param name="NotBefore">Case time.</param>
    public sealed record Later(DateTimeOffset NotBefore) : Delivery;
}
