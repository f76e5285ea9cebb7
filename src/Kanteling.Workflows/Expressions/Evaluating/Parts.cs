using System.Collections.Frozen;

namespace Kanteling.Workflows.Expressions;

/// <summary>The named parts of values of time and of ranges, such as <c>d.year</c>. DMN counts weekdays from Monday, 1.</summary>
static class Parts
{
    static readonly FrozenSet<string> OfDate = FrozenSet.ToFrozenSet(["year", "month", "day", "weekday"]);

    static readonly FrozenSet<string> OfClock = FrozenSet.ToFrozenSet(["hour", "minute", "second"]);

    /// <summary>C# null when a value of this kind has no such part.</summary>
    internal static FeelValue? Of(FeelValue value, string name) => value switch
    {
        FeelDate date => PartOf(date.Value, name),
        FeelTime time => name == "time offset" ? Duration(time.Offset) : PartOf(time.Value, name),
        FeelDateTime moment => PartOf(moment.Value, name),
        FeelDayTimeDuration duration => PartOf(duration.Value, name),
        FeelMonthsDuration duration => PartOf(duration.Months, name),
        FeelRange range => PartOf(range, name),
        _ => null,
    };

    internal static FeelType? TypeOf(FeelType type, string name)
    {
        var isMoment = type == FeelType.DateTime;
        if ((isMoment || type == FeelType.Date) && OfDate.Contains(name) || (isMoment || type == FeelType.Time) && OfClock.Contains(name))
            return FeelType.Number;
        if ((isMoment || type == FeelType.Time) && name == "time offset")
            return FeelType.DayTimeDuration;
        return (type, name) switch
        {
            (_, "days" or "hours" or "minutes" or "seconds") when type == FeelType.DayTimeDuration => FeelType.Number,
            (_, "years" or "months") when type == FeelType.MonthsDuration => FeelType.Number,
            (FeelType.Range range, "start" or "end") => range.Element,
            (FeelType.Range, "start included" or "end included") => FeelType.Boolean,
            _ => null,
        };
    }

    static FeelValue? PartOf(DateOnly date, string name) => name switch
    {
        "year" => Number(date.Year),
        "month" => Number(date.Month),
        "day" => Number(date.Day),
        "weekday" => Number(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek),
        _ => null,
    };

    static FeelValue? PartOf(TimeOnly time, string name) => name switch
    {
        "hour" => Number(time.Hour),
        "minute" => Number(time.Minute),
        "second" => Number(time.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond),
        _ => null,
    };

    static FeelValue? PartOf(DateTimeOffset moment, string name) =>
        name == "time offset" ? Duration(moment.Offset)
            : PartOf(DateOnly.FromDateTime(moment.Date), name) ?? PartOf(TimeOnly.FromTimeSpan(moment.TimeOfDay), name);

    static FeelValue? PartOf(TimeSpan duration, string name) => name switch
    {
        "days" => Number(duration.Days),
        "hours" => Number(duration.Hours),
        "minutes" => Number(duration.Minutes),
        "seconds" => Number(duration.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond),
        _ => null,
    };

    static FeelValue? PartOf(int months, string name) => name switch
    {
        "years" => Number(months / 12),
        "months" => Number(months % 12),
        _ => null,
    };

    static FeelValue? PartOf(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelBoolean.Of(range.StartIncluded),
        "end included" => FeelBoolean.Of(range.EndIncluded),
        _ => null,
    };

    static FeelNumber Number(decimal value) => new(value);

    static FeelDayTimeDuration? Duration(TimeSpan? value) => value is { } known ? new(known) : null;
}
