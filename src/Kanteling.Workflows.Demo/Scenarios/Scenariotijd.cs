using System.Globalization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>Time in a scenario: a day means ten o'clock in the morning, local time, or at once when it is later already.</summary>
static class Scenariotijd
{
    static readonly TimeSpan Tien = TimeSpan.FromHours(10);

    public static bool IsDuur(string tekst) => ElsaTime.TryParseDuration(tekst, out var duur) && duur >= TimeSpan.Zero;

    public static bool IsPlek(string tekst) => tekst.StartsWith('+') ? IsDuur(tekst[1..]) : Dag(tekst) is not null;

    /// <summary>The moment that <paramref name="op"/> means, never before <paramref name="nu"/>.</summary>
    public static DateTimeOffset Moment(string? op, DateTimeOffset nu)
    {
        if (op is null)
            return nu;
        if (op.StartsWith('+') && ElsaTime.TryParseDuration(op[1..], out var duur))
            return Plus(nu, duur);
        return Dag(op) is { } dag ? Ochtend(dag, nu) : nu;
    }

    /// <summary>The morning of a day, never before <paramref name="nu"/>.</summary>
    public static DateTimeOffset Ochtend(DateOnly dag, DateTimeOffset nu)
    {
        var ochtend = LocalTime.StartOf(dag) + Tien;
        return ochtend > nu ? ochtend : nu;
    }

    /// <summary>Whole days keep the local time of day, also over the change of the clock.</summary>
    static DateTimeOffset Plus(DateTimeOffset nu, TimeSpan duur)
    {
        if (duur.Ticks % TimeSpan.TicksPerDay != 0)
            return nu + duur;
        var hier = TimeZoneInfo.ConvertTime(nu, LocalTime.Zone).DateTime + duur;
        while (LocalTime.Zone.IsInvalidTime(hier))
            hier = hier.AddHours(1);
        return new DateTimeOffset(hier, LocalTime.Zone.GetUtcOffset(hier)).ToUniversalTime();
    }

    static DateOnly? Dag(string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}
