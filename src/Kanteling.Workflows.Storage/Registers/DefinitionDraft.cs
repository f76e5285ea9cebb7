namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A drawing that is not published yet; at most one per definition. Its document is kept here only: no audit row copies it.</summary>
public sealed class DefinitionDraft : RegisterRow
{
    public required DefinitionId DefinitionId { get; init; }

    /// <summary>The version that it will be.</summary>
    public required int Number { get; set; }

    /// <summary>JSON text, as it was last saved; it may hold mistakes.</summary>
    public required string Document { get; set; }

    /// <summary>Id of the user whose draft it is.</summary>
    public required UserId DrawnBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>When it was offered to be approved; null while it is not.</summary>
    public DateTimeOffset? OfferedAt { get; set; }
}
