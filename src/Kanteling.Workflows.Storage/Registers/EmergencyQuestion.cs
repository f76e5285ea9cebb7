namespace Kanteling.Workflows.Storage.Registers;

/// <summary>Somebody asked in which household a person lives, to look into it without a relation. What was typed is not kept.</summary>
public sealed class EmergencyQuestion
{
    /// <summary>Random.</summary>
    public required string Id { get; init; }

    public required UserId UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in his own words; empty once a household that was shown is destroyed.</summary>
    public required string Reason { get; init; }
}

/// <summary>A household that the answer to an <see cref="EmergencyQuestion"/> had.</summary>
public sealed class EmergencyShown
{
    public required string Question { get; init; }

    public required StreamId Stream { get; init; }
}
