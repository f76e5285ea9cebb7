namespace Kanteling.Workflows.Expressions;

/// <summary>The limits on the text itself. They keep parser and evaluator far from the end of a thread's stack.</summary>
public static class FeelLimits
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 32_768;

    /// <summary>The deepest nesting of brackets, conditions and loops.</summary>
    public const int Nesting = 100;

    /// <summary>The deepest tree; a chain such as <c>a + b + c</c> is one deeper for every operator (and/or chains are not).</summary>
    public const int TreeDepth = 250;

    /// <summary>The deepest JSON that is read as a value.</summary>
    public const int JsonDepth = 128;
}
