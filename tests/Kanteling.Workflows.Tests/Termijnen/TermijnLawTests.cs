using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Tests.Termijnen;

public class TermijnLawTests
{
    static readonly Gen<DateOnly> Dag = Gen.Choose(0, 365 * 20).Select(dag => new DateOnly(2020, 1, 1).AddDays(dag));

    static readonly Gen<TermijnRegel> Regel =
        from eenheid in Gen.Elements(TermijnEenheid.Dagen, TermijnEenheid.Weken, TermijnEenheid.Maanden, TermijnEenheid.Jaren)
        from aantal in Gen.Choose(1, eenheid == TermijnEenheid.Dagen ? 100 : 14)
        from uitgesloten in Gen.Elements(true, false, false, false)
        select TermijnTests.Regel(aantal, eenheid) with { AtwUitgesloten = uitgesloten };

    static readonly Arbitrary<(DateOnly Start, TermijnRegel Regel)> Geval =
        (from start in Dag from regel in Regel select (start, regel)).ToArbitrary();

    [Fact]
    public void The_last_day_is_never_a_free_day_when_the_Atw_applies() => Prop
        .ForAll(Geval, geval => !geval.Regel.SchuiftOp || !Kalender.Standaard.IsVrijVoorAtw(Bereken(geval.Start, geval.Regel).LaatsteDag))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_term_never_ends_before_its_raw_end_and_moves_only_when_the_Atw_applies() => Prop
        .ForAll(Geval, geval => Bereken(geval.Start, geval.Regel) is var uitkomst
            && uitkomst.LaatsteDag >= uitkomst.RuweLaatsteDag
            && (geval.Regel.SchuiftOp || uitkomst.LaatsteDag == uitkomst.RuweLaatsteDag))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_gives_an_earlier_last_day() => Prop
        .ForAll(Geval, geval => Bereken(geval.Start, geval.Regel).LaatsteDag <= Bereken(geval.Start.AddDays(1), geval.Regel).LaatsteDag)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_between_the_raw_and_the_last_day_is_explained() => Prop
        .ForAll(Geval, geval =>
        {
            var uitkomst = Bereken(geval.Start, geval.Regel);
            var vrij = Enumerable.Range(0, uitkomst.LaatsteDag.DayNumber - uitkomst.RuweLaatsteDag.DayNumber)
                .Select(dag => uitkomst.RuweLaatsteDag.AddDays(dag))
                .Where(Kalender.Standaard.IsVrijVoorAtw);
            return vrij.All(dag => uitkomst.Uitleg.InZinnen().Any(zin => zin.StartsWith(Casework.Schrijfwijze.Dag(dag), StringComparison.OrdinalIgnoreCase)));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_suspended_clock_never_ends_earlier_and_never_on_a_free_day()
    {
        var opschorting = from vanaf in Gen.Choose(1, 14) from dagen in Gen.Choose(0, 40) select (vanaf, dagen);
        var geval = (from start in Dag from delen in opschorting.ListOf(3) select (start, delen)).ToArbitrary();
        var regel = WettelijkeTermijnen.Kies(new(2026, 1, 1))!.Termijn(TermijnId.Beschikking);

        Prop.ForAll(geval, gegeven =>
        {
            var kaal = new Klok(regel, gegeven.start);
            var klok = gegeven.delen.Aggregate(kaal, (lopend, deel) => lopend.MetOpschorting(new(
                Opschortingsgrond.Instemming, gegeven.start.AddDays(deel.vanaf), gegeven.start.AddDays(deel.vanaf + deel.dagen))));
            var (zonder, met) = (kaal.Stand(Kalender.Standaard).Uitkomst!, klok.Stand(Kalender.Standaard).Uitkomst!);
            return met.LaatsteDag >= zonder.LaatsteDag
                && !Kalender.Standaard.IsVrijVoorAtw(met.LaatsteDag)
                && klok.Opschortingen.All(deel => met.LaatsteDag >= deel.Tot!.Value.AddDays(-1));
        }).QuickCheckThrowOnFailure();
    }

    static TermijnUitkomst Bereken(DateOnly start, TermijnRegel regel) => Termijn.Bereken(start, regel, Kalender.Standaard);
}
