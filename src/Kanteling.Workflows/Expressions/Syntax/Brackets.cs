namespace Kanteling.Workflows.Expressions;

/// <summary>Reads what stands in brackets: a part, a range, a list, a context.</summary>
sealed class Brackets(TokenReader tokens, Names names, Parser parser)
{
    internal Node ParseBracket(Token token)
    {
        switch (token.Text)
        {
            case "(": return ParseRound();
            case "[" or "]": return ParseSquare();
            case "{": return ParseContext();
            default: throw tokens.Unexpected("expression");
        }
    }

    internal Node ParseRound()
    {
        var open = tokens.Expect("(").Place;
        var first = parser.ParseExpression();
        if (tokens.Current.Is(".."))
            return ParseRangeEnd(open, startIncluded: false, first);
        tokens.Expect(")");
        return first;
    }

    Node ParseSquare()
    {
        var open = tokens.Take();
        if (open.Text == "[" && tokens.Accept("]"))
            return new ListNode(open.Place, []);
        var first = parser.ParseExpression();
        if (tokens.Current.Is("..") || open.Text == "]")
            return ParseRangeEnd(open.Place, open.Text == "[", first);
        List<Node> items = [first];
        while (tokens.Accept(","))
            items.Add(parser.ParseExpression());
        return TokenReader.Built(new ListNode(open.Place.To(tokens.Expect("]").Place), [.. items]));
    }

    Node ParseRangeEnd(Place open, bool startIncluded, Node start)
    {
        tokens.Expect("..");
        var end = parser.Operators.ParseSum();
        if (!tokens.Current.Is("]") && !tokens.Current.Is("[") && !tokens.Current.Is(")"))
            throw tokens.Unexpected("]");
        var close = tokens.Take();
        return TokenReader.Built(new RangeNode(open.To(close.Place), start, startIncluded, end, close.Text == "]"));
    }

    Node ParseContext()
    {
        var open = tokens.Expect("{").Place;
        List<(string Name, Node Value)> entries = [];
        while (!tokens.Current.Is("}"))
        {
            if (entries.Count > 0)
                tokens.Expect(",");
            var name = tokens.Current.IsWord || tokens.Current.Kind == TokenKind.String ? tokens.Take().Text : throw tokens.Unexpected("name");
            tokens.Expect(":");
            entries.Add((name, parser.ParseExpression()));
            names.Bind(name);
        }
        names.Unbind(entries.Count);
        return TokenReader.Built(new ContextNode(open.To(tokens.Expect("}").Place), [.. entries]));
    }
}
