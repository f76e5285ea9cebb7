namespace Kanteling.Workflows.Expressions;

/// <summary>What is wrong, and where. The code is stable; sentences are made by whoever shows it.</summary>
/// <param name="Code">One of <see cref="FeelErrorCodes"/>.</param>
/// <param name="Arguments">What the sentence needs: names, types, limits.</param>
/// <param name="Position">Characters before the place, from 0.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="Length">How many characters it concerns; 0 at the end of the text.</param>
public sealed record FeelError(string Code, string[] Arguments, int Position, int Line, int Column, int Length)
{
    internal static FeelError At(string text, Place place, string code, params string[] arguments)
    {
        var before = text.AsSpan(0, Math.Min(place.Start, text.Length));
        var column = before.Length - before.LastIndexOf('\n');
        return new(code, arguments, before.Length, before.Count('\n') + 1, column, place.Length);
    }

    /// <summary>Code, arguments and place on one line, for logs and tests.</summary>
    public override string ToString() => $"{Code}({string.Join(", ", Arguments)}) at {Line}:{Column}";
}

/// <summary>The stable codes of <see cref="FeelError"/>.</summary>
public static class FeelErrorCodes
{
    /// <summary>The text is not FEEL. Arguments: what was expected, what was found.</summary>
    public const string Syntax = "FEEL_SYNTAX";

    /// <summary>A name or field that the schema does not have. Arguments: the name.</summary>
    public const string UnknownName = "FEEL_UNKNOWN_NAME";

    /// <summary>A function that the language does not have. Arguments: the name.</summary>
    public const string UnknownFunction = "FEEL_UNKNOWN_FUNCTION";

    /// <summary>Too few or too many arguments. Arguments: the function, the least, the most ("*" when unbounded), the number given.</summary>
    public const string Arity = "FEEL_ARITY";

    /// <summary>Types that can never work together. Arguments: what is possible, what was found.</summary>
    public const string Type = "FEEL_TYPE";

    /// <summary>The text is longer than allowed. Arguments: the limit.</summary>
    public const string TooLong = "FEEL_TOO_LONG";

    /// <summary>The text nests deeper than allowed. Arguments: the limit.</summary>
    public const string TooDeep = "FEEL_TOO_DEEP";

    /// <summary>Evaluation used more than its budget. Arguments: which limit, its number.</summary>
    public const string Budget = "FEEL_BUDGET";
}

/// <summary>A stretch of the text.</summary>
readonly record struct Place(int Start, int Length)
{
    internal int End => Start + Length;

    internal Place To(Place last) => new(Start, last.End - Start);
}
