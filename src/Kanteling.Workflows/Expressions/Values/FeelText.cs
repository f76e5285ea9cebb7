using System.Globalization;
using System.Text;

namespace Kanteling.Workflows.Expressions;

/// <summary>How values are written as text: FEEL's <c>string()</c>, ISO 8601 for what has to do with time.</summary>
static class FeelText
{
    const decimal ShortestScale = 1.0000000000000000000000000000m;

    internal static string Of(FeelValue value) => value is FeelString text ? text.Value : Write(new StringBuilder(), value).ToString();

    /// <summary>Never an exponent, never a trailing zero, never "-0".</summary>
    internal static string Of(decimal number) => (Shortest(number)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same number with the smallest scale; dividing by one drops trailing zeros.</summary>
    internal static decimal Shortest(decimal number) => number == 0 ? 0 : number / ShortestScale;

    static StringBuilder Write(StringBuilder to, FeelValue value) => value switch
    {
        FeelNull => to.Append("null"),
        FeelBoolean boolean => to.Append(boolean.Value ? "true" : "false"),
        FeelNumber number => to.Append(Of(number.Value)),
        FeelString text => Quote(to, text.Value),
        FeelList list => WriteList(to, list),
        FeelContext context => WriteContext(to, context),
        FeelRange range => WriteRange(to, range),
        _ => to.Append(Iso.Write(value)),
    };

    static StringBuilder Quote(StringBuilder to, string text) =>
        to.Append('"').Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');

    static StringBuilder WriteList(StringBuilder to, FeelList list)
    {
        to.Append('[');
        for (var i = 0; i < list.Items.Length; i++)
            Write(i == 0 ? to : to.Append(", "), list.Items[i]);
        return to.Append(']');
    }

    static StringBuilder WriteContext(StringBuilder to, FeelContext context)
    {
        to.Append('{');
        var first = true;
        foreach (var (name, value) in context.Entries)
        {
            WriteName(first ? to : to.Append(", "), name).Append(": ");
            Write(to, value);
            first = false;
        }
        return to.Append('}');
    }

    static StringBuilder WriteName(StringBuilder to, string name) => Lexer.IsName(name) ? to.Append(name) : Quote(to, name);

    static StringBuilder WriteRange(StringBuilder to, FeelRange range)
    {
        if (range.Start is null)
            return range.End is { } end ? Write(to.Append(range.EndIncluded ? "<= " : "< "), end) : to.Append('-');
        if (range.End is null)
            return Write(to.Append(range.StartIncluded ? ">= " : "> "), range.Start);
        Write(to.Append(range.StartIncluded ? '[' : '('), range.Start);
        return Write(to.Append(".."), range.End).Append(range.EndIncluded ? ']' : ')');
    }
}
