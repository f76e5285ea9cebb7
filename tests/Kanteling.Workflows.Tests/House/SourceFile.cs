using System.Text;

namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// One C# file in two layers of the same length: <see cref="Code"/> without strings and comments, and
/// <see cref="Spoken"/>, code and strings without comments. Blanks stand for what was left out, so that an
/// offset means the same line in both. Code inside an interpolated string counts as string.
/// </summary>
sealed record SourceFile(string Path, string Code, string Spoken)
{
    public static SourceFile Parse(string path, string text)
    {
        var code = new StringBuilder(text.Length);
        var spoken = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (kind, end) = Next(text, at);
            code.Append(kind == Kind.Code ? text[at..end] : Blank(text[at..end]));
            spoken.Append(kind == Kind.Comment ? Blank(text[at..end]) : text[at..end]);
            at = end;
        }
        return new(path, code.ToString(), spoken.ToString());
    }

    public int LineOf(int offset) => Code.AsSpan(0, offset).Count('\n') + 1;

    enum Kind { Code, String, Comment }

    static (Kind, int End) Next(string text, int at) => text[at] switch
    {
        '/' when Starts(text, at, "//") => (Kind.Comment, EndOfLine(text, at)),
        '/' when Starts(text, at, "/*") => (Kind.Comment, After(text, "*/", at + 2)),
        '"' => (Kind.String, EndOfString(text, at, Verbatim(text, at))),
        '\'' => (Kind.String, EndOfEscaped(text, at, '\'')),
        _ => (Kind.Code, at + 1)
    };

    static bool Verbatim(string text, int quote) =>
        (quote > 0 && text[quote - 1] == '@') || (quote > 1 && text[quote - 1] == '$' && text[quote - 2] == '@');

    static int EndOfString(string text, int at, bool verbatim)
    {
        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"') quotes++;
        if (quotes >= 3 && !verbatim) return After(text, new string('"', quotes), at + quotes);
        return verbatim ? EndOfVerbatim(text, at) : EndOfEscaped(text, at, '"');
    }

    static int EndOfVerbatim(string text, int at)
    {
        for (at++; at < text.Length; at++)
            if (text[at] == '"' && !(Starts(text, at, "\"\"") && at++ > 0)) return at + 1;
        return text.Length;
    }

    static int EndOfEscaped(string text, int at, char quote)
    {
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == quote) return at + 1;
        }
        return Math.Min(at, text.Length);
    }

    static bool Starts(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    static int After(string text, string what, int from) =>
        text.IndexOf(what, Math.Min(from, text.Length), StringComparison.Ordinal) is var end and >= 0
            ? end + what.Length : text.Length;

    static string Blank(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = source[i] == '\n' ? '\n' : ' ';
    });
}
