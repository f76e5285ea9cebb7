using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>From first look to the talk at the kitchen table.</summary>
public class ToegangTests
{
    const string Domeinen = """
        {"wonen":{"status":"goed"},"huishoudenVoeren":{"status":"probleem"},"ontmoeten":{"status":"goed"},"meedoen":{"status":"goed"},"werken":{"status":"goed"},"opgroeien":{"status":"goed"},"rondkomen":{"status":"goed"},"leren":{"status":"goed"},"zorgen":{"status":"aandacht"}}
        """;

    static string Gesprek(string op) => $$"""{"gesprekOp":"{{op}}","aanwezig":"Wil en Henk","krachten":"koken","levensdomeinen":{{Domeinen}},"draagkrachtgrens":false,"mantelzorgerGehoord":"geenMantelzorger"}""";

    static readonly ClientondersteuningAangeboden Aangeboden = new(new("d1"), Aanbodantwoord.WilNiet, Aanbodantwoord.GeenMantelzorger, new(2026, 9, 2));

    [Fact]
    public void Only_the_inwoner_himself_can_let_a_melding_go()
    {
        var bank = Werkbank.MetDossier().Begin("EersteBeoordeling");
        var bezwaar = bank.Geweigerd("Vraag beantwoord", """{"wilGeenMelding":false,"antwoord":"de bibliotheek"}""").ShouldHaveSingleItem();
        bezwaar.Code.ShouldBe("MELDING_NIET_INGETROKKEN");
        Zinnen.Voor(bezwaar.Code, bezwaar.Arguments).ShouldContain("artikel 2.3.2, eerste lid");
        bank.Vul("Vraag beantwoord", """{"wilGeenMelding":true,"antwoord":"de bibliotheek"}""").Poort.ShouldBe("Vraag beantwoord");
        bank.D.Onderzoek.Beoordeling!.Uitkomst.ShouldBe("Vraag beantwoord");
    }

    [Fact]
    public void Confirming_names_the_behandelaar_and_the_tasks_go_to_him()
    {
        var bank = Werkbank.MetDossier().Begin("OntvangstBevestigen");
        bank.Taak.Address.Relation.ShouldBe("wijkteam");
        bank.Vooraf["verzondenOp"]!.ToString().ShouldBe("2026-09-01");
        bank.Vul(null, """{"behandelaar":"bram","kanaal":"post","verzondenOp":"2026-09-01"}""");
        bank.D.Behandelaar.ShouldBe(Feit.Wie("bram"));
        bank.D.OntvangstBevestigd.ShouldBe(new DateOnly(2026, 9, 1));
        HuishoudenDomein.Domein.Holder(bank.Huishouden, "behandelaar", new("d1")).User.ShouldBe(new UserId("bram"));
        HuishoudenDomein.Domein.Holder(bank.Huishouden, "wijkteam", new("d1")).Team.ShouldBe(new TeamId("wijkteam-noord"));
    }

    [Fact]
    public void An_afspraak_asks_for_the_offer_of_clientondersteuning()
    {
        var bank = Werkbank.MetDossier().Begin("EersteContact");
        bank.Geweigerd("Afspraak", """{"afspraakDag":"2026-09-10","clientondersteuningMantelzorger":"geenMantelzorger"}""").Select(r => r.Field).ShouldBe(["clientondersteuningInwoner"]);
        bank.Vul("Afspraak", """{"afspraakDag":"2026-09-10","afspraakTijd":"10:30","plaats":"thuis","clientondersteuningInwoner":"wil","clientondersteuningMantelzorger":"later"}""");
        bank.D.Onderzoek.Afspraak!.Dag.ShouldBe(new DateOnly(2026, 9, 10));
        bank.D.Onderzoek.Clientondersteuning!.Mantelzorger.ShouldBe(Aanbodantwoord.Later);
    }

    [Fact]
    public void Not_reached_is_counted_until_contact_succeeds()
    {
        var bank = Werkbank.MetDossier().Begin("EersteContact").Vul("Niet bereikt", """{"wijze":"huisbezoek"}""");
        bank.D.Onderzoek.VergeefsContact.ShouldBe(1);
        bank.Begin("EersteContact").Vul("Afspraak", """{"afspraakDag":"2026-09-10","clientondersteuningInwoner":"wil","clientondersteuningMantelzorger":"later"}""");
        bank.D.Onderzoek.VergeefsContact.ShouldBe(0);
    }

    [Fact]
    public void Seven_days_pass_by_themselves_and_nobody_can_choose_that()
    {
        var bank = Werkbank.MetDossier().Begin("PersoonlijkPlan");
        bank.Geweigerd("Zeven dagen om").ShouldHaveSingleItem().Code.ShouldBe("OUTCOME_UNKNOWN");
        bank.WachtTot(new(2026, 9, 8)).D.Onderzoek.PersoonlijkPlan.ShouldBeNull();
        bank.WachtTot(new(2026, 9, 9)).Poort.ShouldBe("Zeven dagen om");
        bank.D.Onderzoek.PersoonlijkPlan.ShouldBe(new PersoonlijkPlan(PersoonlijkPlanUitkomst.ZevenDagenOm, null, new(2026, 9, 9)));
    }

    [Fact]
    public void Seven_days_that_have_passed_already_are_not_waited_for() =>
        Werkbank.MetDossier().Op(new(2026, 9, 20)).Begin("PersoonlijkPlan").Poort.ShouldBe("Zeven dagen om");

    [Fact]
    public void A_talk_before_the_seventh_day_needs_the_plan_or_a_waiver()
    {
        var bank = Werkbank.MetDossier(Aangeboden).Op(new(2026, 9, 4)).Begin("Keukentafelgesprek");
        var bezwaar = bank.Geweigerd(null, Gesprek("2026-09-04")).ShouldHaveSingleItem();
        bezwaar.ToString().ShouldBe("GESPREK_VOOR_ZEVENDE_DAG(dinsdag 8 september 2026) @gesprekOp");
        bank.Met(new PersoonlijkPlanAfgehandeld(new("d1"), PersoonlijkPlanUitkomst.ZietAf, null, new(2026, 9, 3))).Vul(null, Gesprek("2026-09-04"));
        bank.D.Onderzoek.Gesprek!.Antwoorden.AsObject()["krachten"]!.ToString().ShouldBe("koken");
        bank.D.Onderzoek.Gesprek.Leidraad!.ToString().ShouldStartWith("DocumentReference { Id = gesprek, Version = 1, Hash = ");
    }

    [Fact]
    public void A_talk_without_the_offer_of_clientondersteuning_is_refused_unless_it_makes_it()
    {
        var bank = Werkbank.MetDossier().Op(new(2026, 9, 10)).Begin("Keukentafelgesprek");
        bank.Geweigerd(null, Gesprek("2026-09-10")).ShouldHaveSingleItem().Code.ShouldBe("CLIENTONDERSTEUNING_NIET_AANGEBODEN");
        bank.Vul(null, Gesprek("2026-09-10").Insert(1, """ "clientondersteuningInwoner":"wilNiet", """)).D.Onderzoek.Clientondersteuning!.Inwoner.ShouldBe(Aanbodantwoord.WilNiet);
    }

    [Fact]
    public void A_talk_in_the_future_or_before_the_melding_is_refused()
    {
        var bank = Werkbank.MetDossier(Aangeboden, new PersoonlijkPlanAfgehandeld(new("d1"), PersoonlijkPlanUitkomst.ZietAf, null, new(2026, 9, 3))).Op(new(2026, 9, 10)).Begin("Keukentafelgesprek");
        bank.Geweigerd(null, Gesprek("2026-09-11")).ShouldHaveSingleItem().Code.ShouldBe("ANTWOORD_DATUM_TE_LAAT");
        bank.Geweigerd(null, Gesprek("2026-08-31")).ShouldHaveSingleItem().Code.ShouldBe("DATUM_VOOR_OORZAAK");
    }

    [Fact]
    public void Hulpvragen_get_an_id_and_a_later_talk_replaces_them()
    {
        const string antwoord = """{"hulpvragen":[{"persoon":"p1","wet":"Jeugdwet","vraag":"v","belemmering":"b","gewenstResultaat":"r","omvang":{"aantal":3,"eenheid":"uur","periode":"week"}}]}""";
        var bank = Werkbank.MetDossier().Begin("Hulpvragen").Vul("Ondersteuning nodig", antwoord).Begin("Hulpvragen");
        bank.Vooraf["hulpvragen"]![0]!["omvang"]!.ToJsonString().ShouldBe("""{"aantal":3,"eenheid":"uur","periode":"week"}""");
        bank.Vul("Ondersteuning nodig", antwoord).Huishouden.Hulpvragen.Select(h => (h.Id, h.Wet, h.Vervallen)).ShouldBe([(new("h1"), Wet.Jeugdwet, true), (new("h2"), Wet.Jeugdwet, false)]);
        bank.Begin("Hulpvragen").Geweigerd("Ondersteuning nodig").ShouldHaveSingleItem().ToString().ShouldBe("HULPVRAGEN_ONTBREKEN() @hulpvragen");
    }
}
