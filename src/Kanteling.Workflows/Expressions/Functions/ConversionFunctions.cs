using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>Text, number and truth into one another.</summary>
static class ConversionFunctions
{
    internal static FeelFunction[] All { get; } =
    [
        new("not", [Parameter.Any], FeelType.Boolean, (a, _) => Logic.Truth(a[0]) is { } truth ? FeelBoolean.Of(!truth) : null),
        new("string", [Parameter.Any], FeelType.String, (a, e) => a[0] is FeelNull ? null : ToText(a[0], e)),
        new("number", [new(FeelType.String, FeelType.Number), Separator, Separator], FeelType.Number, (a, _) => ToNumber(a)),
    ];

    static Parameter Separator => Parameter.Text with { Optional = true, TakesNull = true };

    static FeelString ToText(FeelValue value, Evaluation evaluation)
    {
        evaluation.Charge(value.Size);
        return evaluation.Text(FeelText.Of(value));
    }

    /// <summary>With separators, as in <c>number("1.000,5", ".", ",")</c>, the first groups digits and the second begins the fraction.</summary>
    static FeelNumber? ToNumber(FeelValue[] arguments)
    {
        if (arguments[0] is not FeelString text)
            return arguments.Length == 1 ? arguments[0] as FeelNumber : null;
        var grouping = arguments.Length > 1 ? (arguments[1] as FeelString)?.Value : null;
        var point = arguments.Length > 2 ? (arguments[2] as FeelString)?.Value ?? "." : ".";
        if (grouping is not (null or " " or "." or ",") || point is not ("." or ",") || grouping == point)
            return null;
        var digits = grouping is null ? text.Value : text.Value.Replace(grouping, "", StringComparison.Ordinal);
        return point == "." ? Read(digits) : digits.Contains('.', StringComparison.Ordinal) ? null : Read(digits.Replace(',', '.'));
    }

    static FeelNumber? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new(number) : null;
}
