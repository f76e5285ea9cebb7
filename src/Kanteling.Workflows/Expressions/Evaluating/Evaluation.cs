using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// One evaluation and what it has left. Every node costs a step and every item touched another one, charged before the work is done;
/// values are measured as they are made. Whoever goes over the budget ends the whole evaluation.
/// </summary>
sealed class Evaluation(FeelEnvironment environment)
{
    readonly FeelBudget budget = environment.Budget ?? FeelBudget.Default;
    Place current;

    internal FeelEnvironment Environment => environment;

    /// <summary>Steps charged so far.</summary>
    internal int Used { get; private set; }

    internal void Step(Place place)
    {
        current = place;
        Charge(1);
    }

    /// <summary>Brings the place of an error back to this node, after its children have been evaluated.</summary>
    internal void Resume(Place place) => current = place;

    internal void Charge(int steps)
    {
        if (steps > budget.Steps - Used)
            throw new FeelBudgetException(current, "steps", budget.Steps);
        Used += steps;
    }

    internal FeelList List(System.Collections.Immutable.ImmutableArray<FeelValue> items)
    {
        Require(items.Length, budget.ListLength, "list length");
        Charge(items.Length);
        return Measured(new FeelList(items));
    }

    internal FeelContext Context(IReadOnlyCollection<KeyValuePair<string, FeelValue>> entries)
    {
        Require(entries.Count, budget.ListLength, "list length");
        Charge(entries.Count);
        return Measured(new FeelContext(entries));
    }

    internal FeelString Text(string text)
    {
        RequireText(text.Length);
        return new FeelString(text);
    }

    /// <summary>Charged before a text of this length is made.</summary>
    internal void RequireText(long length)
    {
        Require(length, budget.StringLength, "string length");
        Charge((int)(length / 32));
    }

    internal void RequireLength(long items) => Require(items, budget.ListLength, "list length");

    T Measured<T>(T value) where T : FeelValue
    {
        Require(value.Size, budget.ValueSize, "value size");
        return value;
    }

    void Require(long actual, int limit, string what)
    {
        if (actual > limit)
            throw new FeelBudgetException(current, what, limit);
    }
}

/// <summary>Ends an evaluation that went over its budget; <see cref="FeelExpression"/> turns it into a <see cref="FeelError"/>.</summary>
sealed class FeelBudgetException(Place place, string what, int limit) : Exception(what)
{
    internal Place Place { get; } = place;

    internal string[] Arguments { get; } = [what, limit.ToString(CultureInfo.InvariantCulture)];
}
