using System.Globalization;

namespace Kanteling.Workflows.Expressions;

/// <summary>
/// ISO 8601 as FEEL uses it, both ways. Reading is strict (no week dates, no two-digit years, no zone ids) except that seconds may be
/// left out, as HTML's inputs do; what is not understood is C# null.
/// </summary>
static class Iso
{
    internal static string Write(FeelValue value) => value switch
    {
        FeelDate date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FeelTime time => WriteTime(time.Value) + (time.Offset is { } offset ? WriteOffset(offset) : ""),
        FeelDateTime moment => WriteMoment(moment.Value),
        FeelDayTimeDuration duration => IsoDuration.Write(duration.Value),
        FeelMonthsDuration duration => IsoDuration.Write(duration.Months),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "Not a value of time."),
    };

    static string WriteMoment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T"
        + WriteTime(TimeOnly.FromTimeSpan(moment.TimeOfDay)) + WriteOffset(moment.Offset);

    static string WriteTime(TimeOnly time) => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    static string WriteOffset(TimeSpan offset) =>
        offset == TimeSpan.Zero ? "Z" : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads whichever of date, time, date-time and duration the text is: what an <c>@"…"</c> literal means.</summary>
    internal static FeelValue? Read(string text, TimeZoneInfo zone) =>
        ReadDate(text) ?? ReadTime(text) ?? ReadMoment(text, zone) ?? IsoDuration.Read(text);

    internal static FeelValue? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new FeelDate(date) : null;

    internal static FeelValue? ReadTime(string text) =>
        SplitOffset(text, out var clock, out var offset) && ReadClock(clock) is { } time ? new FeelTime(time, offset) : null;

    /// <summary>Reads a moment; without an offset it is local to the zone, and a bare date is its midnight.</summary>
    internal static FeelValue? ReadMoment(string text, TimeZoneInfo zone)
    {
        var split = text.IndexOf('T', StringComparison.Ordinal);
        if (ReadDate(split < 0 ? text : text[..split]) is not FeelDate date)
            return null;
        if (split < 0)
            return Moment(date.Value, TimeOnly.MinValue, null, zone);
        return ReadTime(text[(split + 1)..]) is FeelTime time ? Moment(date.Value, time.Value, time.Offset, zone) : null;
    }

    /// <summary>C# null when the instant falls outside years 1 to 9999 in UTC.</summary>
    internal static FeelValue? Moment(DateOnly date, TimeOnly time, TimeSpan? offset, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        var shift = offset ?? zone.GetUtcOffset(local);
        var ticks = local.Ticks - shift.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new FeelDateTime(new DateTimeOffset(local, shift));
    }

    static TimeOnly? ReadClock(string text)
    {
        string[] formats = ["HH:mm:ss", "HH:mm:ss.FFFFFFF", "HH:mm"];
        return TimeOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    static bool SplitOffset(string text, out string clock, out TimeSpan? offset)
    {
        (clock, offset) = (text, null);
        if (text.EndsWith('Z'))
        {
            (clock, offset) = (text[..^1], TimeSpan.Zero);
            return true;
        }
        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign < 0)
            return true;
        clock = text[..sign];
        if (!TimeSpan.TryParseExact(text[(sign + 1)..], @"hh\:mm", CultureInfo.InvariantCulture, out var size) || size > TimeSpan.FromHours(14))
            return false;
        offset = text[sign] == '-' ? -size : size;
        return true;
    }
}
