using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class CirkelTests
{
    const string Uur1 = """ "omvang":{"aantal":1,"eenheid":"uur","periode":"week"} """;
    const string Uur3 = """ "omvang":{"aantal":3,"eenheid":"uur","periode":"week"} """;

    static string Rijen(params string[] rijen) => $$"""{"cirkelrijen":[{{string.Join(',', rijen)}}]}""";

    static string Bijdrage(string omvang, bool toereikend, string reden = "meer gaat niet", string soort = "gebruikelijkeHulp", string vraag = "h1") =>
        $$"""{"hulpvraag":"{{vraag}}","persoon":"p1","soort":"{{soort}}","wie":"Henk","watDoet":"stofzuigen",{{omvang}},"reden":"{{reden}}","toereikend":{{(toereikend ? "true" : "false")}}}""";

    const string Overgeslagen = """{"hulpvraag":"h1","persoon":"p1","soort":"gebruikelijkeHulp","overgeslagen":true,"reden":"spoed"}""";
    const string Niets = """{"hulpvraag":"h1","persoon":"p1","soort":"eigenKracht","reden":"te zwaar","toereikend":false}""";

    static Werkbank Bank(params object[] feiten) => Werkbank.MetDossier([Feit.Hulpvragen(), .. feiten]).Begin("CirkelOverwegen", ("cirkel", "EigenKracht"));

    [Fact]
    public void A_row_per_open_hulpvraag_stands_ready() =>
        Bank().Vooraf.ToJsonString().ShouldBe("""{"cirkelrijen":[{"hulpvraag":"h1","persoon":"p1","soort":"eigenKracht"}]}""");

    [Fact]
    public void The_way_out_is_computed_and_never_offered() => Bank().Taak.Outcomes.ShouldBeEmpty();

    [Fact]
    public void Enough_is_enough() => Bank().Vul(null, Rijen(Bijdrage(Uur3, true))).Poort.ShouldBe("Toereikend");

    [Fact]
    public void What_is_left_goes_to_the_next_circle()
    {
        var bank = Bank().Vul(null, Rijen(Bijdrage(Uur1, false)));
        bank.Poort.ShouldBe("Rest");
        var overweging = bank.D.Onderzoek.Overwegingen.ShouldHaveSingleItem();
        (overweging.Stap, overweging.Uitkomst).ShouldBe((Weegstap.EigenKracht, "Rest"));
        Cirkelweging.RestVan(bank.Huishouden.Hulpvragen[0], overweging.Rijen).ShouldBe(2);
    }

    [Fact]
    public void A_circle_that_is_skipped_with_reason_is_told_apart_from_a_rest() => Bank().Vul(null, Rijen(Overgeslagen)).Poort.ShouldBe("Overgeslagen");

    [Fact]
    public void Skipped_and_weighed_together_is_a_rest() => Bank().Vul(null, Rijen(Overgeslagen, Niets)).Poort.ShouldBe("Rest");

    [Fact]
    public void Earlier_circles_count()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen(), Feit.Cirkel(Weegstap.EigenKracht, Feit.Rij(omvang: Feit.Uur(2)))).Begin("CirkelOverwegen", ("cirkel", "SociaalNetwerk"));
        bank.Vul(null, Rijen(Bijdrage(Uur1, true, soort: "netwerk"))).Poort.ShouldBe("Toereikend");
    }

    [Fact]
    public void What_earlier_circles_settled_is_not_asked_again()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen(Feit.Vraag(), Feit.Vraag("h2")), Feit.Cirkel(Weegstap.EigenKracht, Feit.Rij(omvang: Feit.Uur(3), toereikend: true))).Begin("CirkelOverwegen", ("cirkel", "SociaalNetwerk"));
        bank.Vooraf["cirkelrijen"]!.AsArray().Select(r => r!["hulpvraag"]!.ToString()).ShouldBe(["h2"]);
        bank.Vul(null, Rijen(Bijdrage(Uur3, true, soort: "netwerk", vraag: "h2"))).Poort.ShouldBe("Toereikend");
    }

    [Fact]
    public void In_words_nothing_is_counted_and_the_row_itself_says_whether_it_is_enough()
    {
        const string omvang = """ "omvang":{"omschrijving":"de zware dingen"} """;
        Bank().Vul(null, Rijen(Bijdrage(omvang, true))).Poort.ShouldBe("Toereikend");
        Bank().Vul(null, Rijen(Bijdrage(omvang, false))).Poort.ShouldBe("Rest");
    }

    public static TheoryData<string, string> Bezwaren() => new()
    {
        { Rijen(Bijdrage(Uur1, true)), "CIRKEL_TEKORT(3 uur per week, 2 uur per week) @cirkelrijen[0].toereikend" },
        { Rijen(Bijdrage(Uur3, false)), "CIRKEL_GENOEG(3 uur per week) @cirkelrijen[0].toereikend" },
        { Rijen(Bijdrage(Uur1, false, reden: "")), "CIRKEL_REDEN_ONTBREEKT() @cirkelrijen[0].reden" },
        { Rijen(Bijdrage(Uur3, true, soort: "netwerk")), "CIRKEL_RIJ_HOORT_ELDERS(eigen kracht) @cirkelrijen[0].soort" },
        { Rijen(Bijdrage(Uur3, true, vraag: "h7")), "HULPVRAAG_ONBEKEND(Welke hulpvraag) @cirkelrijen[0].hulpvraag" },
    };

    [Theory]
    [MemberData(nameof(Bezwaren))]
    public void Rows_that_do_not_hold_are_refused_at_their_field(string antwoorden, string bezwaar)
    {
        var geweigerd = Bank().Geweigerd(null, antwoorden).ShouldHaveSingleItem();
        geweigerd.ToString().ShouldBe(bezwaar);
        Zinnen.Kent(geweigerd.Code).ShouldBeTrue();
    }

    [Fact]
    public void Every_open_hulpvraag_needs_a_row() => Werkbank.MetDossier(Feit.Hulpvragen(Feit.Vraag(), Feit.Vraag("h2"))).Begin("CirkelOverwegen", ("cirkel", "EigenKracht"))
        .Geweigerd(null, Rijen(Bijdrage(Uur3, true))).ShouldHaveSingleItem().ToString().ShouldBe("CIRKEL_HULPVRAAG_ONTBREEKT(2) @cirkelrijen");

    [Fact]
    public void Without_hulpvragen_there_is_nothing_to_weigh() =>
        Werkbank.MetDossier().Begin("CirkelOverwegen", ("cirkel", "EigenKracht")).Geweigerd(null, Rijen(Niets)).Select(r => r.Code).ShouldContain("HULPVRAAG_ONBEKEND");

    [Fact]
    public void A_circle_that_does_not_exist_is_an_incident() =>
        Werkbank.MetDossier(Feit.Hulpvragen()).Begin("CirkelOverwegen", ("cirkel", "Maatwerk")).Incidenten.ShouldHaveSingleItem().Code.ShouldBe("CIRKEL_ONBEKEND");

    [Fact]
    public void The_wijkteam_is_weighed_like_a_circle()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen()).Begin("WijkteamOndersteunt").Vul(null, Rijen(Bijdrage(Uur3, true, soort: "wijkteam")));
        bank.Poort.ShouldBe("Toereikend");
        bank.D.Onderzoek.Overwegingen[0].Stap.Cirkel().ShouldBe(Ondersteuningscirkel.AlgemeneVoorziening);
    }

    [Fact]
    public void Weighing_a_circle_again_drops_what_came_after_it()
    {
        var bank = Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("CirkelOverwegen", ("cirkel", "SociaalNetwerk")).Vul(null, Rijen(Bijdrage(Uur1, false, soort: "netwerk")));
        bank.D.Onderzoek.Overwegingen.Select(o => o.Stap).ShouldBe([Weegstap.EigenKracht, Weegstap.SociaalNetwerk]);
    }
}
