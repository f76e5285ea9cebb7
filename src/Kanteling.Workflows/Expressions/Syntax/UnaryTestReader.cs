namespace Kanteling.Workflows.Expressions;

/// <summary>Reads unary tests: what stands to the right of <c>in</c>, and in a cell of a decision table.</summary>
sealed class UnaryTestReader(TokenReader tokens, Parser parser)
{
    internal Node ParseIn(Node value)
    {
        if (!tokens.Current.Is("("))
            return TokenReader.Built(new InNode(value, [ParseTest()]));
        var start = tokens.At;
        tokens.Take();
        var tests = ParseTests();
        if (!tokens.Current.Is(".."))
        {
            tokens.Expect(")");
            return TokenReader.Built(new InNode(value, tests));
        }
        tokens.At = start;
        return TokenReader.Built(new InNode(value, [parser.Brackets.ParseRound()]));
    }

    Node[] ParseTests()
    {
        List<Node> tests = [ParseTest()];
        while (tokens.Accept(","))
            tests.Add(ParseTest());
        return [.. tests];
    }

    /// <summary><c>&lt; 5</c> and its like are ranges without a bound on one side.</summary>
    Node ParseTest()
    {
        var token = tokens.Current;
        if (token.Kind != TokenKind.Symbol || token.Text is not ("<" or "<=" or ">" or ">="))
            return parser.ParseExpression();
        tokens.Take();
        var limit = parser.Operators.ParseSum();
        var (place, closed) = (token.Place.To(limit.Place), token.Text.Length == 2);
        return TokenReader.Built(token.Text[0] == '<' ? new RangeNode(place, null, false, limit, closed) : new RangeNode(place, limit, closed, null, false));
    }

    internal Node ParseWhole() => ParseAnyValue() ?? ParseNegated() ?? new UnaryTestsNode(UnaryTests(), negated: false);

    /// <summary>A lone <c>-</c>: every value passes.</summary>
    UnaryTestsNode? ParseAnyValue()
    {
        if (!tokens.Current.Is("-") || tokens.Next.Kind != TokenKind.End)
            return null;
        tokens.Take();
        return new UnaryTestsNode([], negated: false);
    }

    /// <summary><c>not(…)</c> around all tests; when more follows the bracket it was the function.</summary>
    UnaryTestsNode? ParseNegated()
    {
        if (tokens.Current is not { Kind: TokenKind.Name, Text: "not" } || !tokens.Next.Is("(") || !tokens.NextBracketEndsText())
            return null;
        tokens.At += 2;
        var tests = UnaryTests();
        tokens.Expect(")");
        return new UnaryTestsNode(tests, negated: true);
    }

    UnaryTest[] UnaryTests()
    {
        List<UnaryTest> tests = [];
        do
        {
            var start = tokens.At;
            var test = ParseTest();
            var mentionsInput = tokens.Since(start).Any(token => token is { Kind: TokenKind.Name, Text: UnaryTestsNode.Input });
            tests.Add(new(test, mentionsInput));
        }
        while (tokens.Accept(","));
        return [.. tests];
    }
}
