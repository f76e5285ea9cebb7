namespace Kanteling.Workflows.Expressions;

/// <summary>A parsed expression: immutable, safe to share between threads, cheap to evaluate again and again.</summary>
public sealed class FeelExpression
{
    readonly Node root;

    internal FeelExpression(string text, Node root, IReadOnlySet<string> freeNames)
    {
        (Text, this.root, FreeNames) = (text, root, freeNames);
    }

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The names it takes from its variables. A name in a filter counts too, even when it may be a field of the item.</summary>
    public IReadOnlySet<string> FreeNames { get; }

    /// <summary>Its value. Never throws for any variables; what the environment's functions throw passes through.</summary>
    public FeelResult Evaluate(FeelContext variables, FeelEnvironment environment) => Evaluate(Scope.Of(variables), environment);

    /// <summary>For unary tests: whether this value passes (true, false, or null when that cannot be told).</summary>
    public FeelResult Test(FeelValue input, FeelContext variables, FeelEnvironment environment) =>
        Evaluate(Scope.Of(variables).With(UnaryTestsNode.Input, input), environment);

    /// <summary>Infers its type and finds names, fields, functions and types that can never work with this schema.</summary>
    public FeelCheck Check(FeelType.Context schema) => Check(TypeScope.Of(schema));

    /// <summary>As <see cref="Check(FeelType.Context)"/>, for unary tests on an input of this type.</summary>
    public FeelCheck Check(FeelType input, FeelType.Context schema) => Check(TypeScope.Of(schema).With(UnaryTestsNode.Input, input));

    FeelResult Evaluate(Scope scope, FeelEnvironment environment)
    {
        var evaluation = new Evaluation(environment);
        try
        {
            return new(root.Evaluate(scope, evaluation), null, evaluation.Used);
        }
        catch (FeelBudgetException over)
        {
            return new(FeelNull.Instance, FeelError.At(Text, over.Place, FeelErrorCodes.Budget, over.Arguments), evaluation.Used);
        }
    }

    FeelCheck Check(TypeScope scope)
    {
        var checking = new Checking(Text);
        return new(root.Infer(scope, checking), checking.Errors);
    }
}
