using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class CirkelwegingLawTests
{
    static readonly Gen<Omvang> Omvang = Gen.Frequency(
        (4, from aantal in Gen.Choose(1, 8) from periode in Gen.Elements(Periode.Week, Periode.VierWeken) select Feit.Uur(aantal / 2m, periode)),
        (1, Gen.Constant(Feit.InWoorden)),
        (1, Gen.Constant(new Omvang(1, Eenheid.Keer, Periode.Week, null))));

    static readonly Gen<Cirkelrij> Rij =
        from vraag in Gen.Elements("h1", "h2")
        from omvang in Gen.OneOf(Omvang, Gen.Constant<Omvang>(null!))
        from toereikend in Gen.Elements(true, false)
        from overgeslagen in Gen.Elements(true, false, false, false)
        select Feit.Rij(vraag, omvang: omvang, toereikend: toereikend, overgeslagen: overgeslagen);

    static readonly Arbitrary<(Hulpvraag[] Vragen, Cirkelrij[] Eerder, Cirkelrij[] Rijen)> Geval =
        (from een in Omvang from twee in Omvang from eerder in Rij.ArrayOf(2) from rijen in Rij.ArrayOf().Where(r => r.Length is > 0 and < 6)
         select (new[] { Feit.Vraag("h1", een), Feit.Vraag("h2", twee) }, eerder, rijen)).ToArbitrary();

    [Fact]
    public void The_way_out_agrees_with_the_rows() => Prop.ForAll(Geval, geval =>
    {
        Cirkelrij[] samen = [.. geval.Eerder, .. geval.Rijen];
        var open = Cirkelweging.Open(geval.Vragen, geval.Eerder);
        return Cirkelweging.Poort(open, geval.Eerder, geval.Rijen) switch
        {
            Cirkelweging.Overgeslagen => geval.Rijen.All(r => r.Overgeslagen),
            Cirkelweging.Toereikend => Cirkelweging.Open(geval.Vragen, samen).All(v => !open.Contains(v)),
            _ => open.Any(v => !Cirkelweging.IsToereikend(v, samen)) && geval.Rijen.Any(r => !r.Overgeslagen),
        };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_is_never_below_zero_and_never_more_than_the_need() => Prop.ForAll(Geval, geval =>
        geval.Vragen.All(v => Cirkelweging.RestVan(v, geval.Rijen) is not { } rest || (rest >= 0 && rest <= v.Omvang.Aantal))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_contribution_more_never_leaves_more() => Prop.ForAll(Geval, geval =>
        geval.Vragen.All(v => Cirkelweging.RestVan(v, geval.Eerder) is not { } eerst || Cirkelweging.RestVan(v, [.. geval.Eerder, .. geval.Rijen]) is not { } later || later <= eerst)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_counted_where_units_do_not_agree() => Prop.ForAll(Geval, geval =>
        geval.Vragen.All(v => Cirkelweging.RestVan(v, geval.Rijen) is null == (!v.Omvang.IsHoeveelheid
            || geval.Rijen.Any(r => r.Hulpvraag == v.Id && r.DraagtBij && r.Omvang!.In(v.Omvang.Eenheid!.Value, v.Omvang.Periode!.Value) is null)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Prop.ForAll(Geval, geval =>
        Cirkelweging.Poort(geval.Vragen, geval.Eerder, geval.Rijen) == Cirkelweging.Poort(geval.Vragen, geval.Eerder, [.. geval.Rijen.Reverse()])).QuickCheckThrowOnFailure();
}
