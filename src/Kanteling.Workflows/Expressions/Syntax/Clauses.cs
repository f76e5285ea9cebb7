namespace Kanteling.Workflows.Expressions;

/// <summary>Reads conditions, loops and quantifiers.</summary>
sealed class Clauses(TokenReader tokens, Names names, Parser parser)
{
    internal Node ParseIf()
    {
        var start = tokens.Expect("if").Place;
        var condition = parser.ParseExpression();
        tokens.Expect("then");
        var then = parser.ParseExpression();
        tokens.Expect("else");
        return TokenReader.Built(new IfNode(start, condition, then, parser.ParseExpression()));
    }

    internal Node ParseFor()
    {
        var start = tokens.Expect("for").Place;
        var sources = ParseSources();
        tokens.Expect("return");
        var body = parser.ParseExpression();
        names.Unbind(sources.Length);
        return TokenReader.Built(new ForNode(start, sources, body));
    }

    internal Node ParseQuantifier()
    {
        var word = tokens.Take();
        var sources = ParseSources();
        tokens.Expect("satisfies");
        var condition = parser.ParseExpression();
        names.Unbind(sources.Length);
        return TokenReader.Built(new QuantifierNode(word.Place, word.Text == "every", sources, condition));
    }

    /// <summary>Each variable is known to the sources after it and to the body.</summary>
    Source[] ParseSources()
    {
        List<Source> sources = [];
        do
        {
            var name = string.Intern(tokens.ExpectName().Text);
            tokens.Expect("in");
            var items = parser.ParseExpression();
            if (tokens.Accept(".."))
                items = TokenReader.Built(new RangeNode(items.Place, items, true, parser.Operators.ParseSum(), true));
            sources.Add(new(name, items));
            names.Bind(name);
            if (sources.Count > Source.Most)
                throw TokenReader.TooDeep(items.Place, Source.Most);
        }
        while (tokens.Accept(","));
        return [.. sources];
    }
}
