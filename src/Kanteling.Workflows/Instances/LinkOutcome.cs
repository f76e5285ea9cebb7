namespace Kanteling.Workflows.Instances;

/// <summary>How the message of a link ended, as the stream that asked keeps it. Whatever is not the first takes the link back.</summary>
public static class LinkOutcome
{
    public const string Linked = "Linked";
    public const string Refused = "Refused";
}
