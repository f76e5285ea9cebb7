namespace Kanteling.Workflows.Expressions;

/// <summary>Rounding and remainders. A scale says how many decimals are kept; a negative one rounds to tens, hundreds and so on.</summary>
static class NumberFunctions
{
    const int LargestScale = 28;

    static readonly Parameter[] Rounded = [Parameter.Number, Parameter.Number with { Optional = true }];

    static readonly Parameter Quantity = new(FeelType.Number, FeelType.DayTimeDuration, FeelType.MonthsDuration);

    internal static FeelFunction[] All { get; } =
    [
        new("decimal", [Parameter.Number, Parameter.Number], FeelType.Number, (a, e) => Round(a, MidpointRounding.ToEven)),
        new("floor", Rounded, FeelType.Number, (a, e) => Round(a, MidpointRounding.ToNegativeInfinity)),
        new("ceiling", Rounded, FeelType.Number, (a, e) => Round(a, MidpointRounding.ToPositiveInfinity)),
        new("round half even", Rounded, FeelType.Number, (a, e) => Round(a, MidpointRounding.ToEven)),
        new("round half up", Rounded, FeelType.Number, (a, e) => Round(a, MidpointRounding.AwayFromZero)),
        new("modulo", [Parameter.Number, Parameter.Number], FeelType.Number, (a, e) => Modulo(Number(a[0]), Number(a[1]))),
        new("abs", [Quantity], types => One(types[0]), (a, _) => Abs(a[0])),
    ];

    /// <summary>A list of one item stands for its item.</summary>
    static FeelType One(FeelType type) => type is FeelType.List list ? One(list.Element) : type;

    static decimal Number(FeelValue value) => ((FeelNumber)value).Value;

    static FeelNumber? Round(FeelValue[] arguments, MidpointRounding how)
    {
        var number = Number(arguments[0]);
        var scale = 0;
        if (arguments.Length > 1 && !((FeelNumber)arguments[1]).IsInteger(out scale))
            return null;
        if (scale >= 0)
            return new(scale > LargestScale ? number : decimal.Round(number, scale, how));
        return scale < -LargestScale ? null : RoundToUnit(number, Power(-scale), how);
    }

    /// <summary>Rounding up to a unit can pass decimal's limit, hence the room that is asked for.</summary>
    static FeelNumber? RoundToUnit(decimal number, decimal unit, MidpointRounding how)
    {
        var units = decimal.Round(number / unit, 0, how);
        return Math.Abs(units) > decimal.Floor(decimal.MaxValue / unit) ? null : new(units * unit);
    }

    static decimal Power(int exponent) => Enumerable.Repeat(10m, exponent).Aggregate(1m, (product, ten) => product * ten);

    /// <summary>The result has the sign of the divisor.</summary>
    static FeelNumber? Modulo(decimal dividend, decimal divisor)
    {
        if (divisor == 0)
            return null;
        var rest = dividend % divisor;
        return new(rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest);
    }

    static FeelValue? Abs(FeelValue value) => value switch
    {
        FeelNumber number => new FeelNumber(Math.Abs(number.Value)),
        FeelMonthsDuration duration => duration.Months == int.MinValue ? null : new FeelMonthsDuration(Math.Abs(duration.Months)),
        FeelDayTimeDuration duration => duration.Value == TimeSpan.MinValue ? null : new FeelDayTimeDuration(duration.Value.Duration()),
        _ => null,
    };
}
