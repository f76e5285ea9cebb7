using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows;

/// <summary>
/// A piece of content that must be erasable: an answer, a name, a variable's value, free text. It is never stored
/// inside the hashed body of a commit, only beside it in a slot; an erased content has no <see cref="Text"/>.
/// </summary>
/// <param name="Dossier">The procedure it belongs to, the unit of retention and erasure; null for the whole stream.</param>
/// <param name="Kind">What it is, one of <see cref="ContentKind"/> or a word of the domain.</param>
/// <param name="Text">The value as JSON text, or null when it was erased.</param>
public sealed record Content(DossierId? Dossier, string Kind, string? Text)
{
    /// <summary>True when the bytes are gone; readers show "gewist" or skip it, and never fail.</summary>
    public bool IsErased => Text is null;

    /// <summary>The value, or null when it is JSON null or erased. A fresh node each time, so nobody can change it.</summary>
    public JsonNode? Value => Text is null ? null : JsonNode.Parse(Text);

    /// <summary>The value as an object; empty when erased or not an object.</summary>
    public JsonObject AsObject() => Value as JsonObject ?? [];

    /// <summary>The value as a string, or null when erased or not a string.</summary>
    public string? AsString() => Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The value as a list of texts; empty when erased or not a list.</summary>
    public ImmutableArray<string> AsTexts() => Value is JsonArray list ? [.. list.Select(t => t?.ToString() ?? "")] : [];

    public static Content Of(DossierId? dossier, string kind, JsonNode? value) =>
        new(dossier, kind, value?.ToJsonString(Json.Compact) ?? "null");

    /// <summary>Never prints the value: a content that reaches a log must not leak.</summary>
    public override string ToString() => $"Content({Kind}, {(IsErased ? "erased" : "…")})";
}

/// <summary>The kinds of content that the engine itself makes.</summary>
public static class ContentKind
{
    public const string Input = "input";
    public const string Answers = "answers";
    public const string Variable = "variable";
    public const string Output = "output";
    public const string Payload = "payload";
    public const string Name = "name";
    public const string Note = "note";

    /// <summary>Title, reason and ways out of a task.</summary>
    public const string Words = "words";

    /// <summary>A label by which instances are found.</summary>
    public const string Correlation = "correlation";

    /// <summary>What an incident is about.</summary>
    public const string Incident = "incident";

    /// <summary>Where a message goes.</summary>
    public const string Target = "target";

    /// <summary>A drawing as it was published.</summary>
    public const string Document = "document";

    /// <summary>A form, letter or guide in other words.</summary>
    public const string Correction = "correction";

    /// <summary>A file, and what somebody said of it.</summary>
    public const string File = "file";

    /// <summary>
    /// Whether a text of this kind may stand apart when it is too large for a slot: nothing that a fold needs may, and a drawing is
    /// needed by its row alone, which has it whole.
    /// </summary>
    public static bool StandsApart(Content content) => content is { Kind: Document, Dossier: null };
}
