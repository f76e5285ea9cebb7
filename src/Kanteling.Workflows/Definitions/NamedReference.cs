using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>What a Variable or Input expression points at. Elsa writes it as an object, as the JSON text of that object, or as a bare name.</summary>
/// <param name="Id">The id, or null when only a name is given.</param>
/// <param name="Name">The name, or null when only an id is given.</param>
public sealed record NamedReference(string? Id, string? Name)
{
    /// <summary>Reads any of the three forms; null when the value is none of them.</summary>
    public static NamedReference? Read(JsonNode? value)
    {
        if (value is JsonObject reference)
            return From(reference);
        if (value is not JsonValue scalar || !scalar.TryGetValue<string>(out var text) || string.IsNullOrWhiteSpace(text))
            return null;
        if (!text.TrimStart().StartsWith('{'))
            return new NamedReference(text.Trim(), text.Trim());
        return ParsedObject(text) is { } parsed ? From(parsed) : null;
    }

    /// <summary>Whether this points at the variable.</summary>
    public bool IsTo(VariableDeclaration variable) =>
        Id is not null ? Id == variable.Id || (Id == Name && Name == variable.Name) : Name == variable.Name;

    public override string ToString() => Name ?? Id ?? "";

    static NamedReference? From(JsonObject reference)
    {
        var (id, name) = (reference.Text("id"), reference.Text("name"));
        return string.IsNullOrEmpty(id) && string.IsNullOrEmpty(name) ? null : new NamedReference(NullIfEmpty(id), NullIfEmpty(name));
    }

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static JsonObject? ParsedObject(string text) => DefinitionText.TryParse(text) as JsonObject;
}
