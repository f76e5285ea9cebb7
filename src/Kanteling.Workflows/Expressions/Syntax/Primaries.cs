using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>Reads what operators work on: literals, names, calls, and the paths and filters behind them.</summary>
sealed class Primaries(TokenReader tokens, Names names, Parser parser)
{
    internal Node ParsePostfix()
    {
        var node = ParsePrimary();
        while (true)
        {
            if (tokens.Accept("."))
                node = ParsePath(node);
            else if (tokens.Current.Is("[") && !ClosesRange(tokens.Next))
                node = ParseFilter(node);
            else
                return node;
        }
    }

    /// <summary>In <c>[1..3[</c> the last bracket closes a range; then nothing follows it that could begin a filter.</summary>
    static bool ClosesRange(Token after) =>
        after.Kind == TokenKind.End || after.Kind == TokenKind.Symbol && after.Text is not ("(" or "[" or "{" or "-" or "]")
        || after.Kind == TokenKind.Keyword && after.Text is "then" or "else" or "return" or "satisfies" or "and" or "or" or "in" or "between";

    Node ParsePath(Node from)
    {
        var word = tokens.Current.IsWord ? tokens.Take() : throw tokens.Unexpected("name");
        var (name, place) = (word.Text, word.Place);
        if ((name == "time" && tokens.Current.Text == "offset" || name is "start" or "end" && tokens.Current.Text == "included") && tokens.Current.IsWord)
            (name, place) = (name + " " + tokens.Current.Text, place.To(tokens.Take().Place));
        return TokenReader.Built(new PathNode(from, name, place));
    }

    Node ParseFilter(Node list)
    {
        tokens.Expect("[");
        names.Bind("item");
        var condition = parser.ParseExpression();
        names.Unbind(1);
        return TokenReader.Built(new FilterNode(list, condition, tokens.Expect("]").Place));
    }

    Node ParsePrimary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number: tokens.Take(); return new LiteralNode(token.Place, ReadNumber(token));
            case TokenKind.String: tokens.Take(); return new LiteralNode(token.Place, new FeelString(token.Text));
            case TokenKind.Temporal: tokens.Take(); return ReadTemporal(token);
            case TokenKind.Name: return ParseNameOrCall();
            case TokenKind.Keyword: return ParseKeyword(token);
            case TokenKind.Symbol: return parser.Brackets.ParseBracket(token);
            default: throw tokens.Unexpected("expression");
        }
    }

    static FeelNumber ReadNumber(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new FeelNumber(number)
            : throw new FeelSyntaxException(token.Place, FeelErrorCodes.Syntax, "number", token.Shown);

    static Node ReadTemporal(Token token) => Iso.Read(token.Text, TimeZoneInfo.Utc) switch
    {
        FeelDateTime moment => new MomentNode(token.Place, token.Text, moment),
        { } value => new LiteralNode(token.Place, value),
        null => throw new FeelSyntaxException(token.Place, FeelErrorCodes.Syntax, "date, time or duration", token.Shown),
    };

    Node ParseKeyword(Token token)
    {
        switch (token.Text)
        {
            case "true" or "false" or "null":
                tokens.Take();
                FeelValue value = token.Text == "null" ? FeelNull.Instance : FeelBoolean.Of(token.Text == "true");
                return new LiteralNode(token.Place, value);
            case "if": return parser.Clauses.ParseIf();
            case "for": return parser.Clauses.ParseFor();
            case "some" or "every": return parser.Clauses.ParseQuantifier();
            default: return tokens.LengthOfFunctionName > 0 ? ParseNameOrCall() : throw tokens.Unexpected("expression");
        }
    }

    /// <summary>A function name may have several words, some of them keywords: it is one only when a bracket follows.</summary>
    Node ParseNameOrCall()
    {
        var words = tokens.LengthOfFunctionName;
        if (words > 0)
            return ParseCall(words);
        var token = tokens.Take();
        names.Mention(token.Text);
        return new NameNode(token.Place, string.Intern(token.Text));
    }

    Node ParseCall(int words)
    {
        var start = tokens.At;
        var first = tokens.Current.Place;
        tokens.At += words;
        var name = string.Join(' ', tokens.Since(start).Select(word => word.Text));
        var namePlace = first.To(tokens.Since(start).Last().Place);
        tokens.Expect("(");
        var arguments = ParseItems(")");
        return TokenReader.Built(new CallNode(name, namePlace, namePlace.To(tokens.Expect(")").Place), arguments));
    }

    /// <summary>Expressions with commas between them, up to but not including the closing bracket.</summary>
    Node[] ParseItems(string close)
    {
        List<Node> items = [];
        while (!tokens.Current.Is(close))
        {
            if (items.Count > 0)
                tokens.Expect(",");
            items.Add(parser.ParseExpression());
        }
        return [.. items];
    }
}
