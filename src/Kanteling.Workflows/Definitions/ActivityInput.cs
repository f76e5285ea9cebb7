using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>The expression types that this engine runs; any other survives a round trip but cannot be published.</summary>
public static class ExpressionTypes
{
    public const string Literal = "Literal";

    /// <summary>The value is a JSON text.</summary>
    public const string Object = "Object";

    /// <summary>The value is a <see cref="NamedReference"/> to a variable.</summary>
    public const string Variable = "Variable";

    /// <summary>The value is a <see cref="NamedReference"/> to an input of the workflow.</summary>
    public const string Input = "Input";

    public const string Feel = "FEEL";

    static readonly string[] All = [Literal, Object, Variable, Input, Feel];

    /// <summary>Whether the engine can evaluate expressions of this type.</summary>
    public static bool IsExecutable(string expressionType) => Array.IndexOf(All, expressionType) >= 0;

    internal static string Normalise(string expressionType) =>
        Array.Find(All, known => known.Equals(expressionType, StringComparison.OrdinalIgnoreCase)) ?? expressionType;
}

/// <summary>A wrapped input of an activity.</summary>
/// <param name="Name">The property, in camelCase.</param>
/// <param name="ExpressionType">One of <see cref="ExpressionTypes"/> in that exact spelling, or a foreign type as written.</param>
/// <param name="Value">The expression as written: text for most types, any JSON for a literal.</param>
public sealed record ActivityInput(string Name, string ExpressionType, JsonNode? Value)
{
    /// <summary>The value when it is text, else its JSON; null when there is none.</summary>
    public string? Text => Value switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => Value.ToJsonString(),
    };
}

/// <summary>One case of <c>Elsa.Switch</c> or <c>Elsa.FlowSwitch</c>, in the order of the drawing.</summary>
/// <param name="Label">Also the port of a FlowSwitch.</param>
/// <param name="Condition">An expression; the literal null when the case has none.</param>
/// <param name="Activity">The embedded activity of a Switch.</param>
public sealed record SwitchCase(string Label, ActivityInput Condition, ActivityNode? Activity);
