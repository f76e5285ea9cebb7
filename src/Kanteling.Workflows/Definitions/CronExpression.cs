using System.Diagnostics.CodeAnalysis;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// A cron expression as Elsa writes it: seconds, minutes, hours, day of month, month, day of week (five fields: seconds are 0).
/// Day of month and day of week must both match. <c>L</c> is the last day of the month; Sunday is 0 or 7.
/// The law for the two odd nights: an expression that names its hours acts once, at the first moment after a skipped hour and in
/// the first of a doubled hour; one that repeats (<c>*</c> or a step in the hours) simply follows the clock on the wall.
/// </summary>
public sealed class CronExpression
{
    const int Years = 5;

    static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    readonly string text;
    readonly CronField seconds, minutes, hours, days, months, weekdays;
    readonly bool isLastDay;

    CronExpression(string text, CronField[] fields, bool isLastDay) =>
        (this.text, seconds, minutes, hours, days, months, weekdays, this.isLastDay) =
        (text, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], isLastDay);

    /// <exception cref="FormatException">The text is not a cron expression.</exception>
    public static CronExpression Parse(string text) =>
        TryParse(text, out var expression) ? expression : throw new FormatException($"'{text}' is not a cron expression.");

    /// <summary>False when the text is not a cron expression.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CronExpression? expression)
    {
        expression = null;
        var parts = (text ?? "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 5)
            parts = ["0", .. parts];
        if (parts.Length != 6)
            return false;
        var isLastDay = parts[3].Equals("L", StringComparison.OrdinalIgnoreCase);
        CronField?[] fields =
        [
            CronField.Read(parts[0], 0, 59, []), CronField.Read(parts[1], 0, 59, []), CronField.Read(parts[2], 0, 23, []),
            CronField.Read(isLastDay ? "*" : parts[3], 1, 31, []), CronField.Read(parts[4], 1, 12, Months), Weekdays(parts[5]),
        ];
        if (Array.Exists(fields, field => field is null))
            return false;
        expression = new CronExpression(text!, Array.ConvertAll(fields, field => field!.Value), isLastDay);
        return true;
    }

    /// <summary>
    /// Whether two of its moments can be less than an hour apart. With one minute and one second on every hour's clock none can; with more of
    /// either there are two within the same hour.
    /// </summary>
    public bool IsOftenerThanHourly => seconds.Count > 1 || minutes.Count > 1;

    /// <summary>The first moment after <paramref name="after"/>, in the zone's offset; null when there is none within five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        if (wall.Year >= DateTime.MaxValue.Year - Years - 1 || wall.Year <= DateTime.MinValue.Year + 1)
            return null;
        var next = hours.Repeats ? NextRepeating(after, wall, zone) : NextNamed(after, wall, zone);
        return next is { } moment ? TimeZoneInfo.ConvertTime(moment, zone) : null;
    }

    public override string ToString() => text;

    DateTimeOffset? NextNamed(DateTimeOffset after, DateTime wall, TimeZoneInfo zone)
    {
        for (var candidate = NextOnWall(wall, wall); candidate is { } at; candidate = NextOnWall(at, wall))
        {
            if (WallClock.First(at, zone) is var moment && moment > after)
                return moment;
        }
        return null;
    }

    DateTimeOffset? NextRepeating(DateTimeOffset after, DateTime wall, TimeZoneInfo zone)
    {
        DateTimeOffset? best = null;
        // Inside a doubled hour the wall clock will jump back: also look at what comes after that jump.
        foreach (var from in WallClock.DoubledFrom(wall, zone) is { } start ? new[] { wall, start.AddTicks(-1) } : [wall])
        {
            for (var candidate = NextOnWall(from, wall); candidate is { } at; candidate = NextOnWall(at, wall))
            {
                if (WallClock.Moments(at, zone).Where(moment => moment > after).Select(moment => (DateTimeOffset?)moment).Min() is { } moment)
                {
                    best = best is { } known && known <= moment ? known : moment;
                    break;
                }
            }
        }
        return best;
    }

    // The first matching wall time strictly after 'from', at most five years from 'origin'.
    DateTime? NextOnWall(DateTime from, DateTime origin)
    {
        for (var day = from.Date; day <= origin.AddYears(Years).Date; day = day.AddDays(1))
        {
            if (IsDay(day) && TimeOnDay(day, day == from.Date ? from : null) is { } found)
                return found;
        }
        return null;
    }

    bool IsDay(DateTime day) =>
        months.Has(day.Month) && weekdays.Has((int)day.DayOfWeek)
        && (isLastDay ? day.Day == DateTime.DaysInMonth(day.Year, day.Month) : days.Has(day.Day));

    DateTime? TimeOnDay(DateTime day, DateTime? after)
    {
        var least = after is { } moment ? (int)(moment.TimeOfDay.Ticks / TimeSpan.TicksPerSecond) + 1 : 0;
        for (var hour = least / 3600; hour < 24; hour++)
        {
            if (hours.Has(hour))
            {
                for (var minute = hour * 60 < least / 60 ? least / 60 - hour * 60 : 0; minute < 60; minute++)
                {
                    if (minutes.Has(minute))
                    {
                        for (var second = Math.Max(0, least - hour * 3600 - minute * 60); second < 60; second++)
                        {
                            if (seconds.Has(second))
                                return day.AddSeconds(hour * 3600 + minute * 60 + second);
                        }
                    }
                }
            }
        }
        return null;
    }

    // Sunday is written 0 or 7: both are read, then 7 becomes 0.
    static CronField? Weekdays(string text) =>
        CronField.Read(text is "*" or "?" ? "0-6" : text, 0, text.Contains('7') ? 7 : 6, Days) is { } field
            ? field with { Bits = (field.Bits | field.Bits >> 7) & 0b111_1111 }
            : null;
}
