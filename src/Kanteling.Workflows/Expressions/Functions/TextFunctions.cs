using System.Text;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Texts. Comparison is by code unit and knows no language; lengths and positions count code points. There are no regular expressions:
/// <c>split</c> takes its delimiter literally.
/// </summary>
static class TextFunctions
{
    static readonly Parameter[] Two = [Parameter.Text, Parameter.Text];

    internal static FeelFunction[] All { get; } =
    [
        new("string length", [Parameter.Text], FeelType.Number, (a, _) => new FeelNumber(Text(a[0]).EnumerateRunes().Count())),
        new("substring", [Parameter.Text, Parameter.Number, Parameter.Number with { Optional = true }], FeelType.String, (a, _) => Substring(a)),
        new("substring before", Two, FeelType.String, (a, _) => Around(a, (text, at) => text[..at])),
        new("substring after", Two, FeelType.String, (a, _) => Around(a, (text, at) => text[(at + Text(a[1]).Length)..])),
        new("upper case", [Parameter.Text], FeelType.String, (a, _) => new FeelString(Text(a[0]).ToUpperInvariant())),
        new("lower case", [Parameter.Text], FeelType.String, (a, _) => new FeelString(Text(a[0]).ToLowerInvariant())),
        new("contains", Two, FeelType.Boolean, (a, _) => FeelBoolean.Of(Text(a[0]).Contains(Text(a[1]), StringComparison.Ordinal))),
        new("starts with", Two, FeelType.Boolean, (a, _) => FeelBoolean.Of(Text(a[0]).StartsWith(Text(a[1]), StringComparison.Ordinal))),
        new("ends with", Two, FeelType.Boolean, (a, _) => FeelBoolean.Of(Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal))),
        new("split", Two, new FeelType.List(FeelType.String), Split),
        new("string join", [Parameter.List, Parameter.Text with { Optional = true, TakesNull = true }], FeelType.String, Join),
    ];

    static string Text(FeelValue value) => ((FeelString)value).Value;

    static FeelString? Substring(FeelValue[] arguments)
    {
        var runes = Text(arguments[0]).EnumerateRunes().ToArray();
        if (Stretch.Of(arguments, runes.Length) is not { } stretch)
            return null;
        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan(stretch.Start, stretch.Length))
            result.Append(rune.ToString());
        return new(result.ToString());
    }

    static FeelString Around(FeelValue[] arguments, Func<string, int, string> take)
    {
        var text = Text(arguments[0]);
        var at = text.IndexOf(Text(arguments[1]), StringComparison.Ordinal);
        return new(at < 0 ? "" : take(text, at));
    }

    static FeelList? Split(FeelValue[] arguments, Evaluation evaluation)
    {
        var (text, delimiter) = (Text(arguments[0]), Text(arguments[1]));
        if (delimiter.Length == 0)
            return null;
        evaluation.RequireLength(text.AsSpan().Count(delimiter) + 1L);
        return evaluation.List([.. text.Split(delimiter).Select(part => new FeelString(part))]);
    }

    /// <summary>Null items are left out; any other item that is no text makes the result null.</summary>
    static FeelString? Join(FeelValue[] arguments, Evaluation evaluation)
    {
        var items = ((FeelList)arguments[0]).Items.Where(item => item is not FeelNull).ToArray();
        if (!items.All(item => item is FeelString))
            return null;
        var delimiter = arguments.Length > 1 && arguments[1] is FeelString given ? given.Value : "";
        evaluation.RequireText(items.Sum(item => (long)Text(item).Length + delimiter.Length));
        return new(string.Join(delimiter, items.Select(Text)));
    }
}
