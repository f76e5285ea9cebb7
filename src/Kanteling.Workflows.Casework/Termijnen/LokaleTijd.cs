namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>Dutch local time. The law counts in days of this clock; the engine in moments.</summary>
public static class LokaleTijd
{
    /// <summary>Europe/Amsterdam.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>
    /// The moment at which this local day begins, with the offset of that night. Midnight always exists exactly once
    /// here: the clock changes at two and three o'clock.
    /// </summary>
    public static DateTimeOffset Begin(DateOnly dag)
    {
        var middernacht = dag.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(middernacht, Zone.GetUtcOffset(middernacht));
    }

    /// <summary>The local day in which a moment falls.</summary>
    public static DateOnly Dag(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
