namespace Kanteling.Workflows.Expressions;

/// <summary>Unary tests: what stands to the right of <c>in</c>, and in a cell of a decision table.</summary>
sealed partial class Parser
{
    /// <summary>The name of the value under test.</summary>
    internal const string Input = "?";

    Node ParseIn(Node value)
    {
        if (!Current.Is("("))
            return Built(new InNode(value, [ParseTest()]));
        var start = at;
        at++;
        var tests = ParseTests();
        if (!Current.Is(".."))
        {
            Expect(")");
            return Built(new InNode(value, tests));
        }
        at = start;
        return Built(new InNode(value, [ParseRound()]));
    }

    Node[] ParseTests()
    {
        List<Node> tests = [ParseTest()];
        while (Accept(","))
            tests.Add(ParseTest());
        return [.. tests];
    }

    /// <summary><c>&lt; 5</c> and its like are ranges without a bound on one side.</summary>
    Node ParseTest()
    {
        var token = Current;
        if (token.Kind != TokenKind.Symbol || token.Text is not ("<" or "<=" or ">" or ">="))
            return ParseExpression();
        at++;
        var limit = ParseSum();
        var (place, closed) = (token.Place.To(limit.Place), token.Text.Length == 2);
        return Built(token.Text[0] == '<' ? new RangeNode(place, null, false, limit, closed) : new RangeNode(place, limit, closed, null, false));
    }

    internal Node ParseWholeTests()
    {
        bound.Add(Input);
        var node = ParseAnyValue() ?? ParseNegatedTests() ?? new UnaryTestsNode(UnaryTests(), negated: false);
        return Current.Kind == TokenKind.End ? Built(node) : throw Unexpected(",");
    }

    /// <summary>A lone <c>-</c>: every value passes.</summary>
    UnaryTestsNode? ParseAnyValue()
    {
        if (!Current.Is("-") || Next.Kind != TokenKind.End)
            return null;
        at++;
        return new UnaryTestsNode([], negated: false);
    }

    /// <summary><c>not(…)</c> around all tests; when more follows the bracket it was the function.</summary>
    UnaryTestsNode? ParseNegatedTests()
    {
        if (Current is not { Kind: TokenKind.Name, Text: "not" } || !Next.Is("(") || !BracketEndsText(at + 1))
            return null;
        at += 2;
        var tests = UnaryTests();
        Expect(")");
        return new UnaryTestsNode(tests, negated: true);
    }

    bool BracketEndsText(int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count - 1; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
                return i == tokens.Count - 2;
        }
        return false;
    }

    UnaryTest[] UnaryTests()
    {
        List<UnaryTest> tests = [];
        do
        {
            var start = at;
            var test = ParseTest();
            var mentionsInput = tokens.Skip(start).Take(at - start).Any(token => token is { Kind: TokenKind.Name, Text: Input });
            tests.Add(new(test, mentionsInput));
        }
        while (Accept(","));
        return [.. tests];
    }
}
