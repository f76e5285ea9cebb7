using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kanteling.Workflows.Expressions;

/// <summary>Cuts the text into tokens. Blanks and comments (<c>//</c> and <c>/* */</c>) fall away.</summary>
sealed class Lexer(string text)
{
    static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        ["if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "between", "true", "false", "null"]);

    static readonly string[] LongSymbols = ["**", "..", "<=", ">=", "!="];

    readonly List<Token> tokens = [];
    int at;

    internal static List<Token> Read(string text) => new Lexer(text).ReadAll();

    /// <summary>Whether the text can stand in an expression as a name.</summary>
    internal static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart) && !Keywords.Contains(text);

    List<Token> ReadAll()
    {
        SkipBlanks();
        while (at < text.Length)
        {
            tokens.Add(ReadToken());
            SkipBlanks();
        }
        tokens.Add(new(TokenKind.End, "", new(text.Length, 0)));
        return tokens;
    }

    Token ReadToken()
    {
        var c = text[at];
        if (IsNameStart(c))
            return ReadWord();
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Peek(1)))
            return ReadNumber();
        if (c == '"')
            return ReadString(at, TokenKind.String);
        if (c == '@' && Peek(1) == '"')
            return ReadString(at++, TokenKind.Temporal);
        return ReadSymbol();
    }

    Token ReadWord()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        var word = text[start..at];
        return new(Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Name, word, new(start, at - start));
    }

    Token ReadNumber()
    {
        var start = at;
        SkipDigits();
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            SkipDigits();
        }
        return new(TokenKind.Number, text[start..at], new(start, at - start));
    }

    void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)))
            at++;
    }

    Token ReadSymbol()
    {
        var symbol = LongSymbols.FirstOrDefault(s => string.CompareOrdinal(text, at, s, 0, 2) == 0) ?? text[at].ToString();
        var place = new Place(at, symbol.Length);
        if (symbol.Length == 1 && !"+-*/=<>()[]{},.:".Contains(symbol[0], StringComparison.Ordinal))
            throw new FeelSyntaxException(place, FeelErrorCodes.Syntax, "expression", symbol);
        at += symbol.Length;
        return new(TokenKind.Symbol, symbol, place);
    }

    /// <param name="start">Where the literal begins: at its quote or at the <c>@</c> before it.</param>
    /// <param name="kind">What it is.</param>
    Token ReadString(int start, TokenKind kind)
    {
        var content = new StringBuilder();
        at++;
        while (Peek(0) != '"')
        {
            if (at >= text.Length)
                throw new FeelSyntaxException(new(start, text.Length - start), FeelErrorCodes.Syntax, "\"", "end");
            if (text[at] == '\\')
                ReadEscape(content);
            else
                content.Append(text[at++]);
        }
        at++;
        return new(kind, content.ToString(), new(start, at - start));
    }

    void ReadEscape(StringBuilder content)
    {
        var place = new Place(at, Math.Min(2, text.Length - at));
        var c = Peek(1);
        at += 2;
        switch (c)
        {
            case 'n': content.Append('\n'); break;
            case 't': content.Append('\t'); break;
            case 'r': content.Append('\r'); break;
            case '"' or '\'' or '\\': content.Append(c); break;
            case 'u' when at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                content.Append((char)unit);
                at += 4;
                break;
            default: throw new FeelSyntaxException(place, FeelErrorCodes.Syntax, "escape", "\\" + c);
        }
    }

    void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && Peek(1) == '/')
            {
                at = IndexAfter("\n", at) ?? text.Length;
            }
            else if (text[at] == '/' && Peek(1) == '*')
            {
                at = IndexAfter("*/", at + 2)
                    ?? throw new FeelSyntaxException(new(at, text.Length - at), FeelErrorCodes.Syntax, "*/", "end");
            }
            else
            {
                return;
            }
        }
    }

    int? IndexAfter(string end, int from) =>
        text.IndexOf(end, from, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : null;

    char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '?';

    static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '?' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
