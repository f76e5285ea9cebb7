namespace Kanteling.Workflows.Expressions;

enum TokenKind
{
    End,
    Name,
    Keyword,
    Number,
    String,
    Temporal,
    Symbol,
}

/// <summary>One word of the text. For strings and temporal literals <paramref name="Text"/> is what stands between the quotes.</summary>
readonly record struct Token(TokenKind Kind, string Text, Place Place)
{
    internal bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Keyword && Text == text;

    internal bool IsWord => Kind is TokenKind.Name or TokenKind.Keyword;

    /// <summary>How an error names it.</summary>
    internal string Shown => Kind == TokenKind.End ? "end" : Text.Length <= 40 ? Text : Text[..40];
}

/// <summary>Stops lexer or parser at the first error; <see cref="Feel"/> turns it into a <see cref="FeelError"/>.</summary>
sealed class FeelSyntaxException(Place place, string code, params string[] arguments) : Exception(code)
{
    internal Place Place { get; } = place;

    internal string Code { get; } = code;

    internal string[] Arguments { get; } = arguments;
}
