using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Opdracht, pgb, spoed, starting, evaluating and making lighter.</summary>
public class OndersteuningTests
{
    static Werkbank Beschikt(Ondersteuningsvorm vorm = Ondersteuningsvorm.Natura) => Werkbank.MetDossier(Feit.TotBeschikking(vorm)).Op(new(2026, 10, 12));

    static string Opdracht(string aanbieder = "zorgbreed", string start = "2026-10-12", string rest = "") =>
        $$"""{"opdrachten":[{"ondersteuning":"o1","aanbieder":"{{aanbieder}}","start":"{{start}}"}],"verzondenOp":"2026-10-08"{{rest}}}""";

    [Fact]
    public void An_opdracht_that_is_started_gives_the_title_and_the_support_runs()
    {
        var bank = Beschikt().Begin("Opdracht");
        bank.Vooraf["opdrachten"]!.ToJsonString().ShouldBe("""[{"ondersteuning":"o1","start":"2026-10-12"}]""");
        var o = bank.Vul("Gestart", Opdracht()).Huishouden.MetId(new("o1"))!;
        (o.Status, o.Start, o.Titel.Aanbieder!.Id).ShouldBe((Ondersteuningsstatus.Loopt, new DateOnly(2026, 10, 12), "zorgbreed"));
    }

    [Theory]
    [InlineData("oud", "2026-10-12", "CONTRACT_NIET_GELDIG(Oud, maandag 12 oktober 2026) @opdrachten[0].aanbieder")]
    [InlineData("wie", "2026-10-12", "AANBIEDER_ONBEKEND() @opdrachten[0].aanbieder")]
    [InlineData("zorgbreed", "2026-10-19", "START_NOG_NIET_GEWEEST(maandag 19 oktober 2026) @opdrachten[0].start")]
    public void An_opdracht_needs_a_contract_on_the_first_day_and_a_start_that_is_sure(string aanbieder, string start, string bezwaar) =>
        Beschikt().Begin("Opdracht").Geweigerd("Gestart", Opdracht(aanbieder, start)).ShouldHaveSingleItem().ToString().ShouldBe(bezwaar);

    [Fact]
    public void Refused_by_the_aanbieder_it_is_bridged_and_tried_again()
    {
        var bank = Beschikt().Begin("Opdracht").Vul("Geweigerd of wachtlijst", Opdracht(rest: ""","reden":"wachtlijst" """));
        bank.Huishouden.MetId(new("o1"))!.WaaromNietGestart.ShouldBe(Startbelemmering.Wachtlijst);
        bank.Begin("Overbruggen").Vul(null, """{"hoe":"de dochter komt vaker"}""").Huishouden.MetId(new("o1"))!.Status.ShouldBe(Ondersteuningsstatus.Overbrugd);
        bank.Begin("Opdracht").Vul("Gestart", Opdracht()).Huishouden.MetId(new("o1"))!.Status.ShouldBe(Ondersteuningsstatus.Loopt);
    }

    [Fact]
    public void Without_a_beschikking_there_is_no_opdracht() =>
        Werkbank.MetDossier(Feit.Hulpvragen(), Feit.Voorstel()).Op(new(2026, 10, 12)).Begin("Opdracht").Geweigerd("Gestart", Opdracht()).Select(r => r.Code).ShouldBe(["OPDRACHT_ZONDER_BESCHIKKING"]);

    [Fact]
    public void A_pgb_runs_on_an_approved_budgetplan_and_needs_no_opdracht()
    {
        var bank = Beschikt(Ondersteuningsvorm.Pgb).Begin("PgbInrichten").Vul("Done", """{"budgetplanGoedgekeurd":"2026-10-09","bedrag":4200,"start":"2026-10-12","svb":true}""");
        bank.Huishouden.MetId(new("o1"))!.Loopt.ShouldBeTrue();
        bank.Feiten.OfType<PgbIngericht>().Single().Bedrag.ShouldBe(Bedrag.Euro(4200));
    }

    const string Spoed = """{"persoon":"p1","wat":"nachtzorg","omvang":{"aantal":7,"eenheid":"keer","periode":"week"},"aanbieder":"zorgbreed","start":"2026-09-01","einde":"2026-09-29","motivering":"gevallen"}""";

    [Fact]
    public void Spoed_is_decision_and_opdracht_in_one_act_and_runs_beside_the_onderzoek()
    {
        var bank = Werkbank.MetDossier().Begin("Spoedvoorziening").Vul("Gestart", Spoed);
        var o = bank.Huishouden.Lopend.ShouldHaveSingleItem();
        (o.Vorm, o.Titel.Spoedbesluit, o.Titel.Aanbieder!.Id, o.Einde).ShouldBe((Ondersteuningsvorm.Spoed, new DateOnly(2026, 9, 1), "zorgbreed", new DateOnly(2026, 9, 29)));
        bank.Termijnen.Select(t => t.Key).ShouldBe(["onderzoek:d1", "einde:o1"], ignoreOrder: true);
    }

    [Fact]
    public void Spoed_is_always_temporary() => Werkbank.MetDossier().Begin("Spoedvoorziening")
        .Geweigerd("Gestart", Spoed.Replace("2026-09-29", "2026-09-01").Replace("\"start\":\"2026-09-01\"", "\"start\":\"2026-08-30\"").Replace("\"einde\":\"2026-09-01\",", "")).ShouldHaveSingleItem().Field.ShouldBe("einde");

    static string Afspraak(string rest, string id = "o1") => $$"""{"afspraken":[{"ondersteuning":"{{id}}","gestart":true,"start":"2026-10-12","evaluatie":"2027-01-12"{{rest}}}]}""";

    [Fact]
    public void Professional_support_that_starts_has_a_date_and_a_way_down()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotBeschikking(), new OpdrachtGegeven(new("o1"), Feit.Zorgbreed, new(2026, 10, 12), new(2026, 10, 8)), new OndersteuningGestart(new("o1"), new(2026, 10, 12))])
            .Op(new(2026, 10, 12)).Begin("OndersteuningStarten");
        bank.Geweigerd(null, Afspraak("")).ShouldHaveSingleItem().ToString().ShouldBe("AFSCHAALPLAN_ONTBREEKT() @afspraken[0].afschaalplan");
        bank.Geweigerd(null, Afspraak(""","structureel":true,"structureelReden":"hersenletsel" """).Replace("2027-01-12", "2026-10-12"))
            .ShouldHaveSingleItem().ToString().ShouldBe("STRUCTUREEL_ZONDER_DATUM() @afspraken[0].evaluatie");
        bank.Vul(null, Afspraak(""","afschaalplan":"een uur minder" """)).Poort.ShouldBe("Loopt");
        bank.Termijn("evaluatie:o1").Explanation.InZinnen().ShouldBe(["Op dinsdag 12 januari 2027 kijken we samen of het helpt en of het lichter kan."]);
    }

    [Fact]
    public void Only_network_means_the_nulde_lijn()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen(), Feit.Voorstel(vorm: Ondersteuningsvorm.Netwerk, cirkel: Ondersteuningscirkel.SociaalNetwerk)).Op(new(2026, 10, 12)).Begin("OndersteuningStarten").Vul(null, Afspraak(""));
        bank.Poort.ShouldBe("Nulde lijn");
        bank.Huishouden.Lopend.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_is_forgotten_and_nothing_runs_without_a_title()
    {
        var bank = Beschikt().Begin("OndersteuningStarten");
        bank.Geweigerd(null).ShouldHaveSingleItem().ToString().ShouldBe("AFSPRAAK_ONTBREEKT(o1) @afspraken");
        bank.Geweigerd(null, Afspraak(""","afschaalplan":"x" """)).ShouldHaveSingleItem().ToString().ShouldBe("MAATWERK_ZONDER_TITEL(o1, een beschikking en een opdracht aan een aanbieder) @afspraken[0].gestart");
    }

    [Fact]
    public void Structureel_is_asked_again_but_not_whether_it_can_be_lighter()
    {
        var bank = Werkbank.MetDossier(Feit.Lopend()).Op(new(2027, 1, 12)).Begin("Structureel", ("ondersteuning", "o1"));
        bank.Geweigerd(null, """{"reden":"hersenletsel","inwoner":"fijn","herzien":"2027-01-12"}""").ShouldHaveSingleItem().Code.ShouldBe("STRUCTUREEL_ZONDER_DATUM");
        bank.Vul(null, """{"reden":"hersenletsel","inwoner":"fijn","herzien":"2029-01-12"}""");
        bank.Huishouden.MetId(new("o1"))!.Structureel!.Inwoner!.AsString().ShouldBe("fijn");
        bank.Huishouden.MetId(new("o1"))!.Structureel!.Herzien.ShouldBe(new DateOnly(2029, 1, 12));
        bank.Termijn("heronderzoek:o1").Explanation[^1].InZin().ShouldContain("want het besluit loopt");
        bank.Termijnen.Select(t => t.Key).ShouldNotContain("evaluatie:o1");
    }

    [Theory]
    [InlineData("2027-03-01", "2027-01-12")]
    [InlineData("2028-03-01", null)]
    public void Going_up_within_a_year_after_a_step_down_is_recorded_as_relapse(string dag, string? afgeschaald)
    {
        var bank = Werkbank.MetDossier([.. Feit.Lopend(), Feit.Voorstel("o2"), new OndersteuningAfgeschaald(new("o1"), new("o2"), null, new(2027, 1, 12)) { Titel = Titel.Geen with { Beschikking = new(2026, 10, 7), Opdracht = new(2026, 10, 8), Aanbieder = Feit.Zorgbreed } }, new OndersteuningGestart(new("o2"), new(2027, 1, 12))])
            .Op(DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture)).Begin("Opschalen", ("ondersteuning", "o1")).Vul("Herziening", """{"toelichting":"te snel"}""");
        var feit = bank.Feiten.OfType<OndersteuningOpgeschaald>().Single();
        (feit.Ondersteuning, feit.Weg, feit.AfgeschaaldOp?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe((new("o2"), "Herziening", afgeschaald));
    }

    [Theory]
    [InlineData("Gelijk", """{"resultaat":"ja","toelichting":"t"}""", "EVALUATIE_ZONDER_VOLGENDE")]
    public void An_evaluation_always_gives_a_next_date_or_an_end(string uitkomst, string antwoorden, string code) =>
        Werkbank.MetDossier(Feit.Lopend()).Op(new(2027, 1, 12)).Begin("Evaluatie", ("ondersteuning", "o1")).Geweigerd(uitkomst, antwoorden).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Done_is_done()
    {
        var bank = Werkbank.MetDossier(Feit.Lopend()).Op(new(2027, 1, 12)).Begin("Evaluatie", ("ondersteuning", "o1")).Vul("Klaar", """{"resultaat":"ja","toelichting":"t","laatsteDag":"2027-01-12"}""");
        bank.Huishouden.Lopend.ShouldBeEmpty();
        bank.Termijnen.Select(t => t.Key).ShouldBe(["bezwaar:d1"]);
    }

    static string Lichter(string naar, string rest = "") => $$"""{"akkoordInwoner":true,"naar":"{{naar}}","wat":"minder","vanaf":"2027-01-18","evaluatie":"2027-04-18","toelichting":"t"{{rest}}}""";

    static Werkbank Afschalen() => Werkbank.MetDossier(Feit.Lopend()).Op(new(2027, 1, 12)).Begin("Afschalen", ("ondersteuning", "o1"));

    [Fact]
    public void Lighter_within_circle_four_stands_on_the_same_title()
    {
        var bank = Afschalen().Vul("Akkoord", Lichter("Maatwerkvoorziening", ""","omvang":{"aantal":1,"eenheid":"uur","periode":"week"}"""));
        var (oud, nieuw) = (bank.Huishouden.MetId(new("o1"))!, bank.Huishouden.MetId(new("o2"))!);
        (oud.Status, oud.Eindreden!.Value, oud.OpgevolgdDoor).ShouldBe((Ondersteuningsstatus.Beeindigd, Eindreden.Afgeschaald, new("o2")));
        (nieuw.Status, nieuw.Titel, nieuw.Omvang, nieuw.Einde).ShouldBe((Ondersteuningsstatus.Loopt, oud.Titel, Feit.Uur(1), new DateOnly(2027, 10, 12)));
    }

    [Theory]
    [InlineData("AlgemeneVoorziening", Ondersteuningsvorm.Algemeen)]
    [InlineData("SociaalNetwerk", Ondersteuningsvorm.Netwerk)]
    public void One_circle_down_is_another_form(string naar, Ondersteuningsvorm vorm) => Afschalen().Vul("Akkoord", Lichter(naar)).Huishouden.Lopend.ShouldHaveSingleItem().Vorm.ShouldBe(vorm);

    [Fact]
    public void To_eigen_kracht_nothing_takes_its_place() => Afschalen().Vul("Akkoord", Lichter("EigenKracht")).Huishouden.Lopend.ShouldBeEmpty();

    [Theory]
    [InlineData(""","omvang":{"aantal":2,"eenheid":"uur","periode":"week"}""")]
    [InlineData("")]
    public void What_is_not_lighter_is_no_step_down(string rest) => Afschalen().Geweigerd("Akkoord", Lichter("Maatwerkvoorziening", rest)).Select(r => r.Code).ShouldBe(["AFSCHALEN_NIET_LICHTER"]);

    [Fact]
    public void Without_the_inwoner_it_takes_a_new_decision() =>
        Afschalen().Geweigerd("Akkoord", Lichter("EigenKracht").Replace("true", "false")).ShouldHaveSingleItem().Code.ShouldBe("AFSCHALEN_ZONDER_AKKOORD");

    [Fact]
    public void Following_finds_support_without_a_date()
    {
        Werkbank.MetDossier(Feit.Lopend()).Begin("Volgen").Incidenten.ShouldBeEmpty();
        Werkbank.MetDossier([.. Feit.TotBeschikking(), new OndersteuningGestart(new("o1"), new(2026, 10, 12))]).Begin("Volgen").Incidenten.ShouldHaveSingleItem().Code.ShouldBe("ONDERSTEUNING_ZONDER_EVALUATIE");
    }
}
