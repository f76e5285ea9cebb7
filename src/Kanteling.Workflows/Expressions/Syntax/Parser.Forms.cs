namespace Kanteling.Workflows.Expressions;

sealed partial class Parser
{
    Node ParseIf()
    {
        var start = Expect("if").Place;
        var condition = ParseExpression();
        Expect("then");
        var then = ParseExpression();
        Expect("else");
        return Built(new IfNode(start, condition, then, ParseExpression()));
    }

    Node ParseFor()
    {
        var start = Expect("for").Place;
        var sources = ParseSources();
        Expect("return");
        var body = ParseExpression();
        Unbind(sources.Length);
        return Built(new ForNode(start, sources, body));
    }

    Node ParseQuantifier()
    {
        var word = tokens[at++];
        var sources = ParseSources();
        Expect("satisfies");
        var condition = ParseExpression();
        Unbind(sources.Length);
        return Built(new QuantifierNode(word.Place, word.Text == "every", sources, condition));
    }

    /// <summary>Each variable is known to the sources after it and to the body.</summary>
    Source[] ParseSources()
    {
        List<Source> sources = [];
        do
        {
            var name = string.Intern(ExpectName().Text);
            Expect("in");
            var items = ParseExpression();
            if (Accept(".."))
                items = Built(new RangeNode(items.Place, items, true, ParseSum(), true));
            sources.Add(new(name, items));
            bound.Add(name);
            if (sources.Count > Source.Most)
                throw TooDeep(items.Place, Source.Most);
        }
        while (Accept(","));
        return [.. sources];
    }

    void Unbind(int count) => bound.RemoveRange(bound.Count - count, count);

    Node ParseBracket(Token token)
    {
        switch (token.Text)
        {
            case "(": return ParseRound();
            case "[" or "]": return ParseSquare();
            case "{": return ParseContext();
            default: throw Unexpected("expression");
        }
    }

    Node ParseRound()
    {
        var open = Expect("(").Place;
        var first = ParseExpression();
        if (Current.Is(".."))
            return ParseRangeEnd(open, startIncluded: false, first);
        Expect(")");
        return first;
    }

    Node ParseSquare()
    {
        var open = tokens[at++];
        if (open.Text == "[" && Accept("]"))
            return new ListNode(open.Place, []);
        var first = ParseExpression();
        if (Current.Is("..") || open.Text == "]")
            return ParseRangeEnd(open.Place, open.Text == "[", first);
        List<Node> items = [first];
        while (Accept(","))
            items.Add(ParseExpression());
        return Built(new ListNode(open.Place.To(Expect("]").Place), [.. items]));
    }

    Node ParseRangeEnd(Place open, bool startIncluded, Node start)
    {
        Expect("..");
        var end = ParseSum();
        if (!Current.Is("]") && !Current.Is("[") && !Current.Is(")"))
            throw Unexpected("]");
        var close = tokens[at++];
        return Built(new RangeNode(open.To(close.Place), start, startIncluded, end, close.Text == "]"));
    }

    Node ParseContext()
    {
        var open = Expect("{").Place;
        List<(string Name, Node Value)> entries = [];
        while (!Current.Is("}"))
        {
            if (entries.Count > 0)
                Expect(",");
            var name = Current.IsWord || Current.Kind == TokenKind.String ? tokens[at++].Text : throw Unexpected("name");
            Expect(":");
            entries.Add((name, ParseExpression()));
            bound.Add(name);
        }
        Unbind(entries.Count);
        return Built(new ContextNode(open.To(Expect("}").Place), [.. entries]));
    }
}
