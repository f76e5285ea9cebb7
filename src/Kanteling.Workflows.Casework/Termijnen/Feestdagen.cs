namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>
/// The days of art. 3 l1 and l2 Algemene termijnenwet, computed for any year from 2014. General holiday lists are wrong
/// here twice: for this law 5 mei counts every year and Goede Vrijdag is equated. Days equated by royal decree (l3) are
/// data: <see cref="GelijkgesteldeDagen"/>.
/// </summary>
public static class Feestdagen
{
    /// <summary>The name of the feestdag, or null when the day is none.</summary>
    public static string? Naam(DateOnly dag) => Woord(dag) is { } woord ? Zinnen.Binnenin(woord) : null;

    /// <summary>The feestdag as a word of the closed list, or null when the day is none.</summary>
    public static string? Woord(DateOnly dag) => VasteDag(dag) ?? DagRondPasen(dag);

    /// <summary>All feestdagen of a year, in order.</summary>
    public static IEnumerable<(DateOnly Dag, string Naam)> Van(int jaar)
    {
        for (var dag = new DateOnly(jaar, 1, 1); dag.Year == jaar; dag = dag.AddDays(1))
        {
            if (Naam(dag) is { } naam)
                yield return (dag, naam);
        }
    }

    /// <summary>Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, Nature 1876).</summary>
    public static DateOnly Pasen(int jaar)
    {
        var (maanjaar, eeuw, jaarVanEeuw) = (jaar % 19, jaar / 100, jaar % 100);
        var maancorrectie = (eeuw - ((eeuw + 8) / 25) + 1) / 3;
        var epacta = ((19 * maanjaar) + eeuw - (eeuw / 4) - maancorrectie + 15) % 30;
        var totZondag = (32 + (2 * (eeuw % 4)) + (2 * (jaarVanEeuw / 4)) - epacta - (jaarVanEeuw % 4)) % 7;
        var uitzondering = (maanjaar + (11 * epacta) + (22 * totZondag)) / 451;
        var dag = epacta + totZondag - (7 * uitzondering) + 114;
        return new DateOnly(jaar, dag / 31, (dag % 31) + 1);
    }

    static string? VasteDag(DateOnly dag) => (dag.Month, dag.Day) switch
    {
        (1, 1) => Uitlegwoord.Nieuwjaarsdag,
        (4, 27) when dag.DayOfWeek != DayOfWeek.Sunday => Uitlegwoord.Koningsdag,
        (4, 26) when dag.DayOfWeek == DayOfWeek.Saturday => Uitlegwoord.Koningsdag,
        (5, 5) => Uitlegwoord.Bevrijdingsdag,
        (12, 25) => Uitlegwoord.EersteKerstdag,
        (12, 26) => Uitlegwoord.TweedeKerstdag,
        _ => null,
    };

    static string? DagRondPasen(DateOnly dag) => (dag.DayNumber - Pasen(dag.Year).DayNumber) switch
    {
        -2 => Uitlegwoord.GoedeVrijdag,
        1 => Uitlegwoord.TweedePaasdag,
        39 => Uitlegwoord.Hemelvaartsdag,
        50 => Uitlegwoord.TweedePinksterdag,
        _ => null,
    };
}
