namespace Kanteling.Workflows.Expressions;

/// <summary>Reads operators, from loose to tight.</summary>
sealed class Operators(TokenReader tokens, Parser parser)
{
    internal Node ParseOr() => ParseLogic("or", ParseAnd, parts => new OrNode(parts));

    Node ParseAnd() => ParseLogic("and", ParseComparison, parts => new AndNode(parts));

    Node ParseLogic(string word, Func<Node> parsePart, Func<Node[], Node> build)
    {
        var first = parsePart();
        if (!tokens.Current.Is(word))
            return first;
        List<Node> parts = [first];
        while (tokens.Accept(word))
            parts.Add(parsePart());
        return TokenReader.Built(build([.. parts]));
    }

    Node ParseComparison()
    {
        var left = ParseSum();
        while (true)
        {
            if (ComparedSymbols.Find(tokens.Current) is { } operation)
            {
                tokens.Take();
                left = TokenReader.Built(new CompareNode(operation, left, ParseSum()));
            }
            else if (tokens.Accept("between"))
            {
                left = ParseBetween(left);
            }
            else if (tokens.Accept("in"))
            {
                left = parser.Tests.ParseIn(left);
            }
            else
            {
                return left;
            }
        }
    }

    Node ParseBetween(Node value)
    {
        var low = ParseSum();
        tokens.Expect("and");
        return TokenReader.Built(new BetweenNode(value, low, ParseSum()));
    }

    internal Node ParseSum()
    {
        var left = ParseProduct();
        while (tokens.Current.Is("+") || tokens.Current.Is("-"))
            left = ParseArithmetic(left, ParseProduct);
        return left;
    }

    Node ParseProduct()
    {
        var left = ParsePower();
        while (tokens.Current.Is("*") || tokens.Current.Is("/"))
            left = ParseArithmetic(left, ParsePower);
        return left;
    }

    Node ParsePower()
    {
        var left = ParseSign();
        while (tokens.Current.Is("**"))
            left = ParseArithmetic(left, ParseSign);
        return left;
    }

    Node ParseArithmetic(Node left, Func<Node> parseRight)
    {
        var operation = Arithmetic.Operation(tokens.Take().Text);
        return TokenReader.Built(new ArithmeticNode(operation, left, parseRight()));
    }

    Node ParseSign()
    {
        if (!tokens.Current.Is("-"))
            return parser.Primaries.ParsePostfix();
        var sign = tokens.Take();
        tokens.Enter();
        var operand = ParseSign();
        tokens.Leave();
        var place = sign.Place.To(operand.Place);
        return operand is LiteralNode { Value: FeelNumber number }
            ? new LiteralNode(place, new FeelNumber(-number.Value))
            : TokenReader.Built(new NegateNode(place, operand));
    }
}
