using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>
/// A running legal term with its ledger of suspensions. The law of this file: only a term on an aanvraag can be suspended
/// (art. 4:15 Awb), so the clock of the beschikking can and that of the onderzoek cannot. Every day that falls in a
/// suspension, counted once, moves the raw last day by one; only then the Atw is applied. A suspension that begins in the
/// days by which the Atw extended the term moves the extended day, because those days belong to the term.
/// <para>Ask <see cref="WeigerOpschorting"/> and <see cref="WeigerHervatting"/> before the fact is recorded; the
/// methods that record it are total, so that a stored event can always be applied.</para>
/// </summary>
/// <param name="Regel">The term.</param>
/// <param name="Start">Day 0: melding, or receipt of the aanvraag.</param>
/// <param name="Opschortingen">In the order in which they were recorded.</param>
public sealed record Klok(TermijnRegel Regel, DateOnly Start, ImmutableList<Opschorting> Opschortingen)
{
    /// <summary>A clock without suspensions.</summary>
    public Klok(TermijnRegel regel, DateOnly start)
        : this(regel, start, [])
    {
    }

    /// <summary>Whether the clock stands still, until it is told to go on.</summary>
    public bool StaatStil => Geldige.Any(opschorting => opschorting.Tot is null);

    IEnumerable<Opschorting> Geldige => Regel.Opschortbaar ? Opschortingen : [];

    /// <summary>Why this suspension is refused, or null when it is allowed.</summary>
    public Zin? WeigerOpschorting(Opschorting nieuw, Kalender kalender)
    {
        if (!Regel.Opschortbaar)
            return new(Termijncode.KlokNietOpschortbaar, Regel.Naam, Zinnen.Binnenin(Regel.Bron));
        if (nieuw.Vanaf <= Start)
            return new(Termijncode.KlokOpschortingVoorBegin, Schrijfwijze.Dag(nieuw.Vanaf), Schrijfwijze.Dag(Start));
        if (nieuw.Tot < nieuw.Vanaf)
            return new(Termijncode.KlokOpschortingOmgekeerd, Schrijfwijze.Dag(nieuw.Tot.Value), Schrijfwijze.Dag(nieuw.Vanaf));
        if (Lopend(nieuw.Grond) is { } lopend)
            return new(Termijncode.KlokAlOpgeschort, Schrijfwijze.Dag(lopend.Vanaf));
        return !StaatStil && Stand(kalender).Uitkomst is { } stand && nieuw.Vanaf > stand.LaatsteDag
            ? new(Termijncode.KlokOpschortingNaEinde, Schrijfwijze.Dag(nieuw.Vanaf), Schrijfwijze.Dag(stand.LaatsteDag))
            : null;
    }

    /// <summary>The clock with this suspension.</summary>
    public Klok MetOpschorting(Opschorting nieuw) => this with { Opschortingen = Opschortingen.Add(nieuw) };

    /// <summary>Why the clock cannot go on, or null when it can. The day before the first suspended day means: completed at once.</summary>
    public Zin? WeigerHervatting(Opschortingsgrond grond, DateOnly tot) => Lopend(grond) switch
    {
        null => new(Termijncode.KlokNietOpgeschort, Opschorting.Reden(grond)),
        { } lopend when tot < lopend.Vanaf.AddDays(-1) =>
            new(Termijncode.KlokOpschortingOmgekeerd, Schrijfwijze.Dag(tot), Schrijfwijze.Dag(lopend.Vanaf)),
        _ => null,
    };

    /// <summary>The clock that runs again from <paramref name="tot"/>; unchanged when it did not stand still on this ground.</summary>
    public Klok MetHervatting(Opschortingsgrond grond, DateOnly tot) => Lopend(grond) is { } lopend
        ? this with { Opschortingen = Opschortingen.Replace(lopend, lopend with { Tot = tot }) }
        : this;

    /// <summary>Where the clock stands, and why.</summary>
    public KlokStand Stand(Kalender kalender)
    {
        var ruw = Regel.RuweLaatsteDag(Start);
        var dagen = 0;
        foreach (var (vanaf, tot) in Stilstand())
        {
            var laatste = vanaf <= ruw ? ruw : Termijn.LaatsteDag(Start, ruw, Regel, kalender);
            var erbij = tot.DayNumber - vanaf.DayNumber;
            (ruw, dagen) = (laatste.AddDays(erbij), dagen + erbij);
        }

        var uitleg = Uitleg(ruw, dagen);
        return StaatStil
            ? new(null, dagen, uitleg)
            : Gelopen(Termijn.RondAf(Start, ruw, Regel, kalender, uitleg), dagen);
    }

    static KlokStand Gelopen(TermijnUitkomst uitkomst, int dagen) => new(uitkomst, dagen, uitkomst.Uitleg);

    Opschorting? Lopend(Opschortingsgrond grond) =>
        Geldige.FirstOrDefault(opschorting => opschorting.Grond == grond && opschorting.Tot is null);

    /// <summary>The ended suspensions as intervals that do not overlap, in order: two grounds at once count a day once.</summary>
    List<(DateOnly Vanaf, DateOnly Tot)> Stilstand()
    {
        var delen = new List<(DateOnly Vanaf, DateOnly Tot)>();
        foreach (var opschorting in Geldige.Where(o => o.Tot > o.Vanaf).OrderBy(o => o.Vanaf))
        {
            var tot = opschorting.Tot!.Value;
            if (delen.Count > 0 && opschorting.Vanaf <= delen[^1].Tot)
                delen[^1] = (delen[^1].Vanaf, tot > delen[^1].Tot ? tot : delen[^1].Tot);
            else
                delen.Add((opschorting.Vanaf, tot));
        }

        return delen;
    }

    Explanation Uitleg(DateOnly ruw, int dagen) =>
    [
        Termijn.Duur(Regel),
        new(Uitlegcode.TermijnBegin, Start, Regel.RuweLaatsteDag(Start)),
        .. Geldige.OrderBy(opschorting => opschorting.Vanaf).Select(Uitleg),
        .. dagen > 0 && !StaatStil ? [new Told(Uitlegcode.KlokSchuift, ruw)] : Array.Empty<Told>(),
    ];

    static Told Uitleg(Opschorting opschorting) => opschorting.Tot is { } tot
        ? new(Uitlegcode.KlokStondStil, Math.Max(0, tot.DayNumber - opschorting.Vanaf.DayNumber), opschorting.Vanaf, tot, Opschorting.Woord(opschorting.Grond))
        : new(Uitlegcode.KlokStaatStil, opschorting.Vanaf, Opschorting.Woord(opschorting.Grond));
}
