namespace Kanteling.Workflows.Storage.Registers;

/// <summary>Somebody without a relation looked into a household because he had to. Goes with the household when that is destroyed.</summary>
public sealed class EmergencyAccess
{
    /// <summary>Random.</summary>
    public required string Id { get; init; }

    public required UserId UserId { get; init; }

    public required StreamId Stream { get; init; }

    /// <summary>Why, in his own words.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When it ends by itself; earlier when he closed it.</summary>
    public required DateTimeOffset Until { get; set; }
}

/// <summary>Who is told of an <see cref="EmergencyAccess"/>.</summary>
public sealed class EmergencyNotice
{
    public required string Access { get; init; }

    public required UserId UserId { get; init; }

    public required StreamId Stream { get; init; }

    /// <summary>When he said that he had seen it.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}
