namespace Kanteling.Workflows.Storage.Registers;

/// <summary>Somebody looked at a dossier.</summary>
public sealed class DossierRead
{
    /// <summary>Its number in the feed; on PostgreSQL the last part of its position.</summary>
    public long Position { get; init; }

    public required UserId UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StreamId Stream { get; init; }

    /// <summary>Null for the household as a whole.</summary>
    public DossierId? Dossier { get; init; }

    /// <summary>Which page or document.</summary>
    public required string What { get; init; }
}
