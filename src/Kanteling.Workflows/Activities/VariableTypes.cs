using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Activities;

/// <summary>Elsa's type aliases as types of FEEL: what decides whether a stored text is read as a date.</summary>
static class VariableTypes
{
    public static FeelType Of(VariableDeclaration declaration)
    {
        var one = One(declaration.TypeName.TrimEnd('?').ToUpperInvariant());
        return declaration.IsArray ? new FeelType.List(one) : one;
    }

    /// <summary>Elsa writes values as text; a number or a boolean is read from it, and so is JSON for an object or a list.</summary>
    public static JsonNode? Fit(VariableDeclaration declaration, JsonNode? value)
    {
        var type = Of(declaration);
        if (value is not JsonValue text || !text.TryGetValue<string>(out var written) || type == FeelType.String || IsTemporal(type))
            return value;
        try
        {
            return string.IsNullOrWhiteSpace(written) ? null : JsonNode.Parse(type == FeelType.Boolean ? written.ToLowerInvariant() : written);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    static bool IsTemporal(FeelType type) => type == FeelType.Date || type == FeelType.DateTime || type == FeelType.DayTimeDuration;

    static FeelType One(string alias) => alias switch
    {
        "STRING" or "GUID" => FeelType.String,
        "BOOLEAN" => FeelType.Boolean,
        "INT16" or "INT32" or "INT64" or "SINGLE" or "DOUBLE" or "DECIMAL" => FeelType.Number,
        "DATETIME" or "DATETIMEOFFSET" => FeelType.DateTime,
        "DATEONLY" or "DATE" => FeelType.Date,
        "TIMESPAN" => FeelType.DayTimeDuration,
        _ => FeelType.Any,
    };
}
