namespace Kanteling.Workflows.Definitions;

/// <summary>From a time on the wall to moments: none in the hour that is skipped in spring, two in the hour that is doubled in autumn.</summary>
static class WallClock
{
    const int SecondsPerDay = 24 * 60 * 60;

    /// <summary>Every moment at which the wall shows this time, earliest first.</summary>
    public static IEnumerable<DateTimeOffset> Moments(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
            return [];
        return zone.IsAmbiguousTime(wall)
            ? zone.GetAmbiguousTimeOffsets(wall).OrderDescending().Select(offset => new DateTimeOffset(wall, offset))
            : [new DateTimeOffset(wall, zone.GetUtcOffset(wall))];
    }

    /// <summary>The first moment at which the wall shows this time; in a skipped hour, the moment at which the clock jumped.</summary>
    public static DateTimeOffset First(DateTime wall, TimeZoneInfo zone)
    {
        if (!zone.IsInvalidTime(wall))
            return Moments(wall, zone).First();
        var skipped = wall.AddTicks(-(wall.Ticks % TimeSpan.TicksPerSecond));
        var (low, high) = (0, SecondsPerDay);
        while (high - low > 1)
        {
            if (zone.IsInvalidTime(skipped.AddSeconds((low + high) / 2)))
                low = (low + high) / 2;
            else
                high = (low + high) / 2;
        }
        return new DateTimeOffset(skipped.AddSeconds(high), zone.GetUtcOffset(skipped.AddSeconds(high)));
    }

    /// <summary>Where the doubled hour begins that this time is in; null when it is not in one.</summary>
    public static DateTime? DoubledFrom(DateTime wall, TimeZoneInfo zone)
    {
        if (!zone.IsAmbiguousTime(wall))
            return null;
        var whole = wall.AddTicks(-(wall.Ticks % TimeSpan.TicksPerSecond));
        var (low, high) = (-SecondsPerDay, 0);
        while (high - low > 1)
        {
            if (zone.IsAmbiguousTime(whole.AddSeconds((low + high) / 2)))
                high = (low + high) / 2;
            else
                low = (low + high) / 2;
        }
        return whole.AddSeconds(high);
    }
}
