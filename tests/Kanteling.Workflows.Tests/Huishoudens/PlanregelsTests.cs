using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Aandachtspunten;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What deserves a second look in a plan: seen when it is there, silent when it is not, and never a wall.</summary>
public sealed class PlanregelsTests
{
    static readonly DateOnly Op = new(2026, 9, 20);

    static KeukentafelgesprekGevoerd Gesprek(bool grens = false, params (string Domein, string Status)[] domeinen) => new(
        Werkbank.Dossier,
        Content.Of(Werkbank.Dossier, "gesprek", new JsonObject
        {
            ["aanwezig"] = "Wil",
            // Inside a group, as a form may put it.
            ["leven"] = new JsonObject { ["gebieden"] = new JsonObject(Levensdomeinen.Alle.Select(d => KeyValuePair.Create(d.Id, (JsonNode?)new JsonObject { ["status"] = domeinen.FirstOrDefault(x => x.Domein == d.Id).Status ?? "goed" }))) },
        }),
        true, grens, Feit.Begin);

    static Beloofd Resultaat(string domein, int maand = 12, string? effect = null, string persoon = "p1") => new(new(persoon), Lijstwoord.Lees<Levensdomein>(domein), new DateOnly(2026, maand, 1), Lijstwoord.Lees<Planeffect>(effect));

    static Planinhoud Plan(params Beloofd[] resultaten) => Planinhoud.Leeg with { Resultaten = [.. resultaten] };

    static IEnumerable<string> Punten(Planinhoud plan, params object[] feiten) =>
        Planregels.Van(Werkbank.MetDossier(feiten).Huishouden, Werkbank.Dossier, plan, Op).Select(p => $"{p.Bron} {p.Code} {string.Join(",", p.Argumenten)}".Trim());

    static Cirkelrij Rij(Bijdragesoort soort, string watDoet) => Feit.Rij(soort: soort, omvang: Feit.Uur(1)) with { WatDoet = Feit.T(watDoet) };

    static MaatwerkGewogen Maatwerk(Content? omgeving) =>
        new(Werkbank.Dossier, [new Maatwerkrij(new("h1"), new("p1"), Feit.T(), Feit.Uur(1), Zwaarte.Licht, Ondersteuningsvorm.Natura, Feit.T(), omgeving)], true, true, Feit.Begin);

    [Fact]
    public void Every_rule_that_is_written_is_asked() =>
        typeof(Planregels).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(veld => veld.FieldType == typeof(Planregel)).Select(veld => (Planregel)veld.GetValue(null)!).ShouldBe(Planregels.Alle, ignoreOrder: true);

    [Fact]
    public void Nothing_is_said_of_a_household_without_a_talk_or_of_a_dossier_that_is_not_there()
    {
        Punten(Planinhoud.Leeg).ShouldBeEmpty();
        Planregels.Van(Huishouden.Leeg, new("d9"), Planinhoud.Leeg, Op).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wonen")]
    [InlineData("rondkomen")]
    public void What_is_the_basis_stands_in_the_plan(string domein)
    {
        var gesprek = Gesprek(false, (domein, "probleem"));
        Punten(Plan(Resultaat("meedoen")), gesprek).ShouldBe([$"K9 PLAN_BASIS_ONTBREEKT {domein}"]);
        Punten(Plan(Resultaat("meedoen")) with { BasisGenoemd = true }, gesprek).ShouldBeEmpty();
        Punten(Plan(Resultaat("meedoen"), Resultaat(domein)), gesprek).ShouldBeEmpty();
        Punten(Plan(Resultaat("meedoen")), Gesprek(false, ("zorgen", "probleem"))).ShouldBeEmpty();
    }

    [Fact]
    public void The_basis_does_not_come_after_the_rest()
    {
        var gesprek = Gesprek(false, ("rondkomen", "probleem"));
        Punten(Plan(Resultaat("rondkomen", 12), Resultaat("meedoen", 10)), gesprek).ShouldBe(["K9 PLAN_BASIS_TE_LAAT rondkomen,meedoen"]);
        Punten(Plan(Resultaat("rondkomen", 12), Resultaat("rondkomen", 9), Resultaat("meedoen", 10)), gesprek).ShouldBeEmpty();
        Punten(Plan(Resultaat("rondkomen", 12), Resultaat("wonen", 10)), gesprek).ShouldBeEmpty("the basis may have an order of its own");
    }

    [Fact]
    public void Who_carries_all_he_can_is_not_left_to_himself()
    {
        object[] zelf = [Feit.Hulpvragen(), Feit.Cirkel(Weegstap.EigenKracht, Feit.Rij(omvang: Feit.Uur(3)))];
        Punten(Planinhoud.Leeg, [Gesprek(grens: true), .. zelf]).ShouldBe(["P31 PLAN_ALLES_EIGEN_KRACHT"]);
        Punten(Planinhoud.Leeg, [Gesprek(grens: false), .. zelf]).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, [Gesprek(grens: true), .. zelf, Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Netwerk, "koken"))]).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, [Gesprek(grens: true), .. zelf, Maatwerk(Feit.T())]).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, [Gesprek(grens: true)]).ShouldBeEmpty("nothing was weighed yet");
    }

    [Theory]
    [InlineData("Geeft 's ochtends de insuline", "medische handelingen")]
    [InlineData("Helpt met douchen", "lichamelijke verzorging")]
    [InlineData("Let op bij agressie", "toezicht bij gevaar")]
    [InlineData("Pint met de bankpas", "geldzaken van een ander regelen")]
    [InlineData("Zal bezwaar maken", "beslissingen met rechtsgevolg")]
    public void No_volunteer_is_asked_what_belongs_with_a_professional(string watDoet, string werk)
    {
        object[] feiten = [Feit.Hulpvragen(), Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Netwerk, watDoet), Rij(Bijdragesoort.Netwerk, watDoet))];
        Punten(Planinhoud.Leeg, feiten).ShouldBe([$"P14 PLAN_NOOIT_VRIJWILLIG {werk}"]);
    }

    [Fact]
    public void What_a_volunteer_may_do_and_what_a_mantelzorger_chooses_is_left_alone()
    {
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Netwerk, "Koken, wandelen en de medewerker bellen"))).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Mantelzorg, "Zet de insuline klaar"))).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Netwerk, "Geeft medicijnen") with { WatDoet = new Content(new("d1"), "watDoet", null) })).ShouldBeEmpty("erased is not seen");
    }

    [Fact]
    public void Professional_support_says_how_the_environment_becomes_stronger()
    {
        object[] buurt = [Feit.Hulpvragen(), Feit.Cirkel(Weegstap.AlgemeneVoorziening, Rij(Bijdragesoort.AlgemeneVoorziening, "Open inloop"))];
        Punten(Planinhoud.Leeg, buurt).ShouldBe(["L4 PLAN_OMGEVING_ONTBREEKT"]);
        Punten(Planinhoud.Leeg with { OmgevingGenoemd = true }, buurt).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Maatwerk(null)).ShouldBe(["L4 PLAN_OMGEVING_ONTBREEKT"]);
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Maatwerk(Feit.T())).ShouldBeEmpty();
        Punten(Planinhoud.Leeg, Feit.Hulpvragen(), Feit.Cirkel(Weegstap.SociaalNetwerk, Rij(Bijdragesoort.Netwerk, "koken"))).ShouldBeEmpty();
    }

    [Fact]
    public void What_asks_attention_is_met_before_it_is_a_problem()
    {
        var gesprek = Gesprek(false, ("ontmoeten", "aandacht"), ("leren", "aandacht"));
        Punten(Plan(Resultaat("leren")), gesprek).ShouldBe(["A1 PLAN_VOORKOMEN ontmoeten"]);
        Punten(Plan(Resultaat("meedoen", effect: "voorkomt")), gesprek).ShouldBeEmpty("one result may prevent more than one thing");
        Punten(Plan(Resultaat("meedoen", effect: "herstelt")), gesprek).Count().ShouldBe(2);
    }

    [Fact]
    public void With_a_child_in_the_house_the_plan_looks_at_the_next_generation()
    {
        var kind = new PersoonToegevoegd(new("p3"), Feit.T("Kofi"), Content.Of(null, "tekst", "2017-05-01"), Feit.T("kind"), [], Feit.Begin);
        Punten(Plan(Resultaat("wonen")), kind).ShouldBe(["A1 PLAN_VOLGENDE_GENERATIE"]);
        Punten(Plan(Resultaat("opgroeien", persoon: "p3")), kind).ShouldBeEmpty();
        Punten(Plan(Resultaat("wonen", effect: "volgendeGeneratie")), kind).ShouldBeEmpty();
        Punten(Plan(Resultaat("wonen")), kind, new PersoonVertrokken(new("p3"), Vertrekreden.Scheiding, null, Feit.Begin)).ShouldBeEmpty();
        Punten(Plan(Resultaat("wonen")), kind with { Geboortedatum = Content.Of(null, "tekst", "2008-09-20") }).ShouldBeEmpty("eighteen today");
    }

    [Fact]
    public void A_case_conference_without_the_inwoner_is_seen() =>
        Punten(Planinhoud.Leeg with { OverlegZonderInwoner = true }).ShouldBe(["K10 PLAN_OVERLEG_ZONDER_INWONER"]);

    [Fact]
    public void The_plan_is_made_all_the_same_and_the_fact_names_what_was_seen_and_what_was_said_to_it()
    {
        var bank = Werkbank.MetDossier(Gesprek(false, ("rondkomen", "probleem")), Feit.Hulpvragen()).Begin("Ondersteuningsplan").Vul("Done", """
            { "resultaten": [{ "persoon": "p1", "levensdomein": "meedoen", "resultaat": "Weer naar het koor", "eigenaar": "Wil", "datum": "2026-10-01", "effect": "voorkomt" }],
              "afspraken": "Wil gaat zelf.", "overleg": "zonderInwoner", "reactieAandachtspunten": "Het geld regelt haar zoon al." }
            """);
        var feit = bank.Feiten.OfType<OndersteuningsplanVastgesteld>().Single();
        Aandachtspunt.Gelezen(feit.Aandachtspunten).Select(p => p.Code).ShouldBe(["PLAN_BASIS_ONTBREEKT", "PLAN_OVERLEG_ZONDER_INWONER"]);
        feit.Reactie!.AsString().ShouldBe("Het geld regelt haar zoon al.");
        feit.Overleg.ShouldBe(Planoverleg.ZonderInwoner);
        bank.D.Plan!.Resultaten.Single().Effect.ShouldBe(Planeffect.Voorkomt);
    }

    [Fact]
    public void Every_point_has_a_sentence_of_its_own_and_keeps_its_id_beside_it()
    {
        foreach (var (code, bron) in new[] { ("PLAN_BASIS_ONTBREEKT", "K9"), ("PLAN_BASIS_TE_LAAT", "K9"), ("PLAN_ALLES_EIGEN_KRACHT", "P31"), ("PLAN_NOOIT_VRIJWILLIG", "P14"), ("PLAN_OMGEVING_ONTBREEKT", "L4"), ("PLAN_VOORKOMEN", "A1"), ("PLAN_VOLGENDE_GENERATIE", "A1"), ("PLAN_OVERLEG_ZONDER_INWONER", "K10") })
        {
            var zin = new Aandachtspunt(code, bron, ["wonen", "meedoen"]).ToString();
            zin.ShouldNotStartWith(code);
            zin.ShouldNotContain(bron);
        }
    }
}
