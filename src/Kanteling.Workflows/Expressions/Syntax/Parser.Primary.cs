using System.Globalization;

namespace Kanteling.Workflows.Expressions;

sealed partial class Parser
{
    Node ParsePostfix()
    {
        var node = ParsePrimary();
        while (true)
        {
            if (Accept("."))
                node = ParsePath(node);
            else if (Current.Is("[") && !ClosesRange(Next))
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
        var word = Current.IsWord ? tokens[at++] : throw Unexpected("name");
        var (name, place) = (word.Text, word.Place);
        if ((name == "time" && Current.Text == "offset" || name is "start" or "end" && Current.Text == "included") && Current.IsWord)
            (name, place) = (name + " " + Current.Text, place.To(tokens[at++].Place));
        return Built(new PathNode(from, name, place));
    }

    Node ParseFilter(Node list)
    {
        Expect("[");
        bound.Add("item");
        var condition = ParseExpression();
        bound.RemoveAt(bound.Count - 1);
        return Built(new FilterNode(list, condition, Expect("]").Place));
    }

    Node ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number: at++; return new LiteralNode(token.Place, ReadNumber(token));
            case TokenKind.String: at++; return new LiteralNode(token.Place, new FeelString(token.Text));
            case TokenKind.Temporal: at++; return ReadTemporal(token);
            case TokenKind.Name: return ParseNameOrCall();
            case TokenKind.Keyword: return ParseKeyword(token);
            case TokenKind.Symbol: return ParseBracket(token);
            default: throw Unexpected("expression");
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
                at++;
                FeelValue value = token.Text == "null" ? FeelNull.Instance : FeelBoolean.Of(token.Text == "true");
                return new LiteralNode(token.Place, value);
            case "if": return ParseIf();
            case "for": return ParseFor();
            case "some" or "every": return ParseQuantifier();
            default: return FunctionNames.LengthAt(tokens, at) > 0 ? ParseNameOrCall() : throw Unexpected("expression");
        }
    }

    /// <summary>A function name may have several words, some of them keywords: it is one only when a bracket follows.</summary>
    Node ParseNameOrCall()
    {
        var words = FunctionNames.LengthAt(tokens, at);
        if (words > 0)
            return ParseCall(words);
        var token = tokens[at++];
        if (!bound.Contains(token.Text))
            freeNames.Add(token.Text);
        return new NameNode(token.Place, string.Intern(token.Text));
    }

    Node ParseCall(int words)
    {
        var name = string.Join(' ', tokens.Skip(at).Take(words).Select(word => word.Text));
        var namePlace = Current.Place.To(tokens[at + words - 1].Place);
        at += words;
        Expect("(");
        var arguments = ParseItems(")");
        return Built(new CallNode(name, namePlace, namePlace.To(Expect(")").Place), arguments));
    }

    /// <summary>Expressions with commas between them, up to but not including the closing bracket.</summary>
    Node[] ParseItems(string close)
    {
        List<Node> items = [];
        while (!Current.Is(close))
        {
            if (items.Count > 0)
                Expect(",");
            items.Add(ParseExpression());
        }
        return [.. items];
    }
}
