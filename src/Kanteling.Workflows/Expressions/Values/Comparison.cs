namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Kleene's logic, as FEEL has it: C#'s null stands for "unknown".
/// </summary>
static class ThreeValued
{
    internal static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    internal static bool? Or(bool? left, bool? right) =>
        left == true || right == true ? true : left is null || right is null ? null : false;
}

/// <summary>
/// FEEL's equality and order. Values of different kinds are neither equal nor unequal: the answer is unknown (C# null). Null equals
/// only null, and a list of one item stands for its item.
/// </summary>
static class Comparison
{
    internal static FeelValue Single(FeelValue value) => value is FeelList { Items: [var only] } ? only : value;

    internal static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left is FeelList != right is FeelList)
            (left, right) = (Single(left), Single(right));
        return (left, right) switch
        {
            (FeelNull, FeelNull) => true,
            (FeelNull, _) or (_, FeelNull) => false,
            (FeelTime, FeelTime) => Order(left, right) is { } order ? order == 0 : false,
            _ => left.GetType() == right.GetType() ? left.Equals(right) : null,
        };
    }

    /// <summary>Negative, zero or positive; C# null when the two have no order.</summary>
    internal static int? Order(FeelValue left, FeelValue right) => (Single(left), Single(right)) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => string.CompareOrdinal(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.Value.CompareTo(b.Value),
        (FeelDateTime a, FeelDateTime b) => a.Value.CompareTo(b.Value),
        (FeelTime a, FeelTime b) => OrderOfTimes(a, b),
        (FeelDayTimeDuration a, FeelDayTimeDuration b) => a.Value.CompareTo(b.Value),
        (FeelMonthsDuration a, FeelMonthsDuration b) => a.Months.CompareTo(b.Months),
        _ => null,
    };

    static int? OrderOfTimes(FeelTime left, FeelTime right) => (left.Offset, right.Offset) switch
    {
        (null, null) => left.Value.CompareTo(right.Value),
        ({ } a, { } b) => (left.Value.ToTimeSpan() - a).CompareTo(right.Value.ToTimeSpan() - b),
        _ => null,
    };

    /// <summary>Whether a value passes one test of <c>in</c>: a range contains it, a list has it, or it is equal.</summary>
    internal static bool? Passes(FeelValue value, FeelValue test) => test switch
    {
        FeelRange range when value is not FeelRange => range.Contains(value),
        FeelList list => AreEqual(value, list) == true || list.Items.Any(item => PassesItem(value, item)),
        _ => AreEqual(value, test),
    };

    static bool PassesItem(FeelValue value, FeelValue item) =>
        item is FeelRange range && value is not FeelRange ? range.Contains(value) == true : AreEqual(value, item) == true;
}
