using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Expressions;

/// <summary>Values from and to JSON. Numbers travel as decimals, so they come back digit for digit.</summary>
static class FeelJson
{
    internal static FeelValue Read(JsonNode? json, FeelType type, TimeZoneInfo zone, int depth)
    {
        if (depth > FeelLimits.JsonDepth)
            throw new ArgumentException($"The JSON nests deeper than {FeelLimits.JsonDepth}.", nameof(json));
        var value = json switch
        {
            null => FeelNull.Instance,
            JsonArray array => ReadList(array, (type as FeelType.List)?.Element ?? FeelType.Any, zone, depth),
            JsonObject fields => ReadContext(fields, type as FeelType.Context, zone, depth),
            _ => ReadScalar(json, type, zone),
        };
        return type.Accepts(value) ? value : FeelNull.Instance;
    }

    static FeelList ReadList(JsonArray array, FeelType element, TimeZoneInfo zone, int depth) =>
        new([.. array.Select(item => Read(item, element, zone, depth + 1))]);

    static FeelContext ReadContext(JsonObject fields, FeelType.Context? type, TimeZoneInfo zone, int depth) =>
        new(fields.Select(field => KeyValuePair.Create(
            field.Key, Read(field.Value, type?.Fields.GetValueOrDefault(field.Key) ?? FeelType.Any, zone, depth + 1))));

    static FeelValue ReadScalar(JsonNode json, FeelType type, TimeZoneInfo zone) => json.GetValueKind() switch
    {
        JsonValueKind.True => FeelBoolean.True,
        JsonValueKind.False => FeelBoolean.False,
        JsonValueKind.Number => ReadNumber(json),
        JsonValueKind.String => ReadText(json.GetValue<string>(), type, zone),
        _ => FeelNull.Instance,
    };

    static FeelValue ReadNumber(JsonNode json) =>
        json.AsValue().TryGetValue<decimal>(out var number)
        || decimal.TryParse(json.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? new FeelNumber(number)
            : FeelNull.Instance;

    static FeelValue ReadText(string text, FeelType type, TimeZoneInfo zone)
    {
        if (type == FeelType.Date)
            return Iso.ReadDate(text) ?? FeelNull.Instance;
        if (type == FeelType.Time)
            return Iso.ReadTime(text) ?? FeelNull.Instance;
        if (type == FeelType.DateTime)
            return Iso.ReadMoment(text, zone) ?? FeelNull.Instance;
        if (type == FeelType.DayTimeDuration || type == FeelType.MonthsDuration)
            return IsoDuration.Read(text) ?? FeelNull.Instance;
        return new FeelString(text);
    }

    internal static JsonNode? Write(FeelValue value) => value switch
    {
        FeelNull => null,
        FeelBoolean boolean => JsonValue.Create(boolean.Value),
        FeelNumber number => JsonValue.Create(FeelText.Shortest(number.Value)),
        FeelList list => new JsonArray([.. list.Items.Select(Write)]),
        FeelContext context => new JsonObject(context.Entries.Select(entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))),
        _ => JsonValue.Create(FeelText.Of(value)),
    };
}
