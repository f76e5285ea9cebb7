using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Tells inputs and outputs of an activity from its other properties, as Elsa does: wrapped means that <c>typeName</c> is present.</summary>
static class InputReader
{
    public static bool IsWrapped(JsonNode? value) => value is JsonObject json && json.Has("typeName");

    /// <summary>The variable that receives an output; null when this is no output, or bound to nothing.</summary>
    public static string? Output(JsonNode value) =>
        value is JsonObject json && IsWrapped(json) && json.Object("expression") is null
            ? json.Object("memoryReference")?.Text("id") is { Length: > 0 } id ? id : null
            : null;

    /// <summary>The input; null when it is unset. An object without <c>typeName</c> is unset, any other bare value a literal.</summary>
    public static ActivityInput? Input(string name, JsonNode value)
    {
        if (value is not JsonObject json)
            return new ActivityInput(name, ExpressionTypes.Literal, value);
        if (IsWrapped(json))
            return Expression(name, json.Object("expression"));
        return value.Unwrapped() is { } items ? new ActivityInput(name, ExpressionTypes.Literal, items) : null;
    }

    /// <summary>An expression object <c>{type, value}</c>; null when it has no type.</summary>
    public static ActivityInput? Expression(string name, JsonObject? expression) =>
        expression?.Text("type") is { Length: > 0 } type
            ? new ActivityInput(name, ExpressionTypes.Normalise(type), expression.Find("value"))
            : null;
}
