using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class MaatwerkTests
{
    static string Antwoord(string omvang, string motivering = "", bool uitgelegd = true) => $$"""
        {"maatwerkrijen":[{"hulpvraag":"h1","persoon":"p1","wat":"hulp bij het huishouden","omvang":{{omvang}},"zwaarte":"licht","vorm":"natura","motivering":"{{motivering}}"}],
         "pgbUitgelegd":{{(uitgelegd ? "true" : "false")}},"bijdrageUitgelegd":true}
        """;

    const string Anderhalf = """{"aantal":1.5,"eenheid":"uur","periode":"week"}""";

    [Fact]
    public void Need_minus_contributions_is_the_rest_and_stands_ready()
    {
        var bank = Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("MaatwerkWegen");
        bank.Vooraf["maatwerkrijen"]![0]!["omvang"]!.ToJsonString().ShouldBe("""{"aantal":1.5,"eenheid":"uur","periode":"week"}""");
        bank.Vul(null, Antwoord(Anderhalf)).D.Onderzoek.Maatwerk!.Rijen.ShouldHaveSingleItem().Omvang.ShouldBe(Feit.Uur(1.5m));
    }

    [Fact]
    public void More_than_the_rest_is_refused() => Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("MaatwerkWegen").Geweigerd(null, Antwoord("""{"aantal":2,"eenheid":"uur","periode":"week"}"""))
        .ShouldHaveSingleItem().ToString().ShouldBe("MAATWERK_MEER_DAN_REST(1,5 uur per week, 2 uur per week) @maatwerkrijen[0].omvang.aantal");

    [Fact]
    public void A_rest_in_words_is_motivated_and_not_invented()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen(Feit.Vraag(omvang: Feit.InWoorden))).Begin("MaatwerkWegen");
        bank.Vooraf["maatwerkrijen"]![0]!.AsObject().ContainsKey("omvang").ShouldBeFalse();
        bank.Geweigerd(null, Antwoord("""{"omschrijving":"een traplift"}""")).ShouldHaveSingleItem().ToString().ShouldBe("MAATWERK_REST_ZONDER_MOTIVERING() @maatwerkrijen[0].motivering");
        bank.Vul(null, Antwoord("""{"omschrijving":"een traplift"}""", "er is geen andere weg naar boven"));
    }

    [Fact]
    public void Pgb_is_explained_first() =>
        Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("MaatwerkWegen").Geweigerd(null, Antwoord(Anderhalf, uitgelegd: false)).ShouldHaveSingleItem().Code.ShouldBe("PGB_NIET_UITGELEGD");

    [Fact]
    public void The_plan_turns_what_was_weighed_into_support_that_is_proposed()
    {
        const string plan = """{"resultaten":[{"persoon":"p1","levensdomein":"huishoudenVoeren","resultaat":"het huis is schoon","eigenaar":"Wil","datum":"2027-01-01"}],"afspraken":"Henk stofzuigt"}""";
        var bank = Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("MaatwerkWegen").Vul(null, Antwoord(Anderhalf)).Begin("Ondersteuningsplan").Vul(null, plan);
        bank.D.Plan!.Resultaten.ShouldHaveSingleItem().Levensdomein.ShouldBe(Levensdomein.HuishoudenVoeren);
        bank.Huishouden.Ondersteuning.Select(o => (o.Id, o.Cirkel, o.Vorm, o.Status)).ShouldBe(
        [
            (new("o1"), Ondersteuningscirkel.SociaalNetwerk, Ondersteuningsvorm.Netwerk, Ondersteuningsstatus.Voorgesteld),
            (new("o2"), Ondersteuningscirkel.Maatwerkvoorziening, Ondersteuningsvorm.Natura, Ondersteuningsstatus.Voorgesteld),
        ]);
        bank.Begin("Ondersteuningsplan").Vul(null, plan).Huishouden.Ondersteuning.Select(o => o.Status)
            .ShouldBe([Ondersteuningsstatus.Vervallen, Ondersteuningsstatus.Vervallen, Ondersteuningsstatus.Voorgesteld, Ondersteuningsstatus.Voorgesteld]);
    }

    [Fact]
    public void Parts_a_to_g_are_seen_when_they_were_done()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotMaatwerk(), new KeukentafelgesprekGevoerd(new("d1"), Feit.T(), true, false, Feit.Begin), new VooronderzoekGedaan(new("d1"), true, Identiteitsbewijs.Paspoort, WlzStand.Geen, null, null, Feit.Begin)]);
        new string([.. bank.D.Onderzoek.GezieneDelen]).ShouldBe("abcdef");
        bank.Begin("MaatwerkWegen").Vul(null, Antwoord(Anderhalf)).D.Onderzoek.IsVolledig.ShouldBeTrue();
    }

    static string Regie(string rest) => $$"""{"primaat":"zorgen",{{rest}}}""";

    [Fact]
    public void There_is_one_casusregisseur_and_a_second_takes_over_openly()
    {
        var bank = Werkbank.MetDossier().Begin("CasusregieBeleggen").Vul("Belegd", Regie(""" "soort":"professional","medewerker":"anna" """));
        HuishoudenDomein.Domein.Holder(bank.Huishouden, "casusregisseur", new("d1")).User.ShouldBe(new UserId("anna"));
        bank.Begin("CasusregieBeleggen");
        bank.Geweigerd("Belegd", Regie(""" "soort":"inwoner","persoon":"p1","contactpersoon":"bram","vervangt":false """)).ShouldHaveSingleItem().Code.ShouldBe("CASUSREGIE_AL_BELEGD");
        bank.Vul("Belegd", Regie(""" "soort":"inwoner","persoon":"p1","contactpersoon":"bram","vervangt":true """));
        bank.Huishouden.Casusregisseur!.Soort.ShouldBe(Regiesoort.Inwoner);
        HuishoudenDomein.Domein.Holder(bank.Huishouden, "casusregisseur", new("d1")).User.ShouldBe(new UserId("bram"));
    }

    [Fact]
    public void More_than_one_law_asks_why_there_is_no_casusregisseur()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen(Feit.Vraag(), Feit.Vraag("h2", wet: Wet.Schuldhulp))).Begin("CasusregieBeleggen");
        bank.Geweigerd("Behandelaar volstaat").ShouldHaveSingleItem().ToString().ShouldBe("CASUSREGIE_NODIG() @reden");
        bank.Vul("Behandelaar volstaat", """{"reden":"schuldhulp is bijna klaar"}""").Huishouden.Casusregisseur.ShouldBeNull();
    }
}
