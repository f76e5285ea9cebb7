using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Elsa's type aliases as types of FEEL. A value is made to fit its variable when it is set, so that what is stored has
/// the declared type: Elsa writes values as text, and "42" in an Int32 is a number. What does not fit fails the step.
/// </summary>
static class VariableTypes
{
    public static FeelType Of(VariableDeclaration declaration)
    {
        var one = One(declaration.TypeName.TrimEnd('?').ToUpperInvariant());
        return declaration.IsArray ? new FeelType.List(one) : one;
    }

    /// <exception cref="StepFailed">VARIABLE_TYPE_MISMATCH: the variable, its type.</exception>
    public static JsonNode? Fit(VariableDeclaration declaration, JsonNode? value)
    {
        var type = Of(declaration);
        var fitting = value is JsonValue one && one.TryGetValue<string>(out var text) ? OfText(text, type) : type == FeelType.String && value is JsonValue ? value.ToJsonString() : value;
        return fitting is null || FeelValue.FromJson(fitting, type, LocalTime.Zone) is not FeelNull
            ? fitting
            : throw new StepFailed(RefusalCode.VariableTypeMismatch, declaration.Name, type.ToString());
    }

    /// <summary>An object or a list is read from its JSON; any other text stays text unless the type says otherwise.</summary>
    static JsonNode? OfText(string text, FeelType type)
    {
        if (type == FeelType.String)
            return text;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (type == FeelType.DayTimeDuration && ElsaTime.TryParseDuration(text, out var duration))
            return XmlConvert.ToString(duration);
        if (type == FeelType.DateTime && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return LocalTime.StartOf(day).ToString("O", CultureInfo.InvariantCulture);
        if (type == FeelType.Boolean)
            return bool.TryParse(text, out var flag) ? flag : text;
        if (type == FeelType.Number)
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text;
        return text.TrimStart() is ['{' or '[', ..] ? Parsed(text) ?? text : text;
    }

    static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
