namespace Kanteling.Workflows.Expressions;

/// <summary>A range; C# null for a side without a bound.</summary>
sealed class RangeNode(Place place, Node? start, bool startIncluded, Node? end, bool endIncluded) : Node(place, start, end)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) =>
        new FeelRange(start?.Evaluate(scope, evaluation), startIncluded, end?.Evaluate(scope, evaluation), endIncluded);

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var from = start?.Infer(scope, checking) ?? FeelType.Any;
        var to = end?.Infer(scope, checking) ?? FeelType.Any;
        checking.Require(from, to, Place);
        return new FeelType.Range(from.IsOpen ? to : from);
    }
}

/// <summary><c>x in …</c>: true when one test passes, null when none does and one cannot be told.</summary>
sealed class InNode(Node value, Node[] tests) : Node(value.Place.To(tests[^1].Place), [value, .. tests])
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var tested = value.Evaluate(scope, evaluation);
        bool? passes = false;
        foreach (var node in tests)
        {
            var test = node.Evaluate(scope, evaluation);
            evaluation.Charge(test.Size);
            passes = ThreeValued.Or(passes, Comparison.Passes(tested, test));
        }
        return FeelBoolean.Of(passes);
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = value.Infer(scope, checking);
        foreach (var test in tests)
            Tests.RequireTestable(type, test.Infer(scope, checking), test.Place, checking);
        return FeelType.Boolean;
    }
}

/// <summary>One test of a decision table's cell; when it mentions the input (<c>?</c>) its own truth counts.</summary>
sealed record UnaryTest(Node Node, bool MentionsInput);

/// <summary>Tests against the input value <c>?</c>: true when one passes. No tests at all means that everything passes.</summary>
sealed class UnaryTestsNode(UnaryTest[] tests, bool negated)
    : Node(tests.Length == 0 ? new(0, 1) : tests[0].Node.Place.To(tests[^1].Node.Place), [.. tests.Select(test => test.Node)])
{
    /// <summary>The name of the value under test.</summary>
    internal const string Input = "?";

    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var input = scope.Find(Input);
        bool? passes = tests.Length == 0;
        foreach (var test in tests)
            passes = ThreeValued.Or(passes, Passes(test, input, scope, evaluation));
        return FeelBoolean.Of(negated ? !passes : passes);
    }

    static bool? Passes(UnaryTest test, FeelValue input, Scope scope, Evaluation evaluation)
    {
        var value = test.Node.Evaluate(scope, evaluation);
        evaluation.Charge(value.Size);
        return value is FeelBoolean truth && (test.MentionsInput || input is not FeelBoolean) ? truth.Value : Comparison.Passes(input, value);
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var input = scope.Find(Input) ?? FeelType.Any;
        foreach (var test in tests)
        {
            var type = test.Node.Infer(scope, checking);
            if (type != FeelType.Boolean)
                Tests.RequireTestable(input, type, test.Node.Place, checking);
        }
        return FeelType.Boolean;
    }
}

static class Tests
{
    /// <summary>Reports a test that no value of this type can pass.</summary>
    internal static void RequireTestable(FeelType value, FeelType test, Place place, Checking checking)
    {
        var element = test switch
        {
            FeelType.Range range => range.Element,
            FeelType.List list => list.Element is FeelType.Range range ? range.Element : list.Element,
            _ => test,
        };
        if (!value.MayBe(test))
            checking.Require(value, element, place);
    }
}
