namespace Kanteling.Workflows.Expressions;

enum Compared
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

static class ComparedSymbols
{
    internal static Compared? Find(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => Compared.Equal,
        "!=" => Compared.NotEqual,
        "<" => Compared.Less,
        "<=" => Compared.LessOrEqual,
        ">" => Compared.Greater,
        ">=" => Compared.GreaterOrEqual,
        _ => null,
    };
}

/// <summary>Equality and order. What has no order compares to null.</summary>
sealed class CompareNode(Compared operation, Node left, Node right) : Node(left.Place.To(right.Place), left, right)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var (a, b) = (left.Evaluate(scope, evaluation), right.Evaluate(scope, evaluation));
        evaluation.Charge(Math.Min(a.Size, b.Size));
        return FeelBoolean.Of(operation switch
        {
            Compared.Equal => Comparison.AreEqual(a, b),
            Compared.NotEqual => !Comparison.AreEqual(a, b),
            _ => Comparison.Order(a, b) is { } order ? Holds(order) : null,
        });
    }

    bool Holds(int order) => operation switch
    {
        Compared.Less => order < 0,
        Compared.LessOrEqual => order <= 0,
        Compared.Greater => order > 0,
        _ => order >= 0,
    };

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var (a, b) = (left.Infer(scope, checking), right.Infer(scope, checking));
        if (!a.MayBe(b) && !b.MayBe(a) || operation > Compared.NotEqual && !(Order.Has(a) && Order.Has(b)))
            checking.Report(Place, FeelErrorCodes.Type, a.ToString(), b.ToString());
        return FeelType.Boolean;
    }
}

/// <summary><c>x between a and b</c>, both ends included.</summary>
sealed class BetweenNode(Node value, Node low, Node high) : Node(value.Place.To(high.Place), value, low, high)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var tested = value.Evaluate(scope, evaluation);
        var range = new FeelRange(low.Evaluate(scope, evaluation), true, high.Evaluate(scope, evaluation), true);
        return FeelBoolean.Of(range.Contains(tested));
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = value.Infer(scope, checking);
        checking.Require(type, low.Infer(scope, checking), low.Place);
        checking.Require(type, high.Infer(scope, checking), high.Place);
        return FeelType.Boolean;
    }
}

/// <summary>Which types have an order.</summary>
static class Order
{
    internal static bool Has(FeelType type) =>
        type is FeelType.List list ? Has(list.Element) : type is not (FeelType.Context or FeelType.Range) && type != FeelType.Boolean;
}
