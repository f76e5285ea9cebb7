namespace Kanteling.Workflows.Expressions;

/// <summary>
/// FEEL, the expression language of DMN 1.3, in a safe subset: total (an ill-typed operation is null), pure (clock and calendar come
/// from the <see cref="FeelEnvironment"/>) and budgeted. Left out by design: regular expressions (<c>matches</c>, <c>replace</c>), user
/// functions and named arguments, <c>partial</c>, zone ids, <c>instance of</c> and external functions.
/// </summary>
public static class Feel
{
    /// <summary>Reads an expression, such as <c>count(hulpvragen[cirkel = "Wonen"]) > 0</c>.</summary>
    public static FeelParse Parse(string text) => Read(text, parser => parser.ParseWhole());

    /// <summary>Reads unary tests, such as <c>&lt; 18, [65..70]</c>; use <see cref="FeelExpression.Test"/> to put a value to them.</summary>
    public static FeelParse ParseUnaryTests(string text) => Read(text, parser => parser.ParseWholeTests());

    static FeelParse Read(string text, Func<Parser, Node> parse)
    {
        try
        {
            if (text.Length > FeelLimits.TextLength)
                throw new FeelSyntaxException(new(FeelLimits.TextLength, 0), FeelErrorCodes.TooLong, $"{FeelLimits.TextLength}");
            var parser = new Parser(Lexer.Read(text));
            return new(new FeelExpression(text, parse(parser), parser.FreeNames), []);
        }
        catch (FeelSyntaxException error)
        {
            return new(null, [FeelError.At(text, error.Place, error.Code, error.Arguments)]);
        }
    }
}

/// <summary>An expression, or what is wrong with the text.</summary>
/// <param name="Expression">C# null when there are errors.</param>
/// <param name="Errors">The first error; empty when there is an expression.</param>
public sealed record FeelParse(FeelExpression? Expression, IReadOnlyList<FeelError> Errors);

/// <summary>The outcome of an evaluation.</summary>
/// <param name="Value">The value; null when there is an error.</param>
/// <param name="Error">Only when the budget was used up (<see cref="FeelErrorCodes.Budget"/>).</param>
/// <param name="Steps">What it used of its budget.</param>
public sealed record FeelResult(FeelValue Value, FeelError? Error, int Steps = 0);

/// <summary>What checking an expression against a schema found.</summary>
/// <param name="Type">The type of its value; any when that is not certain.</param>
/// <param name="Errors">What can never work, in the order of evaluation; empty when all is well.</param>
public sealed record FeelCheck(FeelType Type, IReadOnlyList<FeelError> Errors)
{
    /// <summary>Whether nothing was found.</summary>
    public bool Ok => Errors.Count == 0;
}
