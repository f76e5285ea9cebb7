namespace Kanteling.Workflows.Storage.Registers;

/// <summary>
/// A form that somebody has half filled in. Personal content: no audit row keeps a copy of it, and erasing content of
/// its stream removes it.
/// </summary>
public sealed class Draft
{
    public required StreamId Stream { get; init; }

    public required TaskId Task { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>JSON text.</summary>
    public required string Answers { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}
