using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Tests.Termijnen;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Facts in any order, about anything, with content that was erased: the household always comes out.</summary>
public class ToepassingLawTests
{
    static readonly Arbitrary<int[]> Zaden = Gen.Choose(0, int.MaxValue).ArrayOf().Where(zaden => zaden.Length is > 0 and < 40).ToArbitrary();

    static Huishouden Vouw(IEnumerable<int> zaden) => (Huishouden)zaden.Aggregate(HuishoudenDomein.Domein.Empty, (h, zaad) => HuishoudenDomein.Domein.Apply(h, Feit(zaad)));

    static object Feit(int zaad)
    {
        var dobbelsteen = new Random(zaad);
        var soorten = HuishoudenDomein.Domein.Codec.Events;
        return new Gevuld(dobbelsteen.Next).Maak(soorten[dobbelsteen.Next(soorten.Length)].Type);
    }

    [Fact]
    public void Facts_in_any_order_give_a_household_that_can_be_asked_everything() => Prop.ForAll(Zaden, zaden =>
    {
        var (domein, h) = (HuishoudenDomein.Domein, Vouw(zaden));
        var given = Given.Nothing.With(Given.CalendarKey, Kalender.Standaard);
        domein.Context(h, new("d1"));
        domein.Check(HuishoudenDomein.Domein.Empty, h);
        domein.Label(h);
        var termen = domein.Terms(h, given);
        return termen.Select(t => t.Key).Distinct().Count() == termen.Count && termen.All(t => domein.Passed(h, t, t.DueAt).Count > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_term_that_passed_does_not_pass_again() => Prop.ForAll(Zaden, zaden =>
    {
        var (domein, h) = (HuishoudenDomein.Domein, Vouw(zaden));
        var given = Given.Nothing.With(Given.CalendarKey, Kalender.Standaard);
        return domein.Terms(h, given).All(t =>
        {
            var na = domein.Passed(h, t, t.DueAt).OfType<Activities.Happened>().Aggregate((object)h, (stand, feit) => domein.Apply(stand, feit.Event));
            return domein.Terms(na, given).All(later => later.Key != t.Key);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Whatever_a_household_tells_of_its_dates_fits_its_sentences() => Prop.ForAll(Zaden, zaden =>
        !Uitlegproef.Fouten(HuishoudenDomein.Domein.Terms(Vouw(zaden), Given.Nothing.With(Given.CalendarKey, Kalender.Standaard)).SelectMany(t => t.Explanation)).Any())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_household_is_read_back_as_it_was_written() => Prop.ForAll(Zaden, zaden =>
    {
        var tekst = System.Text.Json.JsonSerializer.Serialize(Vouw(zaden), Huishoudenopslag.Json);
        return System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<Huishouden>(tekst, Huishoudenopslag.Json), Huishoudenopslag.Json) == tekst;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_letter_reads_in_every_household() => Prop.ForAll(Zaden, zaden =>
    {
        var (h, nu, namen) = (Vouw(zaden), new DateTimeOffset(2026, 10, 8, 9, 0, 0, TimeSpan.Zero), new Casework.Brieven.Briefnamen(null, "Anna"));
        return h.Dossiers.Values.All(d => Werkbank.AlleBrieven.Select(b => Casework.Brieven.Briefopmaak.Maak(b, h, d, Kalender.Standaard, nu, namen)).All(b => b.Alineas.All(a => !a.Contains('{') && a.Trim().Length > 0)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_is_not_a_fact_changes_nothing() => HuishoudenDomein.Domein.Apply(Huishouden.Leeg, "iets anders").ShouldBeSameAs(Huishouden.Leeg);
}
