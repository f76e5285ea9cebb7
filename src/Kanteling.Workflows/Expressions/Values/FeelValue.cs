using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// A value of FEEL (DMN 1.3, chapter 10). Values are immutable, compare by content
/// (<see cref="object.Equals(object)"/> is strict; FEEL's own three-valued equality is in the language) and print as FEEL's
/// <c>string()</c> would.
/// </summary>
public abstract record FeelValue
{
    private protected FeelValue() { }

    /// <summary>The type of this value; lists and contexts report element and field types where they are certain.</summary>
    public abstract FeelType Type { get; }

    /// <summary>Roughly how many nodes this value has when written out; shared parts count each time they appear.</summary>
    internal virtual int Size => 1;

    /// <summary>Reads JSON: objects become contexts, arrays lists, strings stay strings. Never guesses a date.</summary>
    /// <exception cref="ArgumentException">The JSON nests deeper than <see cref="FeelLimits.JsonDepth"/>.</exception>
    public static FeelValue FromJson(JsonNode? json) => FeelJson.Read(json, FeelType.Any, TimeZoneInfo.Utc, 0);

    /// <inheritdoc cref="FromJson(JsonNode?)"/>
    public static FeelValue FromJson(JsonElement json) => FeelJson.Read(ToNode(json), FeelType.Any, TimeZoneInfo.Utc, 0);

    /// <summary>
    /// Reads JSON, parsing strings as dates, times, date-times and durations where <paramref name="type"/> says so. What does not
    /// fit the type becomes null. A date-time without offset is read in <paramref name="zone"/> (UTC when not given).
    /// </summary>
    /// <exception cref="ArgumentException">The JSON nests deeper than <see cref="FeelLimits.JsonDepth"/>.</exception>
    public static FeelValue FromJson(JsonNode? json, FeelType type, TimeZoneInfo? zone = null) =>
        FeelJson.Read(json, type, zone ?? TimeZoneInfo.Utc, 0);

    /// <summary>Writes JSON: dates and durations as ISO 8601 strings, numbers without exponent, a range as its FEEL text.</summary>
    public JsonNode? ToJson() => FeelJson.Write(this);

    /// <summary>The text that FEEL's <c>string()</c> gives; "null" for null.</summary>
    public sealed override string ToString() => FeelText.Of(this);

    static JsonNode? ToNode(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Array => JsonArray.Create(json),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(json),
    };
}
