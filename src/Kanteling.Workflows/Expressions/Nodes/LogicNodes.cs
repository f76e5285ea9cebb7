namespace Kanteling.Workflows.Expressions;

/// <summary><c>and</c> over all its parts: false as soon as one is false, null when one is not a boolean.</summary>
sealed class AndNode(Node[] parts) : Node(parts[0].Place.To(parts[^1].Place), parts)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        FeelValue result = FeelBoolean.True;
        foreach (var part in parts)
        {
            if (Logic.Truth(part.Evaluate(scope, evaluation)) is not { } truth)
                result = FeelNull.Instance;
            else if (!truth)
                return FeelBoolean.False;
        }
        return result;
    }

    internal override FeelType Infer(TypeScope scope, Checking checking) => Booleans.Infer(parts, scope, checking);
}

/// <summary><c>or</c> over all its parts: true as soon as one is true, null when one is not a boolean.</summary>
sealed class OrNode(Node[] parts) : Node(parts[0].Place.To(parts[^1].Place), parts)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        FeelValue result = FeelBoolean.False;
        foreach (var part in parts)
        {
            if (Logic.Truth(part.Evaluate(scope, evaluation)) is not { } truth)
                result = FeelNull.Instance;
            else if (truth)
                return FeelBoolean.True;
        }
        return result;
    }

    internal override FeelType Infer(TypeScope scope, Checking checking) => Booleans.Infer(parts, scope, checking);
}

/// <summary><c>if … then … else</c>: everything but true goes to else.</summary>
sealed class IfNode(Place start, Node condition, Node then, Node otherwise) : Node(start.To(otherwise.Place), condition, then, otherwise)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) =>
        (Logic.Truth(condition.Evaluate(scope, evaluation)) == true ? then : otherwise).Evaluate(scope, evaluation);

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        checking.Require(FeelType.Boolean, condition.Infer(scope, checking), condition.Place);
        return FeelType.Join(then.Infer(scope, checking), otherwise.Infer(scope, checking));
    }
}

static class Booleans
{
    /// <summary>Parts that all have to be true or false.</summary>
    internal static FeelType Infer(Node[] parts, TypeScope scope, Checking checking)
    {
        foreach (var part in parts)
            checking.Require(FeelType.Boolean, part.Infer(scope, checking), part.Place);
        return FeelType.Boolean;
    }
}
