using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>One value from many: over a list, or over the arguments themselves. One item of the wrong type makes the result null.</summary>
static class AggregateFunctions
{
    static readonly Parameter Items = Parameter.Any with { Variadic = true };

    internal static FeelFunction[] All { get; } =
    [
        new("count", [Parameter.List], FeelType.Number, (a, _) => new FeelNumber(((FeelList)a[0]).Items.Length)),
        new("sum", [Items], FeelType.Number, (a, e) => Sum(Spread(a), e)),
        new("mean", [Items], FeelType.Number, (a, e) => Mean(Spread(a), e)),
        new("min", [Items], ItemType, (a, _) => Extreme(Spread(a), -1)),
        new("max", [Items], ItemType, (a, _) => Extreme(Spread(a), 1)),
        new("all", [Items], FeelType.Boolean, (a, _) => FeelBoolean.Of(Fold(Spread(a), true, ThreeValued.And))),
        new("any", [Items], FeelType.Boolean, (a, _) => FeelBoolean.Of(Fold(Spread(a), false, ThreeValued.Or))),
    ];

    static ImmutableArray<FeelValue> Spread(FeelValue[] arguments) => arguments is [FeelList list] ? list.Items : [.. arguments];

    static FeelType ItemType(FeelType[] types) => types is [FeelType.List list] ? list.Element : FeelType.Join(types);

    static FeelValue? Sum(ImmutableArray<FeelValue> items, Evaluation evaluation)
    {
        if (items.IsEmpty || items[0] is not FeelNumber)
            return null;
        var sum = items[0];
        foreach (var item in items.AsSpan(1..))
        {
            if (item is not FeelNumber || sum is not FeelNumber)
                return null;
            sum = Arithmetic.Add(sum, item, evaluation);
        }
        return sum;
    }

    static FeelValue? Mean(ImmutableArray<FeelValue> items, Evaluation evaluation) =>
        Sum(items, evaluation) is FeelNumber sum ? new FeelNumber(sum.Value / items.Length) : null;

    static FeelValue? Extreme(ImmutableArray<FeelValue> items, int direction)
    {
        var best = items.IsEmpty ? null : items[0];
        foreach (var item in items)
        {
            if (Comparison.Order(item, best!) is not { } order)
                return null;
            best = order * direction > 0 ? item : best;
        }
        return best;
    }

    static bool? Fold(ImmutableArray<FeelValue> items, bool? start, Func<bool?, bool?, bool?> combine) =>
        items.Aggregate(start, (result, item) => combine(result, Logic.Truth(item)));
}
