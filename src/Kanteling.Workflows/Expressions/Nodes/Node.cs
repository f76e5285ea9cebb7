namespace Kanteling.Workflows.Expressions;

/// <summary>
/// A node of the expression tree. Nodes are immutable, evaluate themselves and infer their own type; an ill-typed operation is null.
/// </summary>
abstract class Node(Place place, params ReadOnlySpan<Node?> children)
{
    internal Place Place { get; } = place;

    /// <summary>How many levels there are from here to the deepest leaf, this one included.</summary>
    internal int Depth { get; } = 1 + DeepestOf(children);

    internal FeelValue Evaluate(Scope scope, Evaluation evaluation)
    {
        evaluation.Step(Place);
        return Compute(scope, evaluation);
    }

    private protected abstract FeelValue Compute(Scope scope, Evaluation evaluation);

    /// <summary>The type it has when evaluated, reporting what can never work.</summary>
    internal abstract FeelType Infer(TypeScope scope, Checking checking);

    static int DeepestOf(ReadOnlySpan<Node?> children)
    {
        var deepest = 0;
        foreach (var child in children)
            deepest = Math.Max(deepest, child?.Depth ?? 0);
        return deepest;
    }
}

/// <summary>A literal.</summary>
sealed class LiteralNode(Place place, FeelValue value) : Node(place)
{
    internal FeelValue Value => value;

    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) => value;

    internal override FeelType Infer(TypeScope scope, Checking checking) => value.Type;
}

/// <summary>A date-time literal: without offset it is local to the zone of the environment, which the parser does not know.</summary>
sealed class MomentNode(Place place, string text, FeelDateTime inUtc) : Node(place)
{
    readonly bool hasOffset = inUtc.Equals(Iso.ReadMoment(text, FarEast));

    static TimeZoneInfo FarEast { get; } = TimeZoneInfo.CreateCustomTimeZone("+13", TimeSpan.FromHours(13), null, null);

    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) =>
        hasOffset ? inUtc : Iso.ReadMoment(text, evaluation.Environment.Zone) ?? FeelNull.Instance;

    internal override FeelType Infer(TypeScope scope, Checking checking) => FeelType.DateTime;
}

/// <summary>A name: the nearest variable, or null when there is none.</summary>
sealed class NameNode(Place place, string name) : Node(place)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) => scope.Find(name);

    internal override FeelType Infer(TypeScope scope, Checking checking) =>
        scope.Find(name) ?? checking.Report(Place, FeelErrorCodes.UnknownName, name);
}
