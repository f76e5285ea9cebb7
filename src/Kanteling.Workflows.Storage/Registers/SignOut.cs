namespace Kanteling.Workflows.Storage.Registers;

/// <summary>How often all sessions of somebody were ended at once. A browser that knew him before the last time is a stranger again.</summary>
sealed class SignOut
{
    public required UserId UserId { get; init; }

    public long Times { get; init; }
}
