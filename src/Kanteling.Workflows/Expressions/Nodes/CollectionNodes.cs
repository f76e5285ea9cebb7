using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>A list literal.</summary>
sealed class ListNode(Place place, Node[] items) : Node(place, items)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        evaluation.RequireLength(items.Length);
        var values = ImmutableArray.CreateBuilder<FeelValue>(items.Length);
        foreach (var item in items)
            values.Add(item.Evaluate(scope, evaluation));
        return evaluation.List(values.MoveToImmutable());
    }

    internal override FeelType Infer(TypeScope scope, Checking checking) =>
        new FeelType.List(FeelType.Join([.. items.Select(item => item.Infer(scope, checking))]));
}

/// <summary>A context literal; an entry can use the entries before it.</summary>
sealed class ContextNode(Place place, (string Name, Node Value)[] entries) : Node(place, [.. entries.Select(entry => entry.Value)])
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var values = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var (name, node) in entries)
        {
            var value = node.Evaluate(scope, evaluation);
            values[name] = value;
            scope = scope.With(name, value);
        }
        return evaluation.Context(values);
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, FeelType>(StringComparer.Ordinal);
        foreach (var (name, node) in entries)
        {
            fields[name] = node.Infer(scope, checking);
            scope = scope.With(name, fields[name]);
        }
        return new FeelType.Context(fields.ToImmutable());
    }
}

/// <summary><c>a.b</c>: an entry of a context, a part of a value of time, or both for every item of a list.</summary>
sealed class PathNode(Node from, string name, Place namePlace) : Node(from.Place.To(namePlace), from)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var value = from.Evaluate(scope, evaluation);
        evaluation.Resume(Place);
        return value is FeelList list ? evaluation.List([.. list.Items.Select(Part)]) : Part(value);
    }

    FeelValue Part(FeelValue of) => of is FeelContext context ? context[name] : Parts.Of(of, name) ?? FeelNull.Instance;

    internal override FeelType Infer(TypeScope scope, Checking checking) => from.Infer(scope, checking) switch
    {
        FeelType.List list => new FeelType.List(InferPart(list.Element, checking)),
        var type => InferPart(type, checking),
    };

    FeelType InferPart(FeelType of, Checking checking)
    {
        if (of.IsOpen || of is FeelType.List)
            return FeelType.Any;
        if (of is FeelType.Context context)
        {
            return context.Fields.GetValueOrDefault(name)
                ?? (context.Closed ? checking.Report(namePlace, FeelErrorCodes.UnknownName, name) : FeelType.Any);
        }
        return Parts.TypeOf(of, name) ?? checking.Report(namePlace, FeelErrorCodes.UnknownName, name);
    }
}

/// <summary>
/// <c>list[…]</c>: a number picks an item (from 1, or from the end), anything else keeps the items for which it is true. A value that is
/// no list counts as a list of one.
/// </summary>
sealed class FilterNode(Node source, Node condition, Place close) : Node(source.Place.To(close), source, condition)
{
    private protected override FeelValue Compute(Scope scope, Evaluation evaluation)
    {
        var value = source.Evaluate(scope, evaluation);
        if (value is FeelNull)
            return value;
        var items = value is FeelList list ? list.Items : [value];
        return condition is LiteralNode { Value: FeelNumber index } ? Pick(items, index) : Filter(items, scope, evaluation);
    }

    FeelValue Filter(ImmutableArray<FeelValue> items, Scope scope, Evaluation evaluation)
    {
        if (items.IsEmpty)
            return condition.Evaluate(scope.WithItem(FeelNull.Instance), evaluation) is FeelNumber ? FeelNull.Instance : FeelList.Empty;
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in items)
        {
            var answer = Comparison.Single(condition.Evaluate(scope.WithItem(item), evaluation));
            if (answer is FeelNumber index)
                return Pick(items, index);
            if (answer is FeelBoolean { Value: true })
                kept.Add(item);
        }
        evaluation.Resume(Place);
        return evaluation.List(kept.ToImmutable());
    }

    static FeelValue Pick(ImmutableArray<FeelValue> items, FeelNumber index)
    {
        if (!index.IsInteger(out var position) || position == 0 || Math.Abs((long)position) > items.Length)
            return FeelNull.Instance;
        return items[position > 0 ? position - 1 : items.Length + position];
    }

    internal override FeelType Infer(TypeScope scope, Checking checking)
    {
        var type = source.Infer(scope, checking);
        var element = type is FeelType.List list ? list.Element : type;
        var answer = condition.Infer(scope.WithItem(element), checking);
        if (answer == FeelType.Number)
            return element;
        checking.Require(FeelType.Boolean, answer, condition.Place);
        return answer.IsOpen ? FeelType.Any : new FeelType.List(element);
    }
}
