namespace Kanteling.Workflows.Storage.Registers;

/// <summary>Who changed what in a register; written in the transaction of the change.</summary>
public sealed class RegisterChange
{
    /// <summary>Its number in the feed; on PostgreSQL the last part of its position.</summary>
    public long Position { get; init; }

    /// <summary>The table.</summary>
    public required string Register { get; init; }

    public required string RowKey { get; init; }

    /// <summary>added, changed or removed.</summary>
    public required string Kind { get; init; }

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>JSON: old and new value by column; of secrets only that they changed.</summary>
    public required string Details { get; init; }
}
