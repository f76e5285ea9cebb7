using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>One <c>x in items</c> of a loop.</summary>
sealed record Source(string Name, Node Items)
{
    /// <summary>More would let a loop nest deeper than the depth of its tree tells.</summary>
    internal const int Most = 10;

    /// <summary>The items of a list, or the whole numbers of a range, downwards when it starts higher; C# null when it is neither.</summary>
    internal IReadOnlyList<FeelValue>? Values(Scope scope, Evaluation evaluation) => Items.Evaluate(scope, evaluation) switch
    {
        FeelList list => list.Items,
        FeelRange { Start: FeelNumber start, End: FeelNumber end } range => Count(start, end, range, evaluation),
        _ => null,
    };

    static FeelNumber[]? Count(FeelNumber start, FeelNumber end, FeelRange range, Evaluation evaluation)
    {
        if (!start.IsInteger(out var from) || !end.IsInteger(out var to))
            return null;
        var step = from <= to ? 1 : -1;
        var first = range.StartIncluded ? from : (long)from + step;
        var last = range.EndIncluded ? to : (long)to - step;
        var length = Math.Max(0, (last - first) * step + 1);
        evaluation.RequireLength(length);
        evaluation.Charge((int)length);
        var numbers = new FeelNumber[length];
        for (var i = 0; i < length; i++)
            numbers[i] = new FeelNumber(first + (long)i * step);
        return numbers;
    }

    internal FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = Items.Infer(scope, checking);
        return type switch
        {
            FeelType.List list => list.Element,
            FeelType.Range range => range.Element,
            _ when type.IsOpen => FeelType.Any,
            _ => checking.Report(Items.Place, FeelErrorCodes.Type, "list", type.ToString()),
        };
    }

    internal static TypeScope InferAll(Source[] sources, TypeScope scope, Checking checking)
    {
        foreach (var source in sources)
            scope = scope.With(source.Name, source.Infer(scope, checking));
        return scope;
    }
}

/// <summary><c>for … return</c> over every combination of the sources; null when one of them is no list.</summary>
sealed class ForNode(Place start, Source[] sources, Node body) : Node(start.To(body.Place), [.. sources.Select(source => source.Items), body])
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var results = ImmutableArray.CreateBuilder<FeelValue>();
        return Collect(0, scope, evaluation, results) ? evaluation.List(results.ToImmutable()) : FeelNull.Instance;
    }

    bool Collect(int depth, Scope scope, Evaluation evaluation, ImmutableArray<FeelValue>.Builder results)
    {
        if (depth == sources.Length)
        {
            results.Add(body.Evaluate(scope, evaluation));
            evaluation.RequireLength(results.Count);
            return true;
        }
        if (sources[depth].Values(scope, evaluation) is not { } values)
            return false;
        foreach (var value in values)
        {
            if (!Collect(depth + 1, scope.With(sources[depth].Name, value), evaluation, results))
                return false;
        }
        return true;
    }

    internal override FeelType Infer(TypeScope scope, Checking checking) =>
        new FeelType.List(body.Infer(Source.InferAll(sources, scope, checking), checking));
}

/// <summary><c>some</c> and <c>every</c>: an <c>or</c> and an <c>and</c> over all combinations, ending as soon as it is decided.</summary>
sealed class QuantifierNode(Place start, bool every, Source[] sources, Node condition)
    : Node(start.To(condition.Place), [.. sources.Select(source => source.Items), condition])
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation) => FeelBoolean.Of(Decide(0, scope, evaluation));

    bool? Decide(int depth, Scope scope, Evaluation evaluation)
    {
        if (depth == sources.Length)
            return Logic.Truth(condition.Evaluate(scope, evaluation));
        if (sources[depth].Values(scope, evaluation) is not { } values)
            return null;
        bool? result = every;
        foreach (var value in values)
        {
            var answer = Decide(depth + 1, scope.With(sources[depth].Name, value), evaluation);
            result = every ? ThreeValued.And(result, answer) : ThreeValued.Or(result, answer);
            if (result == !every)
                break;
        }
        return result;
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = condition.Infer(Source.InferAll(sources, scope, checking), checking);
        checking.Require(FeelType.Boolean, type, condition.Place);
        return FeelType.Boolean;
    }
}
