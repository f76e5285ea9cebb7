using System.Collections.Immutable;

namespace Kanteling.Workflows.Expressions;

/// <summary>Lists from lists. Where items are compared, their whole size is charged.</summary>
static class ListFunctions
{
    internal static FeelFunction[] All { get; } =
    [
        new("list contains", [Parameter.List, Parameter.Any], FeelType.Boolean, (a, e) => FeelBoolean.Of(Positions(a, e).Count > 0)),
        new("index of", [Parameter.List, Parameter.Any], new FeelType.List(FeelType.Number), (a, e) => e.List([.. Positions(a, e)])),
        new("append", [Parameter.List, Parameter.Any with { Variadic = true }], JoinedItems, (a, e) => e.List(Items(a[0]).AddRange(a[1..]))),
        new("concatenate", [Parameter.List with { Variadic = true }], JoinedLists, Concatenate),
        new("union", [Parameter.List with { Variadic = true }], JoinedLists, (a, e) => Distinct(Concatenate(a, e), e)),
        new("distinct values", [Parameter.List], types => AsList(types[0]), (a, e) => Distinct((FeelList)a[0], e)),
        new("flatten", [Parameter.List], new FeelType.List(FeelType.Any), Flatten),
        new("reverse", [Parameter.List], types => AsList(types[0]), (a, e) => e.List([.. Items(a[0]).Reverse()])),
        new("sublist", [Parameter.List, Parameter.Number, Parameter.Number with { Optional = true }], types => AsList(types[0]), Sublist),
    ];

    static ImmutableArray<FeelValue> Items(FeelValue list) => ((FeelList)list).Items;

    static FeelType.List AsList(FeelType type) => type as FeelType.List ?? new(type);

    static FeelType JoinedItems(FeelType[] types) => new FeelType.List(FeelType.Join([AsList(types[0]).Element, .. types[1..]]));

    static FeelType JoinedLists(FeelType[] types) => new FeelType.List(FeelType.Join(types.Select(type => AsList(type).Element)));

    static List<FeelValue> Positions(FeelValue[] arguments, Evaluation evaluation)
    {
        evaluation.Charge(arguments[0].Size);
        var positions = new List<FeelValue>();
        var items = Items(arguments[0]);
        for (var i = 0; i < items.Length; i++)
        {
            if (Comparison.AreEqual(items[i], arguments[1]) == true)
                positions.Add(new FeelNumber(i + 1));
        }
        return positions;
    }

    static FeelList Concatenate(FeelValue[] lists, Evaluation evaluation)
    {
        evaluation.RequireLength(lists.Sum(list => (long)Items(list).Length));
        return evaluation.List([.. lists.SelectMany(list => Items(list))]);
    }

    static FeelList Distinct(FeelList list, Evaluation evaluation)
    {
        evaluation.Charge(list.Size);
        return evaluation.List([.. list.Items.Distinct()]);
    }

    static FeelList Flatten(FeelValue[] arguments, Evaluation evaluation)
    {
        evaluation.Charge(arguments[0].Size);
        var flat = ImmutableArray.CreateBuilder<FeelValue>();
        AddFlat(Items(arguments[0]), flat);
        return evaluation.List(flat.ToImmutable());
    }

    static void AddFlat(ImmutableArray<FeelValue> items, ImmutableArray<FeelValue>.Builder flat)
    {
        foreach (var item in items)
        {
            if (item is FeelList inner)
                AddFlat(inner.Items, flat);
            else
                flat.Add(item);
        }
    }

    static FeelList? Sublist(FeelValue[] arguments, Evaluation evaluation)
    {
        var items = Items(arguments[0]);
        if (Stretch.Of(arguments, items.Length) is not { } stretch)
            return null;
        return evaluation.List(items.Slice(stretch.Start, stretch.Length));
    }
}

/// <summary>A start (from 1, or from the end) and an optional length, as <c>sublist</c> and <c>substring</c> take them.</summary>
readonly record struct Stretch(int Start, int Length)
{
    /// <summary>C# null when the start is no whole number or is zero; empty when it lies outside; what goes past the end is cut off.</summary>
    internal static Stretch? Of(FeelValue[] arguments, int total)
    {
        if (!((FeelNumber)arguments[1]).IsInteger(out var start) || start == 0)
            return null;
        if (Math.Abs((long)start) > total)
            return new(total, 0);
        var from = start > 0 ? start - 1 : total + start;
        var length = total - from;
        if (arguments.Length > 2)
        {
            if (!((FeelNumber)arguments[2]).IsInteger(out var wanted))
                return null;
            length = Math.Clamp(wanted, 0, length);
        }
        return new(from, length);
    }
}
