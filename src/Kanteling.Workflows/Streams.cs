namespace Kanteling.Workflows;

/// <summary>Ids and kinds of streams. A stream's id says nothing about whom it is of.</summary>
public static class Streams
{
    public const string DefinitionPrefix = "def-";

    /// <summary>The kind of a definition's stream.</summary>
    public const string DefinitionKind = "definition";

    /// <summary>
    /// How the id of a trial begins: a stream in which somebody tries a drawing. It stands outside every list and figure,
    /// nothing goes out of it, nothing from elsewhere reaches it, and what must be unique is so within it alone.
    /// </summary>
    public const string TrialPrefix = "proef-";

    /// <summary>The kind of a trial's stream.</summary>
    public const string TrialKind = "proef";

    /// <summary>How the id of a definition begins that is a copy to try a drawing with; it runs in trials only.</summary>
    public const string TrialDefinitionPrefix = "proef~";

    /// <summary>How the id of a document's stream begins.</summary>
    public const string DocumentPrefix = "doc-";

    /// <summary>The kind of a document's stream.</summary>
    public const string DocumentKind = "document";

    public static StreamId OfDefinition(DefinitionId definitionId) => new(DefinitionPrefix + definitionId.Text);

    /// <summary>The definition whose stream this is.</summary>
    public static DefinitionId DefinitionOf(StreamId stream) => new(stream.Text[DefinitionPrefix.Length..]);

    /// <summary>The stream in which corrections of a document stand, those of all its versions.</summary>
    public static StreamId OfDocument(string kind, string id) => new($"{DocumentPrefix}{kind}-{id}");

    /// <summary>Whether this stream is that of a definition.</summary>
    public static bool IsOfDefinition(StreamId stream) => stream.Text.StartsWith(DefinitionPrefix, StringComparison.Ordinal);

    /// <summary>Whether this stream is a trial. It follows from the id alone, so that no decision needs a lookup for it.</summary>
    public static bool IsTrial(StreamId stream) => stream.Text.StartsWith(TrialPrefix, StringComparison.Ordinal);

    /// <summary>Whether this definition is a copy to try a drawing with.</summary>
    public static bool IsTrialDefinition(DefinitionId definitionId) => definitionId.Text.StartsWith(TrialDefinitionPrefix, StringComparison.Ordinal);
}
