namespace Kanteling.Workflows.Expressions;

/// <summary>A calendar date, years 1 to 9999.</summary>
public sealed record FeelDate(DateOnly Value) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.Date;
}

/// <summary>A time of day, with an offset from UTC when one was given.</summary>
public sealed record FeelTime(TimeOnly Value, TimeSpan? Offset = null) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.Time;
}

/// <summary>A moment with its offset. Two moments are equal when they are the same instant.</summary>
public sealed record FeelDateTime(DateTimeOffset Value) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.DateTime;
}

/// <summary>A duration in days, hours, minutes and seconds.</summary>
public sealed record FeelDayTimeDuration(TimeSpan Value) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.DayTimeDuration;
}

/// <summary>A duration in years and months.</summary>
/// <param name="Months">The whole duration in months; negative goes back in time.</param>
public sealed record FeelMonthsDuration(int Months) : FeelValue
{
    /// <inheritdoc/>
    public override FeelType Type => FeelType.MonthsDuration;
}
