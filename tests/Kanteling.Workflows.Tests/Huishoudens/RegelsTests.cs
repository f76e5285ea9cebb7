using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class RegelsTests
{
    static IEnumerable<string> Fouten(Werkbank voor, params object[] feiten) =>
        HuishoudenDomein.Domein.Check(voor.Huishouden, feiten.Aggregate((object)voor.Huishouden, HuishoudenDomein.Domein.Apply)).Select(r => r.Code);

    [Theory]
    [InlineData(Ondersteuningsvorm.Natura)]
    [InlineData(Ondersteuningsvorm.Pgb)]
    public void Maatwerk_never_runs_without_a_title(Ondersteuningsvorm vorm)
    {
        Fouten(Werkbank.MetDossier(Feit.Voorstel(vorm: vorm)), new OndersteuningGestart("o1", Feit.Begin)).ShouldBe(["MAATWERK_ZONDER_TITEL"]);
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking(vorm)), new OndersteuningGestart("o1", new(2026, 10, 12))).ShouldBe(["MAATWERK_ZONDER_TITEL"]);
    }

    [Fact]
    public void With_its_title_it_runs()
    {
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking()), new OpdrachtGegeven("o1", "zorgbreed", new(2026, 10, 12), new(2026, 10, 8)), new OndersteuningGestart("o1", new(2026, 10, 12))).ShouldBeEmpty();
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking(Ondersteuningsvorm.Pgb)), new PgbIngericht("o1", new(2026, 10, 9), null, new(2026, 10, 9)), new OndersteuningGestart("o1", new(2026, 10, 12))).ShouldBeEmpty();
    }

    [Fact]
    public void Spoed_goes_on_as_spoed_until_the_pgb_that_follows_it_is_arranged()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotMaatwerk(), new SpoedvoorzieningGetroffen("o1", "d1", "p1", Feit.T(), Feit.Uur(1), "zorgbreed", Feit.Begin, new(2026, 11, 1), Feit.T(), "anna", Feit.Begin),
            Feit.Verslag, Feit.Aanvraag, Feit.Opgesteld(Ondersteuningsvorm.Pgb), Feit.Vastgesteld]).Op(new(2026, 10, 7));
        bank.Begin("Bekendmaken").Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        var o = bank.Huishouden.MetId("o1")!;
        (o.Vorm, o.Status, o.Titel.Beschikking, o.Start).ShouldBe((Ondersteuningsvorm.Spoed, Ondersteuningsstatus.Loopt, new DateOnly(2026, 10, 7), Feit.Begin));
    }

    [Fact]
    public void A_dossier_keeps_its_behandelaar() =>
        HuishoudenDomein.Domein.Check(Werkbank.MetDossier().Huishouden, Werkbank.MetDossier().Huishouden is var h ? h with { Dossiers = h.Dossiers.SetItem("d1", h.Dossiers["d1"] with { Behandelaar = null }) } : null!)
            .ShouldHaveSingleItem().Code.ShouldBe("BEHANDELAAR_ONTBREEKT");

    [Fact]
    public void No_date_precedes_its_cause()
    {
        Fouten(Werkbank.MetDossier(), new VerslagVerstrekt("d1", null, null, null, new(2026, 8, 31))).ShouldBe(["DATUM_VOOR_OORZAAK"]);
        Fouten(Werkbank.MetDossier(Feit.Lopend()), new OndersteuningBeeindigd("o1", "klaar", new(2026, 10, 1))).ShouldBe(["DATUM_VOOR_OORZAAK"]);
    }

    [Fact]
    public void An_old_mistake_does_not_block_what_has_nothing_to_do_with_it() =>
        Fouten(Werkbank.MetDossier(new VerslagVerstrekt("d1", null, null, null, new(2026, 8, 31))), new PersoonToegevoegd("p3", Feit.T(), null, null, [], Feit.Begin)).ShouldBeEmpty();
}
