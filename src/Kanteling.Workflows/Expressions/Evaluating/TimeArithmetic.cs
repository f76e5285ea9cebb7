namespace Kanteling.Workflows.Expressions;

/// <summary>
/// Dates, times, date-times and durations. A date plus hours gives the date on which midnight plus that duration falls. A date-time
/// whose offset is that of the environment's zone stays in that zone: months later it may have another offset, but the same time on
/// the clock; days and hours are exact. What falls outside years 1 to 9999 is null.
/// </summary>
static class TimeArithmetic
{
    internal static FeelValue Apply(Operation operation, FeelValue left, FeelValue right, Evaluation evaluation) =>
        (operation switch
        {
            Operation.Add => Add(left, right, evaluation) ?? Add(right, left, evaluation),
            Operation.Subtract => Subtract(left, right, evaluation),
            Operation.Multiply => Multiply(left, right) ?? Multiply(right, left),
            Operation.Divide => Divide(left, right),
            _ => null,
        }) ?? FeelNull.Instance;

    static FeelValue? Add(FeelValue to, FeelValue amount, Evaluation evaluation) => (to, amount) switch
    {
        (FeelDayTimeDuration a, FeelDayTimeDuration b) => Ticks((decimal)a.Value.Ticks + b.Value.Ticks),
        (FeelMonthsDuration a, FeelMonthsDuration b) => Months((decimal)a.Months + b.Months),
        (_, FeelDayTimeDuration duration) => Shift(to, duration.Value.Ticks, evaluation.Environment.Zone),
        (_, FeelMonthsDuration duration) => ShiftMonths(to, duration.Months, evaluation.Environment.Zone),
        _ => null,
    };

    static FeelValue? Subtract(FeelValue from, FeelValue amount, Evaluation evaluation) => (from, amount) switch
    {
        (FeelDate a, FeelDate b) => Ticks((a.Value.DayNumber - b.Value.DayNumber) * (decimal)TimeSpan.TicksPerDay),
        (FeelDateTime a, FeelDateTime b) => new FeelDayTimeDuration(a.Value - b.Value),
        (FeelTime a, FeelTime b) when a.Offset is null == b.Offset is null =>
            new FeelDayTimeDuration(a.Value.ToTimeSpan() - (a.Offset ?? default) - b.Value.ToTimeSpan() + (b.Offset ?? default)),
        (FeelDayTimeDuration a, FeelDayTimeDuration b) => Ticks((decimal)a.Value.Ticks - b.Value.Ticks),
        (FeelMonthsDuration a, FeelMonthsDuration b) => Months((decimal)a.Months - b.Months),
        (_, FeelDayTimeDuration duration) => Shift(from, -(decimal)duration.Value.Ticks, evaluation.Environment.Zone),
        (_, FeelMonthsDuration duration) => ShiftMonths(from, -(long)duration.Months, evaluation.Environment.Zone),
        _ => null,
    };

    static FeelValue? Multiply(FeelValue duration, FeelValue factor) => (duration, factor) switch
    {
        (FeelDayTimeDuration a, FeelNumber b) when Fits(a.Value.Ticks, b.Value) => Ticks(a.Value.Ticks * b.Value),
        (FeelMonthsDuration a, FeelNumber b) when Fits(a.Months, b.Value) => Months(a.Months * b.Value),
        _ => null,
    };

    static FeelValue? Divide(FeelValue duration, FeelValue by) => (duration, by) switch
    {
        (FeelDayTimeDuration a, FeelDayTimeDuration b) when b.Value.Ticks != 0 => new FeelNumber((decimal)a.Value.Ticks / b.Value.Ticks),
        (FeelMonthsDuration a, FeelMonthsDuration b) when b.Months != 0 => new FeelNumber((decimal)a.Months / b.Months),
        (FeelDayTimeDuration a, FeelNumber b) when Math.Abs(b.Value) > 1e-6m => Ticks(a.Value.Ticks / b.Value),
        (FeelMonthsDuration a, FeelNumber b) when Math.Abs(b.Value) > 1e-6m => Months(a.Months / b.Value),
        _ => null,
    };

    /// <summary>Whether the product stays far below decimal's own limit.</summary>
    static bool Fits(long amount, decimal factor) => Math.Abs((double)amount) * Math.Abs((double)factor) < 1e27;

    static FeelDayTimeDuration? Ticks(decimal ticks) =>
        Math.Abs(ticks) < long.MaxValue ? new(new TimeSpan((long)decimal.Truncate(ticks))) : null;

    static FeelMonthsDuration? Months(decimal months) =>
        Math.Abs(months) < int.MaxValue ? new((int)decimal.Truncate(months)) : null;

    static FeelValue? Shift(FeelValue from, decimal ticks, TimeZoneInfo zone) => from switch
    {
        FeelDate date => DateOn(date.Value.DayNumber * (decimal)TimeSpan.TicksPerDay + ticks),
        FeelTime time => new FeelTime(time.Value.Add(new TimeSpan((long)(ticks % TimeSpan.TicksPerDay))), time.Offset),
        FeelDateTime moment => At(moment.Value.UtcTicks + ticks, moment.Value, zone),
        _ => null,
    };

    static FeelDate? DateOn(decimal ticks)
    {
        var day = decimal.Floor(ticks / TimeSpan.TicksPerDay);
        return day < 0 || day > DateOnly.MaxValue.DayNumber ? null : new(DateOnly.FromDayNumber((int)day));
    }

    static FeelDateTime? At(decimal utcTicks, DateTimeOffset from, TimeZoneInfo zone)
    {
        // A day's margin on both sides, so that no offset can push the local time over the edge.
        if (utcTicks < TimeSpan.TicksPerDay || utcTicks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)
            return null;
        var instant = new DateTimeOffset((long)utcTicks, TimeSpan.Zero);
        return new(IsIn(zone, from) ? TimeZoneInfo.ConvertTime(instant, zone) : instant.ToOffset(from.Offset));
    }

    static bool IsIn(TimeZoneInfo zone, DateTimeOffset moment) => zone.GetUtcOffset(moment) == moment.Offset;

    static FeelValue? ShiftMonths(FeelValue from, long months, TimeZoneInfo zone) => from switch
    {
        FeelDate date when AddMonths(date.Value, months) is { } shifted => new FeelDate(shifted),
        FeelDateTime moment when AddMonths(DateOnly.FromDateTime(moment.Value.Date), months) is { } shifted =>
            Iso.Moment(shifted, TimeOnly.FromTimeSpan(moment.Value.TimeOfDay), IsIn(zone, moment.Value) ? null : moment.Value.Offset, zone),
        _ => null,
    };

    static DateOnly? AddMonths(DateOnly date, long months)
    {
        var index = date.Year * 12L + date.Month - 1 + months;
        return index < 12 || index >= 10_000 * 12L ? null : date.AddMonths((int)months);
    }
}
