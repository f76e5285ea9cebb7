using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Outcome names that a drawing gives as data: a JSON array, the text of one, or a single bare name.</summary>
public static class OutcomeNames
{
    /// <summary>The names in order; null when only an expression can tell.</summary>
    public static IReadOnlyList<string>? Read(ActivityInput input)
    {
        if (input.ExpressionType is not (ExpressionTypes.Literal or ExpressionTypes.Object))
            return null;
        if (input.Value.AsText() is not { } text)
            return Names(input.Value.Unwrapped());
        return text.TrimStart().StartsWith('[') ? Names(DefinitionText.TryParse(text) as JsonArray) : string.IsNullOrWhiteSpace(text) ? [] : [text];
    }

    static List<string> Names(JsonArray? array) =>
        array is null ? [] : [.. array.Select(name => name.AsText()).OfType<string>().Where(name => name.Length > 0).Distinct()];
}
