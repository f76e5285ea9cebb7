namespace Kanteling.Workflows.Expressions;

/// <summary>Making dates, times, date-times and durations; what the parts do not make is null.</summary>
static class TimeFunctions
{
    static readonly Parameter Number = Parameter.Number with { Optional = true };

    static readonly Parameter Point = new(FeelType.Date, FeelType.DateTime);

    internal static FeelFunction[] All { get; } =
    [
        new("date", [new(FeelType.String, FeelType.Date, FeelType.DateTime, FeelType.Number), Number, Number], FeelType.Date, (a, _) => ToDate(a)),
        new("time", [new(FeelType.String, FeelType.Time, FeelType.DateTime, FeelType.Number), Number, Number, new(FeelType.DayTimeDuration) { Optional = true, TakesNull = true }],
            FeelType.Time, (a, _) => ToTime(a)),
        new("date and time", [new(FeelType.String, FeelType.Date, FeelType.DateTime), new(FeelType.Time) { Optional = true }], FeelType.DateTime, ToMoment),
        new("duration", [new(FeelType.String, FeelType.DayTimeDuration, FeelType.MonthsDuration)], FeelType.Any,
            (a, _) => a[0] is FeelString text ? IsoDuration.Read(text.Value) : a[0]),
        new("years and months duration", [Point, Point], FeelType.MonthsDuration, (a, _) => MonthsBetween(DateOf(a[0]), DateOf(a[1]))),
        new("today", [], FeelType.Date, (_, e) => new FeelDate(DateOnly.FromDateTime(Now(e).Date))),
        new("now", [], FeelType.DateTime, (_, e) => new FeelDateTime(Now(e))),
    ];

    static DateTimeOffset Now(Evaluation evaluation) => TimeZoneInfo.ConvertTime(evaluation.Environment.Now, evaluation.Environment.Zone);

    internal static DateOnly DateOf(FeelValue value) =>
        value is FeelDate date ? date.Value : DateOnly.FromDateTime(((FeelDateTime)value).Value.Date);

    static FeelValue? ToDate(FeelValue[] arguments) => arguments switch
    {
        [FeelString text] => Iso.ReadDate(text.Value),
        [FeelDate or FeelDateTime] => new FeelDate(DateOf(arguments[0])),
        [FeelNumber year, FeelNumber month, FeelNumber day] => ToDate(year, month, day),
        _ => null,
    };

    static FeelDate? ToDate(FeelNumber year, FeelNumber month, FeelNumber day)
    {
        if (!year.IsInteger(out var y) || !month.IsInteger(out var m) || !day.IsInteger(out var d))
            return null;
        return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(new DateOnly(y, m, d)) : null;
    }

    static FeelValue? ToTime(FeelValue[] arguments) => arguments switch
    {
        [FeelString text] => Iso.ReadTime(text.Value),
        [FeelTime time] => time,
        [FeelDateTime moment] => new FeelTime(TimeOnly.FromTimeSpan(moment.Value.TimeOfDay), moment.Value.Offset),
        [FeelNumber hour, FeelNumber minute, FeelNumber second, .. var offset] => ToTime(hour, minute, second, offset),
        _ => null,
    };

    static FeelTime? ToTime(FeelNumber hour, FeelNumber minute, FeelNumber second, FeelValue[] offset)
    {
        var shift = offset is [FeelDayTimeDuration given] ? given.Value : (TimeSpan?)null;
        var isOffset = shift is not { } size || size.Duration() <= TimeSpan.FromHours(14) && size.Ticks % TimeSpan.TicksPerMinute == 0;
        if (!isOffset || !hour.IsInteger(out var h) || !minute.IsInteger(out var m) || h is < 0 or > 23 || m is < 0 or > 59 || second.Value is < 0 or >= 60)
            return null;
        return new(new TimeOnly(h, m).Add(new TimeSpan((long)(second.Value * TimeSpan.TicksPerSecond))), shift);
    }

    static FeelValue? ToMoment(FeelValue[] arguments, Evaluation evaluation) => arguments switch
    {
        [FeelString text] => Iso.ReadMoment(text.Value, evaluation.Environment.Zone),
        [FeelDateTime moment] => moment,
        [FeelDate date] => Iso.Moment(date.Value, TimeOnly.MinValue, null, evaluation.Environment.Zone),
        [FeelDate or FeelDateTime, FeelTime time] => Iso.Moment(DateOf(arguments[0]), time.Value, time.Offset, evaluation.Environment.Zone),
        _ => null,
    };

    /// <summary>Whole months, towards zero.</summary>
    static FeelMonthsDuration MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
            months--;
        else if (months < 0 && to.Day > from.Day)
            months++;
        return new(months);
    }
}
