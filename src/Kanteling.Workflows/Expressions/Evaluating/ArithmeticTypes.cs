namespace Kanteling.Workflows.Expressions;

/// <summary>Which types an arithmetic operation takes and what it makes of them.</summary>
static class ArithmeticTypes
{
    static readonly FeelType[] Durations = [FeelType.DayTimeDuration, FeelType.MonthsDuration];

    static readonly Dictionary<(Operation, FeelType, FeelType), FeelType> Results = Build();

    /// <summary>C# null when no values of these types can work together.</summary>
    internal static FeelType? Of(Operation operation, FeelType left, FeelType right)
    {
        (left, right) = (ItemOf(left), ItemOf(right));
        if (!left.IsOpen && !right.IsOpen)
            return Results.GetValueOrDefault((operation, left, right));
        var possible = Results.Where(rule => rule.Key.Item1 == operation && rule.Key.Item2.MayBe(left) && rule.Key.Item3.MayBe(right));
        return possible.Any() ? FeelType.Join(possible.Select(rule => rule.Value)) : null;
    }

    static FeelType ItemOf(FeelType type) => type is FeelType.List list ? list.Element : type;

    static Dictionary<(Operation, FeelType, FeelType), FeelType> Build()
    {
        var rules = new Dictionary<(Operation, FeelType, FeelType), FeelType>();
        foreach (var operation in Enum.GetValues<Operation>())
            rules[(operation, FeelType.Number, FeelType.Number)] = FeelType.Number;
        rules[(Operation.Add, FeelType.String, FeelType.String)] = FeelType.String;
        foreach (var point in new[] { FeelType.Date, FeelType.Time, FeelType.DateTime })
            AddPoint(rules, point);
        foreach (var duration in Durations)
            AddDuration(rules, duration);
        return rules;
    }

    static void AddPoint(Dictionary<(Operation, FeelType, FeelType), FeelType> rules, FeelType point)
    {
        rules[(Operation.Subtract, point, point)] = FeelType.DayTimeDuration;
        foreach (var duration in Durations.Where(d => point != FeelType.Time || d == FeelType.DayTimeDuration))
            rules[(Operation.Add, point, duration)] = rules[(Operation.Add, duration, point)] = rules[(Operation.Subtract, point, duration)] = point;
    }

    static void AddDuration(Dictionary<(Operation, FeelType, FeelType), FeelType> rules, FeelType duration)
    {
        rules[(Operation.Add, duration, duration)] = rules[(Operation.Subtract, duration, duration)] = duration;
        rules[(Operation.Multiply, duration, FeelType.Number)] = rules[(Operation.Multiply, FeelType.Number, duration)] = duration;
        rules[(Operation.Divide, duration, FeelType.Number)] = duration;
        rules[(Operation.Divide, duration, duration)] = FeelType.Number;
    }
}
