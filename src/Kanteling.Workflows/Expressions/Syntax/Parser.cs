namespace Kanteling.Workflows.Expressions;

/// <summary>
/// A recursive descent parser; it stops at the first error. From loose to tight: <see cref="Operators"/> (<c>or</c>, <c>and</c>,
/// comparison with <c>between</c> and <c>in</c>, <c>+ -</c>, <c>* /</c>, <c>**</c> to the left, minus sign), then
/// <see cref="Primaries"/> (path, filter, literal, name and call), then <see cref="Brackets"/> and <see cref="Clauses"/>.
/// <see cref="UnaryTestReader"/> reads what stands to the right of <c>in</c> and in a decision table.
/// </summary>
sealed class Parser
{
    readonly TokenReader tokens;
    readonly Names names = new();

    internal Parser(List<Token> tokens)
    {
        this.tokens = new(tokens);
        Operators = new(this.tokens, this);
        Primaries = new(this.tokens, names, this);
        Brackets = new(this.tokens, names, this);
        Clauses = new(this.tokens, names, this);
        Tests = new(this.tokens, this);
    }

    internal IReadOnlySet<string> FreeNames => names.Free;

    internal Operators Operators { get; }

    internal Primaries Primaries { get; }

    internal Brackets Brackets { get; }

    internal Clauses Clauses { get; }

    internal UnaryTestReader Tests { get; }

    internal Node ParseWhole()
    {
        var node = ParseExpression();
        return tokens.Current.Kind == TokenKind.End ? node : throw tokens.Unexpected("operator");
    }

    internal Node ParseWholeTests()
    {
        names.Bind(UnaryTestsNode.Input);
        var node = Tests.ParseWhole();
        return tokens.Current.Kind == TokenKind.End ? TokenReader.Built(node) : throw tokens.Unexpected(",");
    }

    internal Node ParseExpression()
    {
        tokens.Enter();
        var node = Operators.ParseOr();
        tokens.Leave();
        return node;
    }
}
