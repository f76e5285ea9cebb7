using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>From aanvraag to bekendmaking: the second clock, the hands of two people, and the way that follows.</summary>
public class BesluitTests
{
    static Werkbank Bank(params object[] feiten) => Werkbank.MetDossier([.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, .. feiten]).Op(new(2026, 10, 5));

    static string Besluit(string soort, string regels, string rest = "") => $$"""{"soort":"{{soort}}","motivering":"m","onderzoekOnvolledig":"spoed","besluitregels":[{{regels}}]{{rest}}}""";

    const string Toe = """{"ondersteuning":"o1","toegekend":true,"vorm":"natura","omvang":{"aantal":1.5,"eenheid":"uur","periode":"week"},"ingang":"2026-10-12"}""";
    const string Zonder = """{"ondersteuning":"o1","toegekend":true,"vorm":"natura","ingang":"2026-10-12"}""";
    const string Af = """{"ondersteuning":"o1","toegekend":false,"motivering":"te duur"}""";

    [Fact]
    public void An_aanvraag_before_the_verslag_waits_for_day_43()
    {
        var bank = Werkbank.MetDossier().Op(new(2026, 10, 13)).Begin("Aanvraag");
        bank.Geweigerd("Volledig", """{"ontvangenOp":"2026-10-13","ondertekend":true}""").ShouldHaveSingleItem().ToString().ShouldBe("AANVRAAG_TE_VROEG(dinsdag 13 oktober 2026) @ontvangenOp");
        bank.Op(new(2026, 10, 14)).Vul("Volledig", """{"ontvangenOp":"2026-10-14","ondertekend":true}""");
        bank.Termijn("beschikking:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 28));
    }

    [Fact]
    public void The_second_clock_stands_still_while_the_aanvraag_is_completed()
    {
        var bank = Bank(new AanvraagOntvangen(new("d1"), new(2026, 10, 1), false, Feit.T(), new(2026, 10, 1))).Begin("AanvraagAanvullen");
        bank.D.Beslisklok!.StaatStil.ShouldBeTrue();
        bank.Termijnen.Select(t => t.Key).ShouldNotContain("beschikking:d1");
        bank.Op(new(2026, 10, 9)).Vul("Aangevuld", """{"aangevuldOp":"2026-10-09"}""");
        bank.D.Aanvraag!.Volledig.ShouldBeTrue();
        bank.Termijn("beschikking:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 19));
        bank.Termijn("beschikking:d1").Explanation.InZinnen().ShouldContain(zin => zin.StartsWith("De klok stond 3 dagen stil"));
    }

    [Fact]
    public void The_time_to_complete_passes_by_itself()
    {
        var bank = Bank(new AanvraagOntvangen(new("d1"), new(2026, 10, 1), false, Feit.T(), new(2026, 10, 1))).Begin("AanvraagAanvullen");
        bank.WachtTot(new(2026, 10, 20)).Poort.ShouldBe("Termijn om");
        bank.D.Aanvraag!.AanvultermijnVerstreken.ShouldBe(new DateOnly(2026, 10, 20));
        bank.D.Beslisklok!.StaatStil.ShouldBeFalse();
    }

    [Fact]
    public void A_decision_without_extent_is_refused()
    {
        var bezwaar = Bank(Feit.Aanvraag).Begin("BesluitOpstellen").Geweigerd("Klaar", Besluit("toekenning", Zonder)).ShouldHaveSingleItem();
        bezwaar.ToString().ShouldBe("BESLUIT_ZONDER_OMVANG() @besluitregels[0].omvang");
        Zinnen.Voor(bezwaar.Code).ShouldContain("CRvB");
    }

    [Theory]
    [InlineData("Klaar", "toekenning", Af, "BESLUIT_SOORT_KLOPT_NIET @soort")]
    [InlineData("Klaar", "afwijzing", Toe, "BESLUIT_SOORT_KLOPT_NIET @soort, ZIENSWIJZE_NODIG @zienswijzeNietNodig")]
    [InlineData("Klaar", "afwijzing", Af, "ZIENSWIJZE_NODIG @zienswijzeNietNodig")]
    [InlineData("Voornemen afwijzen", "toekenning", Toe, "VOORNEMEN_ZONDER_AFWIJZING @soort")]
    [InlineData("Klaar", "buitenBehandeling", Af, "BUITEN_BEHANDELING_ZONDER_AANVULTERMIJN @soort")]
    public void What_the_decision_says_must_hold_together(string uitkomst, string soort, string regel, string bezwaren) =>
        string.Join(", ", Bank(Feit.Aanvraag).Begin("BesluitOpstellen").Geweigerd(uitkomst, Besluit(soort, regel)).Select(r => $"{r.Code} @{r.Field}")).ShouldBe(bezwaren);

    [Fact]
    public void Without_an_aanvraag_there_is_no_decision() =>
        Bank().Begin("BesluitOpstellen").Geweigerd("Klaar", Besluit("toekenning", Toe)).Select(r => r.Code).ShouldBe(["AANVRAAG_ONTBREEKT"]);

    [Fact]
    public void Who_drew_it_up_does_not_establish_it()
    {
        var bank = Bank(Feit.Aanvraag).Begin("BesluitOpstellen").Vul("Klaar", Besluit("toekenning", Toe)).Begin("Vaststellen");
        bank.D.Besluit!.Opsteller.ShouldBe(new UserId("anna"));
        bank.Taak.Address.Role.ShouldBe("kwaliteitsmedewerker");
        const string ja = """{"rechtmatig":true,"doelmatig":true}""";
        bank.Geweigerd("Vastgesteld", ja).ShouldHaveSingleItem().Code.ShouldBe("VASTSTELLER_IS_OPSTELLER");
        bank.Vul("Vastgesteld", ja, "karin").D.Besluit!.Vaststeller.ShouldBe(new UserId("karin"));
    }

    [Fact]
    public void A_decision_that_goes_back_is_drawn_up_again_and_keeps_the_zienswijze()
    {
        var bank = Bank(Feit.Aanvraag, Feit.Opgesteld(toegekend: false)).Begin("Zienswijze").Vul(null, """{"gegevenOp":"2026-10-05","zienswijze":"oneens"}""")
            .Begin("Vaststellen").Vul("Terug", """{"reden":"motiveer beter"}""", "karin").Begin("BesluitOpstellen").Vul("Klaar", Besluit("afwijzing", Af));
        bank.D.Besluit!.Zienswijze!.Inhoud!.AsString().ShouldBe("oneens");
        bank.D.Besluit.Vastgesteld.ShouldBeNull();
    }

    [Theory]
    [InlineData(Ondersteuningsvorm.Natura, true, "Natura")]
    [InlineData(Ondersteuningsvorm.Pgb, true, "Pgb")]
    [InlineData(Ondersteuningsvorm.Natura, false, "Afgewezen")]
    public void The_way_after_bekendmaking_follows_from_the_decision(Ondersteuningsvorm vorm, bool toegekend, string poort)
    {
        var bank = Bank(Feit.Aanvraag, Feit.Opgesteld(vorm, toegekend), Feit.Vastgesteld).Op(new(2026, 10, 7)).Begin("Bekendmaken").Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        bank.Poort.ShouldBe(poort);
        bank.D.Besluit!.BezwaarLaatsteDag.ShouldBe(new DateOnly(2026, 11, 18));
        bank.Termijnen.Select(t => t.Key).ShouldBe(toegekend ? ["bezwaar:d1", "heronderzoek:o1"] : ["bezwaar:d1"], ignoreOrder: true);
        bank.Huishouden.MetId(new("o1"))!.Status.ShouldBe(toegekend ? Ondersteuningsstatus.Toegekend : Ondersteuningsstatus.Afgewezen);
        bank.Huishouden.MetId(new("o1"))!.Titel.Beschikking.ShouldBe(toegekend ? new DateOnly(2026, 10, 7) : null);
    }

    [Fact]
    public void What_the_decision_makes_of_each_support_stands_in_its_facts_and_who_died_gets_nothing()
    {
        var bank = Bank(
            Feit.Voorstel("o2") with { Persoon = new("p2") }, Feit.Voorstel("o3"), new OndersteuningGestart(new("o3"), Feit.Begin), Feit.Voorstel("o4"), Feit.Aanvraag,
            Feit.Opgesteld() with { Soort = Besluitsoort.GedeeltelijkeToekenning, Regels = [Regel("o1", true), Regel("o2", true), Regel("o3", false), Regel("o4", false)] },
            Feit.Vastgesteld, new PersoonOverleden(new("p2"), new(2026, 10, 6)), new VoorstelVervallen(new("o2"), new(2026, 10, 6))).Op(new(2026, 10, 7)).Begin("Bekendmaken");
        bank.Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        bank.Feiten.OfType<Ondersteuningsgebeurtenis>().ShouldBe(
        [
            Feit.Toegekend(), new OndersteuningBeeindigd(new("o3"), Eindreden.Afgewezen, new(2026, 10, 7)), new OndersteuningGeweigerd(new("o4"), new(2026, 10, 7)),
        ], ignoreOrder: true);
        string.Join(' ', bank.Huishouden.Ondersteuning.Select(o => $"{o.Id}:{o.Status}")).ShouldBe("o1:Toegekend o2:Vervallen o3:Beeindigd o4:Afgewezen");

        static Besluitregel Regel(string id, bool toegekend) => new(new(id), toegekend, Ondersteuningsvorm.Natura, Feit.Uur(1.5m), new(2026, 10, 12), new(2027, 10, 12), null);
    }

    [Fact]
    public void What_was_looked_up_elsewhere_is_copied_into_the_fact()
    {
        var bank = Bank(Feit.Aanvraag, Feit.Opgesteld(), Feit.Vastgesteld).Op(new(2026, 10, 7)).Begin("Bekendmaken").Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        bank.Feiten.OfType<BesluitBekendgemaakt>().Single().Basis.ShouldBe(new Rekenbasis("nl-2019-01-01", bank.Kalender.Versie));
        bank.Op(new(2026, 10, 12)).Begin("Opdracht").Vul("Gestart", """{"verzondenOp":"2026-10-08","opdrachten":[{"ondersteuning":"o1","aanbieder":"zorgbreed","start":"2026-10-12"}]}""");
        bank.Feiten.OfType<OpdrachtGegeven>().Single().Contract.ShouldBe(new Contractperiode(new(2025, 1, 1), new(2026, 12, 31)));
    }

    [Fact]
    public void What_was_not_established_cannot_be_made_known() => Bank(Feit.Aanvraag, Feit.Opgesteld()).Begin("Bekendmaken").Geweigerd(null, """{"verzondenOp":"2026-10-05","kanaal":"post"}""")
        .ShouldHaveSingleItem().Code.ShouldBe("BESLUIT_NIET_VASTGESTELD");

    [Fact]
    public void Sending_before_establishing_is_refused() => Bank(Feit.Aanvraag, Feit.Opgesteld(), Feit.Vastgesteld).Op(new(2026, 10, 7)).Begin("Bekendmaken")
        .Geweigerd(null, """{"verzondenOp":"2026-10-05","kanaal":"post"}""").ShouldHaveSingleItem().Code.ShouldBe("DATUM_VOOR_OORZAAK");
}
