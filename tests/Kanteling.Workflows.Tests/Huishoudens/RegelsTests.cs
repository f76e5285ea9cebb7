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
        Fouten(Werkbank.MetDossier(Feit.Voorstel(vorm: vorm)), new OndersteuningGestart(new("o1"), Feit.Begin)).ShouldBe(["MAATWERK_ZONDER_TITEL"]);
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking(vorm)), new OndersteuningGestart(new("o1"), new(2026, 10, 12))).ShouldBe(["MAATWERK_ZONDER_TITEL"]);
    }

    [Fact]
    public void With_its_title_it_runs()
    {
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking()), new OpdrachtGegeven(new("o1"), Feit.Zorgbreed, new(2026, 10, 12), new(2026, 10, 8)), new OndersteuningGestart(new("o1"), new(2026, 10, 12))).ShouldBeEmpty();
        Fouten(Werkbank.MetDossier(Feit.TotBeschikking(Ondersteuningsvorm.Pgb)), new PgbIngericht(new("o1"), new(2026, 10, 9), null, new(2026, 10, 9)), new OndersteuningGestart(new("o1"), new(2026, 10, 12))).ShouldBeEmpty();
    }

    [Fact]
    public void Spoed_goes_on_as_spoed_until_the_pgb_that_follows_it_is_arranged()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotMaatwerk(), new SpoedvoorzieningGetroffen(new("o1"), new("d1"), new("p1"), Feit.T(), Feit.Uur(1), Feit.Zorgbreed, Feit.Begin, new(2026, 11, 1), Feit.T(), new("anna"), Feit.Begin),
            Feit.Verslag, Feit.Aanvraag, Feit.Opgesteld(Ondersteuningsvorm.Pgb), Feit.Vastgesteld]).Op(new(2026, 10, 7));
        bank.Begin("Bekendmaken").Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        var o = bank.Huishouden.MetId(new("o1"))!;
        (o.Vorm, o.Status, o.Titel.Beschikking, o.Start).ShouldBe((Ondersteuningsvorm.Spoed, Ondersteuningsstatus.Loopt, new DateOnly(2026, 10, 7), Feit.Begin));
    }

    [Fact]
    public void A_dossier_keeps_its_behandelaar() =>
        HuishoudenDomein.Domein.Check(Werkbank.MetDossier().Huishouden, Werkbank.MetDossier().Huishouden is var h ? h with { Dossiers = h.Dossiers.SetItem(new("d1"), h.Dossiers[new("d1")] with { Behandelaar = null }) } : null!)
            .ShouldHaveSingleItem().Code.ShouldBe("BEHANDELAAR_ONTBREEKT");

    [Fact]
    public void No_date_precedes_its_cause()
    {
        Fouten(Werkbank.MetDossier(), new VerslagVerstrekt(new("d1"), null, null, null, new(2026, 8, 31))).ShouldBe(["DATUM_VOOR_OORZAAK"]);
        Fouten(Werkbank.MetDossier(Feit.Lopend()), new OndersteuningBeeindigd(new("o1"), Eindreden.Klaar, new(2026, 10, 1))).ShouldBe(["DATUM_VOOR_OORZAAK"]);
    }

    static Werkbank MetVerslagVoorMelding => Werkbank.MetDossier(new VerslagVerstrekt(new("d1"), null, null, null, new(2026, 8, 31)));

    [Fact]
    public void An_old_mistake_does_not_block_another_change_of_the_same_dossier_and_is_listed()
    {
        Fouten(MetVerslagVoorMelding, new ReactieOntvangen(new("d1"), "Geen aanvraag", null, Feit.Begin), Feit.Aanvraag).ShouldBeEmpty();
        var afwijking = Huishoudenregels.Staand(MetVerslagVoorMelding.Huishouden).ShouldHaveSingleItem();
        (afwijking.Dossier, afwijking.Ondersteuning, Zinnen.Voor(afwijking.Regel.Code, afwijking.Regel.Arguments))
            .ShouldBe((new("d1"), null, "Het verslag (maandag 31 augustus 2026) kan niet eerder zijn dan de melding (dinsdag 1 september 2026)."));
    }

    [Theory]
    [InlineData("2026-08-30", "DATUM_VOOR_OORZAAK")]
    [InlineData("2026-08-31", "")]
    [InlineData("2026-09-02", "")]
    public void It_blocks_only_its_own_worsening(string dag, string fouten) =>
        string.Join(' ', Fouten(MetVerslagVoorMelding, new VerslagVerstrekt(new("d1"), Kanaal.Post, null, null, DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture)))).ShouldBe(fouten);

    [Fact]
    public void A_new_mistake_beside_an_old_one_is_refused() =>
        Fouten(MetVerslagVoorMelding, new OntvangstBevestigd(new("d1"), Kanaal.Post, new(2026, 8, 31))).ShouldBe(["DATUM_VOOR_OORZAAK"]);

    [Fact]
    public void What_runs_without_a_title_may_be_looked_at_and_ended_and_does_not_lose_more_of_it()
    {
        var bank = Werkbank.MetDossier(Feit.TotBeschikking()).Met(new OndersteuningGestart(new("o1"), new(2026, 10, 12)));
        Fouten(bank, new AfschaalplanVastgelegd(new("o1"), new(2027, 1, 12), null, null, Feit.Begin), new OndersteuningGepauzeerd(new("o1"), Verblijf.Ziekenhuis, new(2026, 12, 1), new(2026, 11, 1))).ShouldBeEmpty();
        Fouten(bank, new OndersteuningBeeindigd(new("o1"), Eindreden.Klaar, new(2026, 12, 1))).ShouldBeEmpty();
        Fouten(bank, new OndersteuningAfgeschaald(new("o9"), new("o1"), null, Feit.Begin) { Titel = Titel.Geen }).ShouldBe(["MAATWERK_ZONDER_TITEL"]);
    }

    [Fact]
    public void What_was_proposed_to_who_died_may_lapse_and_is_not_granted()
    {
        var bank = Werkbank.MetDossier(Feit.Voorstel()).Met(new PersoonOverleden(new("p1"), Feit.Begin));
        Fouten(bank, new VoorstelVervallen(new("o1"), Feit.Begin)).ShouldBeEmpty();
        Fouten(bank, Feit.Toegekend()).ShouldBe(["PERSOON_OVERLEDEN"]);
        Fouten(Werkbank.MetDossier(Feit.Voorstel()), new PersoonOverleden(new("p1"), Feit.Begin)).ShouldBe(["PERSOON_OVERLEDEN"], "a death ends what was proposed in the same decision");
    }

    [Fact]
    public void An_old_mistake_never_stops_time()
    {
        var bank = Werkbank.MetDossier(Feit.Lopend()).Met(new BesluitVerlengd(new("o1"), new(2026, 10, 10), Feit.T(), new("anna"), Feit.Begin));
        Huishoudenregels.Staand(bank.Huishouden).ShouldHaveSingleItem();
        foreach (var stroom in (string[])["evaluatie", "heronderzoek"])
            bank.Stroom(new Engine.Drawing(stroom).Start().End().Connect("start → end").Build());
        bank.Moet(new Commands.ChangeCalendar("2"), null);
        bank.WachtTot(new(2026, 10, 12)).Huishouden.MetId(new("o1"))!.Status.ShouldBe(Ondersteuningsstatus.Beeindigd);
        bank.Incidenten.ShouldBeEmpty();
    }

    [Fact]
    public void An_old_mistake_does_not_block_what_has_nothing_to_do_with_it() =>
        Fouten(Werkbank.MetDossier(new VerslagVerstrekt(new("d1"), null, null, null, new(2026, 8, 31))), new PersoonToegevoegd(new("p3"), Feit.T(), null, null, [], Feit.Begin)).ShouldBeEmpty();
}
