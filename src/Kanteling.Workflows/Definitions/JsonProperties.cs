using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Tolerant reading of Elsa's JSON: camelCase or PascalCase, <c>{"$values":[…]}</c> or a plain array. Never throws, never changes anything.</summary>
static class JsonProperties
{
    public static JsonNode? Find(this JsonObject json, string camelName) =>
        json.TryGetPropertyValue(camelName, out var value) || json.TryGetPropertyValue(Pascal(camelName), out value) ? value : null;

    public static bool Has(this JsonObject json, string camelName) =>
        json.ContainsKey(camelName) || json.ContainsKey(Pascal(camelName));

    public static string? Text(this JsonObject json, string camelName) => json.Find(camelName).AsText();

    public static JsonObject? Object(this JsonObject json, string camelName) => json.Find(camelName) as JsonObject;

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Whole(this JsonObject json, string camelName) => json.Find(camelName) switch
    {
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        JsonValue value when value.TryGetValue<string>(out var text)
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool Flag(this JsonObject json, string camelName) => json.Find(camelName) switch
    {
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<string>(out var text) => bool.TryParse(text, out var flag) && flag,
        _ => false,
    };

    /// <summary>The items of an array, wrapped or not; nothing when it is neither.</summary>
    public static IEnumerable<JsonNode?> Items(this JsonObject json, string camelName) => json.Find(camelName).Unwrapped() ?? [];

    public static JsonArray? Unwrapped(this JsonNode? node) => node as JsonArray ?? (node as JsonObject)?["$values"] as JsonArray;

    public static bool IsNumber(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    public static string Camel(string name) => name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
