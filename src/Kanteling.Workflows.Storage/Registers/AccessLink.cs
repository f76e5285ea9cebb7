namespace Kanteling.Workflows.Storage.Registers;

/// <summary>With what somebody may choose a password, once and not for long. A user has one at most; a new one takes its place.</summary>
public sealed class AccessLink : RegisterRow
{
    public required UserId UserId { get; init; }

    /// <summary>SHA-256 of what stands in the link, in hex.</summary>
    public required string LinkHash { get; set; }

    public required ActorId MadeBy { get; set; }

    public required DateTimeOffset MadeAt { get; set; }

    public required DateTimeOffset Until { get; set; }
}
