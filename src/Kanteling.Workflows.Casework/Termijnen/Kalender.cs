using System.Collections.Immutable;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>
/// Which days are no working days. Two calendars in one: the Algemene termijnenwet, for which local closing days are
/// working days, and the gemeente's own promises ("binnen 5 werkdagen"), for which they are not. Never changed, only
/// followed by a version; the version is recorded with every date that was computed from it.
/// </summary>
/// <param name="Versie">From 1, one higher at each change.</param>
/// <param name="Gelijkgesteld">Days equated by royal decree, with the source.</param>
/// <param name="BekendVanaf">First year whose equated days are complete.</param>
/// <param name="BekendTotEnMet">Last year whose equated days are complete; later dates give a warning.</param>
/// <param name="LokaalGesloten">Days on which the gemeente itself is closed, with their name.</param>
public sealed record Kalender(
    int Versie,
    ImmutableSortedDictionary<DateOnly, string> Gelijkgesteld,
    int BekendVanaf,
    int BekendTotEnMet,
    ImmutableSortedDictionary<DateOnly, string> LokaalGesloten)
{
    /// <summary>The calendar this program ships with: version 1, no local closing days.</summary>
    public static Kalender Standaard { get; } = new(
        1,
        GelijkgesteldeDagen.Alle,
        GelijkgesteldeDagen.BekendVanaf,
        GelijkgesteldeDagen.BekendTotEnMet,
        ImmutableSortedDictionary<DateOnly, string>.Empty);

    /// <summary>A feestdag of art. 3 Atw, Goede Vrijdag and equated days included; not an ordinary weekend.</summary>
    public bool IsAlgemeneFeestdag(DateOnly dag) => Feestdagen.Woord(dag) is not null || Gelijkgesteld.ContainsKey(dag);

    /// <summary>Saturday, Sunday or feestdag: a day on which a term under the Atw cannot end.</summary>
    public bool IsVrijVoorAtw(DateOnly dag) => IsWeekend(dag) || IsAlgemeneFeestdag(dag);

    /// <summary>A working day for the gemeente's own promises: not free under the Atw and not closed locally.</summary>
    public bool IsWerkdag(DateOnly dag) => !IsVrijVoorAtw(dag) && !LokaalGesloten.ContainsKey(dag);

    /// <summary>The working day that is <paramref name="aantal"/> working days after <paramref name="dag"/>, before it when negative; 0 gives the day itself.</summary>
    public DateOnly PlusWerkdagen(DateOnly dag, int aantal)
    {
        for (var nog = Math.Abs(aantal); nog > 0; nog -= IsWerkdag(dag) ? 1 : 0)
            dag = dag.AddDays(Math.Sign(aantal));
        return dag;
    }

    /// <summary>Working days after <paramref name="na"/> up to and including <paramref name="totEnMet"/>; 0 when that is earlier.</summary>
    public int TelWerkdagen(DateOnly na, DateOnly totEnMet) => Dagen(na, totEnMet).Count(IsWerkdag);

    /// <summary>What expressions may know of time: this calendar, in Dutch local time.</summary>
    public FeelEnvironment Feel(DateTimeOffset now) => new(now, LokaleTijd.Zone, PlusWerkdagen, TelWerkdagen);

    /// <summary>Art. 2 Atw: two days that are not free; local closing days are working days here.</summary>
    internal bool HeeftTweeAtwWerkdagen(DateOnly na, DateOnly totEnMet) =>
        Dagen(na, totEnMet).Where(dag => !IsVrijVoorAtw(dag)).Skip(1).Any();

    /// <summary>Whether the equated days of this year are known.</summary>
    public bool Kent(int jaar) => jaar >= BekendVanaf && jaar <= BekendTotEnMet;

    /// <summary>Why a term under the Atw cannot end on this day, or null when it can.</summary>
    internal Told? RedenVrij(DateOnly dag) => Feestdagen.Woord(dag) is { } feestdag ? new(Uitlegcode.TermijnFeestdag, dag, new Told(feestdag))
        : Gelijkgesteld.ContainsKey(dag) ? new(Uitlegcode.TermijnGelijkgesteld, dag)
        : IsWeekend(dag) ? new(Uitlegcode.TermijnWeekend, dag)
        : null;

    /// <summary>What stands in this calendar about an equated day; for who reads an explanation, which names only the day.</summary>
    public string? Omschrijving(DateOnly dag) => Gelijkgesteld.GetValueOrDefault(dag);

    static bool IsWeekend(DateOnly dag) => dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    static IEnumerable<DateOnly> Dagen(DateOnly na, DateOnly totEnMet)
    {
        for (var dag = na.AddDays(1); dag <= totEnMet; dag = dag.AddDays(1))
            yield return dag;
    }
}
