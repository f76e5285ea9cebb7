using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// A recursive descent parser; it stops at the first error. From loose to tight: <c>or</c>, <c>and</c>, comparison (with
/// <c>between</c> and <c>in</c>), <c>+ -</c>, <c>* /</c>, <c>**</c> (to the left), minus sign, then path, filter and call. Nesting is
/// counted on the way down and the depth of the tree on the way up, so that neither parsing nor evaluating can exhaust the stack.
/// The operators are in this part, the primaries in Parser.Primary.cs, loops and brackets in Parser.Forms.cs.
/// </summary>
sealed partial class Parser(List<Token> tokens)
{
    readonly HashSet<string> freeNames = new(StringComparer.Ordinal);
    readonly List<string> bound = [];
    int at;
    int nesting;

    internal IReadOnlySet<string> FreeNames => freeNames;

    Token Current => tokens[at];

    Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];

    internal Node ParseWhole()
    {
        var node = ParseExpression();
        return Current.Kind == TokenKind.End ? node : throw Unexpected("operator");
    }

    Node ParseExpression()
    {
        Enter();
        var node = ParseOr();
        nesting--;
        return node;
    }

    void Enter()
    {
        if (++nesting > FeelLimits.Nesting)
            throw TooDeep(Current.Place, FeelLimits.Nesting);
    }

    Node ParseOr() => ParseLogic("or", ParseAnd, parts => new OrNode(parts));

    Node ParseAnd() => ParseLogic("and", ParseComparison, parts => new AndNode(parts));

    Node ParseLogic(string word, Func<Node> parsePart, Func<Node[], Node> build)
    {
        var first = parsePart();
        if (!Current.Is(word))
            return first;
        List<Node> parts = [first];
        while (Accept(word))
            parts.Add(parsePart());
        return Built(build([.. parts]));
    }

    Node ParseComparison()
    {
        var left = ParseSum();
        while (true)
        {
            if (ComparedSymbols.Find(Current) is { } operation)
            {
                at++;
                left = Built(new CompareNode(operation, left, ParseSum()));
            }
            else if (Accept("between"))
            {
                left = ParseBetween(left);
            }
            else if (Accept("in"))
            {
                left = ParseIn(left);
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
        Expect("and");
        return Built(new BetweenNode(value, low, ParseSum()));
    }

    Node ParseSum()
    {
        var left = ParseProduct();
        while (Current.Is("+") || Current.Is("-"))
            left = ParseArithmetic(left, ParseProduct);
        return left;
    }

    Node ParseProduct()
    {
        var left = ParsePower();
        while (Current.Is("*") || Current.Is("/"))
            left = ParseArithmetic(left, ParsePower);
        return left;
    }

    Node ParsePower()
    {
        var left = ParseSign();
        while (Current.Is("**"))
            left = ParseArithmetic(left, ParseSign);
        return left;
    }

    Node ParseArithmetic(Node left, Func<Node> parseRight)
    {
        var operation = Arithmetic.Operation(tokens[at++].Text);
        return Built(new ArithmeticNode(operation, left, parseRight()));
    }

    Node ParseSign()
    {
        if (!Current.Is("-"))
            return ParsePostfix();
        var sign = tokens[at++];
        Enter();
        var operand = ParseSign();
        nesting--;
        var place = sign.Place.To(operand.Place);
        return operand is LiteralNode { Value: FeelNumber number }
            ? new LiteralNode(place, new FeelNumber(-number.Value))
            : Built(new NegateNode(place, operand));
    }

    /// <summary>Every inner node passes here: the tree may not become too deep, however it was written.</summary>
    static Node Built(Node node) => node.Depth <= FeelLimits.TreeDepth ? node : throw TooDeep(node.Place, FeelLimits.TreeDepth);

    bool Accept(string text)
    {
        if (!Current.Is(text))
            return false;
        at++;
        return true;
    }

    Token Expect(string text) => Current.Is(text) ? tokens[at++] : throw Unexpected(text);

    Token ExpectName() => Current.Kind == TokenKind.Name ? tokens[at++] : throw Unexpected("name");

    FeelSyntaxException Unexpected(string expected) => new(Current.Place, FeelErrorCodes.Syntax, expected, Current.Shown);

    static FeelSyntaxException TooDeep(Place place, int limit) =>
        new(place, FeelErrorCodes.TooDeep, limit.ToString(CultureInfo.InvariantCulture));
}
