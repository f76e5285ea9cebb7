using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Where the parser is in the text. Nesting is counted on the way down and the depth of the tree on the way up, so that
/// neither parsing nor evaluating can exhaust the stack.
/// </summary>
sealed class TokenReader(List<Token> tokens)
{
    int nesting;

    /// <summary>The place of the current token; set it to go back.</summary>
    internal int At { get; set; }

    internal Token Current => tokens[At];

    internal Token Next => tokens[Math.Min(At + 1, tokens.Count - 1)];

    internal IEnumerable<Token> Since(int start) => tokens.Skip(start).Take(At - start);

    /// <summary>How many words from here are the name of a function that is called; 0 when none is.</summary>
    internal int LengthOfFunctionName => FunctionNames.LengthAt(tokens, At);

    internal Token Take() => tokens[At++];

    internal bool Accept(string text)
    {
        if (!Current.Is(text))
            return false;
        At++;
        return true;
    }

    internal Token Expect(string text) => Current.Is(text) ? Take() : throw Unexpected(text);

    internal Token ExpectName() => Current.Kind == TokenKind.Name ? Take() : throw Unexpected("name");

    /// <summary>Whether the bracket that opens after the current token closes at the end of the text.</summary>
    internal bool NextBracketEndsText()
    {
        var depth = 0;
        for (var i = At + 1; i < tokens.Count - 1; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
                return i == tokens.Count - 2;
        }
        return false;
    }

    internal void Enter()
    {
        if (++nesting > FeelLimits.Nesting)
            throw TooDeep(Current.Place, FeelLimits.Nesting);
    }

    internal void Leave() => nesting--;

    /// <summary>Every inner node passes here: the tree may not become too deep, however it was written.</summary>
    internal static Node Built(Node node) => node.Depth <= FeelLimits.TreeDepth ? node : throw TooDeep(node.Place, FeelLimits.TreeDepth);

    internal FeelSyntaxException Unexpected(string expected) => new(Current.Place, FeelErrorCodes.Syntax, expected, Current.Shown);

    internal static FeelSyntaxException TooDeep(Place place, int limit) =>
        new(place, FeelErrorCodes.TooDeep, limit.ToString(CultureInfo.InvariantCulture));
}
