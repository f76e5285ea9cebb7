using System.Globalization;

namespace Kanteling.Workflows.Casework;

/// <summary>How moments and distances in time are written for people here.</summary>
public static class Dutch
{
    /// <summary>For example <c>dinsdag 24 maart 2026 om 14.05 uur</c>.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, LocalTime.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{Schrijfwijze.Dag(DateOnly.FromDateTime(local.DateTime))} om {local.Hour:00}.{local.Minute:00} uur");
    }

    /// <summary>For example <c>24 maart 2026</c>.</summary>
    public static string Day(DateOnly day) => Schrijfwijze.Dag(day).Split(' ', 2)[1];

    /// <summary>For example <c>24 maart</c>, without the year when it is this one.</summary>
    public static string ShortDay(DateOnly day, DateOnly today) => day.Year == today.Year ? Day(day)[..Day(day).LastIndexOf(' ')] : Day(day);

    /// <summary>How far away a last day is: vandaag, morgen, over 3 dagen, 2 dagen te laat.</summary>
    public static string Distance(DateOnly lastDay, DateOnly today) => (lastDay.DayNumber - today.DayNumber) switch
    {
        0 => "vandaag",
        1 => "morgen",
        > 1 and var days => $"over {days} dagen",
        -1 => "1 dag te laat",
        var days => $"{-days} dagen te laat",
    };
}
