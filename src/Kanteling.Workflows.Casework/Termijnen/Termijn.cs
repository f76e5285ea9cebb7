using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>
/// Computes the last day of a legal term. The law of this file: the day on which something happens is day 0, so "zes
/// weken na de melding" on a Tuesday ends on a Tuesday, and bezwaar ends 42 days after bekendmaking (art. 6:8 Awb).
/// That is the raw last day. Then, unless the Atw stays out (art. 1 l2, art. 4, or the law itself), the last day is the
/// first day from the raw one on that is a working day (art. 1 l1) and, for a term of three days or more, with two
/// working days in the term (art. 2). The term has passed at the next local midnight, half-open.
/// </summary>
public static class Termijn
{
    /// <summary>The term that starts on a day.</summary>
    /// <exception cref="ArgumentException">The term is in hours: those start at a moment.</exception>
    public static TermijnUitkomst Bereken(DateOnly start, TermijnRegel regel, Kalender kalender)
    {
        var ruw = regel.RuweLaatsteDag(start);
        return RondAf(start, ruw, regel, kalender, [Duur(regel), new(regel.TeltTerug ? Uitlegcode.TermijnTerug : Uitlegcode.TermijnBegin, start, ruw)]);
    }

    /// <summary>The term that starts at a moment: hours count from the moment, all other units from its local day.</summary>
    public static TermijnUitkomst Bereken(DateTimeOffset start, TermijnRegel regel, Kalender kalender)
    {
        if (regel.Eenheid != TermijnEenheid.Uren)
            return Bereken(LokaleTijd.Dag(start), regel, kalender);
        var verval = start.AddHours(regel.TeltTerug ? -regel.Aantal : regel.Aantal);
        var dag = LokaleTijd.Dag(verval);
        return new(dag, dag, verval, [Duur(regel), new Told(Uitlegcode.TermijnUren)], [], kalender.Versie);
    }

    /// <summary>How long the term is, and by which article.</summary>
    internal static Told Duur(TermijnRegel regel) => new(Uitlegcode.TermijnDuur, regel.Duur, new Told(regel.Bron));

    /// <summary>The last day that belongs to a raw last day; also for a raw day that a suspension has moved.</summary>
    internal static DateOnly LaatsteDag(DateOnly start, DateOnly ruw, TermijnRegel regel, Kalender kalender)
    {
        if (!regel.SchuiftOp)
            return ruw;
        var dag = ruw;
        while (kalender.IsVrijVoorAtw(dag) || TeWeinigWerkdagen(start, dag, regel, kalender))
            dag = dag.AddDays(1);
        return dag;
    }

    internal static TermijnUitkomst RondAf(DateOnly start, DateOnly ruw, TermijnRegel regel, Kalender kalender, Explanation uitleg)
    {
        var laatste = LaatsteDag(start, ruw, regel, kalender);
        var opgeschoven = regel.SchuiftOp ? WaaromOpgeschoven(start, ruw, laatste, regel, kalender) : [WaaromNiet(regel)];
        return new(
            ruw,
            laatste,
            LokaleTijd.Begin(laatste.AddDays(1)),
            [.. uitleg, .. opgeschoven],
            [.. OnbekendeJaren(ruw, laatste, regel, kalender)],
            kalender.Versie);
    }

    static bool TeWeinigWerkdagen(DateOnly start, DateOnly dag, TermijnRegel regel, Kalender kalender) =>
        regel.EistTweeWerkdagen && !kalender.HeeftTweeAtwWerkdagen(start, dag);

    static IEnumerable<Told> WaaromOpgeschoven(DateOnly start, DateOnly ruw, DateOnly laatste, TermijnRegel regel, Kalender kalender)
    {
        if (laatste == ruw)
            return [new(Uitlegcode.TermijnBlijft, laatste)];
        var vrijeDagen = Enumerable.Range(0, laatste.DayNumber - ruw.DayNumber)
            .Select(dag => kalender.RedenVrij(ruw.AddDays(dag)))
            .OfType<Told>();
        var doorArtikel2 = TeWeinigWerkdagen(start, laatste.AddDays(-1), regel, kalender);
        return vrijeDagen.Append(new(doorArtikel2 ? Uitlegcode.TermijnTweeWerkdagen : Uitlegcode.TermijnSchuift, laatste));
    }

    static Told WaaromNiet(TermijnRegel regel) => regel switch
    {
        { AtwUitgesloten: true } => new(Uitlegcode.TermijnAtwUitgesloten, new Told(regel.Bron)),
        { TeltTerug: true } => new(Uitlegcode.TermijnTerugSchuiftNiet),
        _ => new(Uitlegcode.TermijnAtwTeLang, regel.Duur),
    };

    static IEnumerable<Told> OnbekendeJaren(DateOnly ruw, DateOnly laatste, TermijnRegel regel, Kalender kalender) =>
        from jaar in new[] { ruw.Year, laatste.Year }.Distinct()
        where regel.SchuiftOp && !kalender.Kent(jaar)
        select new Told(Uitlegcode.TermijnKalenderOnbekend, jaar);
}
