namespace Kanteling.Workflows.Timers;

/// <summary>
/// Why a message could not be delivered at all. Stored as the <c>reason</c> in the body of a reply and written to the log:
/// never rename one. No page shows it; people read the sentence of the incident, <see cref="RefusalCode.RequestSpent"/>.
/// </summary>
static class NotAskedReason
{
    /// <summary>It was tried as often as is allowed; attempts that never came to an end count too.</summary>
    public const string AttemptsSpent = "ATTEMPTS_SPENT";

    /// <summary>The address is at no origin that this installation allows.</summary>
    public const string HostNotAllowed = "HOST_NOT_ALLOWED";

    /// <summary>The message says nothing that can be sent.</summary>
    public const string MessageEmpty = "MESSAGE_EMPTY";

    /// <summary>The secret is unknown, or belongs to another origin.</summary>
    public const string SecretNotForHost = "SECRET_NOT_FOR_HOST";
}
