namespace Kanteling.Workflows.Expressions;

/// <summary><c>+ - * / **</c> on numbers, texts (only +) and values of time.</summary>
sealed class ArithmeticNode(Operation operation, Node left, Node right) : Node(left.Place.To(right.Place), left, right)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var (a, b) = (left.Evaluate(scope, evaluation), right.Evaluate(scope, evaluation));
        evaluation.Resume(Place);
        return Arithmetic.Apply(operation, Comparison.Single(a), Comparison.Single(b), evaluation);
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var (a, b) = (left.Infer(scope, checking), right.Infer(scope, checking));
        return ArithmeticTypes.Of(operation, a, b)
            ?? checking.Report(Place, FeelErrorCodes.Type, Arithmetic.Symbol(operation), a.ToString(), b.ToString());
    }
}

/// <summary>The minus sign before a number or a duration.</summary>
sealed class NegateNode(Place place, Node operand) : Node(place, operand)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) =>
        Comparison.Single(operand.Evaluate(scope, evaluation)) switch
        {
            FeelNumber number => new FeelNumber(-number.Value),
            FeelDayTimeDuration duration when duration.Value != TimeSpan.MinValue => new FeelDayTimeDuration(-duration.Value),
            FeelMonthsDuration duration when duration.Months != int.MinValue => new FeelMonthsDuration(-duration.Months),
            _ => FeelNull.Instance,
        };

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = operand.Infer(scope, checking);
        var canNegate = type.IsOpen || type is FeelType.List || type == FeelType.Number
            || type == FeelType.DayTimeDuration || type == FeelType.MonthsDuration;
        return canNegate ? type is FeelType.List list ? list.Element : type : checking.Report(Place, FeelErrorCodes.Type, "-", type.ToString());
    }
}
