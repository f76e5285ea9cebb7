namespace Kanteling.Workflows.Storage.Registers;

/// <summary>How often signing in went wrong for somebody or somewhere.</summary>
sealed class SignInCount
{
    /// <summary>Keyed hash of what is counted.</summary>
    public required string Key { get; init; }

    /// <summary>Attempts that were taken and did not prove right.</summary>
    public long Failures { get; init; }

    /// <summary>When counting began.</summary>
    public DateTimeOffset SinceAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>Before it no attempt is looked at.</summary>
    public DateTimeOffset FreeAt { get; init; }
}
