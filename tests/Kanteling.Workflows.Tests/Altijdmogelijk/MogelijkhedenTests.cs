using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Tests.Huishoudens;

namespace Kanteling.Workflows.Tests.Altijdmogelijk;

public sealed class MogelijkhedenTests
{
    const string Regel = """{ "id": "evaluatie", "naam": "Evaluatie", "uitleg": "u", "gevolg": "g", "flow": "evaluatie", "wie": ["consulent"], """;

    static JsonObject Lijst(string regels) => new() { [MogelijkhedenJson.Eigenschap] = JsonNode.Parse($"[{regels}]") };

    static Mogelijkheid Een(string rest = "\"vraagt\": []") => MogelijkhedenJson.Lees(Lijst(Regel + rest + " }"), _ => true).Lijst.Single();

    static Mogelijknu Beoordeel(Mogelijkheid m, Werkbank bank, params Lopendestroom[] lopend) => Mogelijkheden.Beoordeel(m, bank.Huishouden, lopend, Kalender.Standaard.Feel(bank.Nu));

    [Theory]
    [InlineData("3", "MOGELIJK_GEEN_REGEL", "1")]
    [InlineData("""{ "id": "x", "naam": "n", "uitleg": "u", "gevolg": "g", "wie": ["consulent"] }""", "MOGELIJK_TEKST_ONTBREEKT", "x flow")]
    [InlineData("""{ "id": "x", "naam": "n", "uitleg": "u", "gevolg": "g", "flow": "f" }""", "MOGELIJK_TEKST_ONTBREEKT", "x wie")]
    [InlineData(Regel + """ "vraagt": ["adres"] }""", "MOGELIJK_VRAAGT_ONBEKEND", "evaluatie adres")]
    [InlineData(Regel + """ "wanner": "true" }""", "MOGELIJK_EIGENSCHAP_ONBEKEND", "evaluatie wanner")]
    [InlineData(Regel + """ "wanneer": "aantalLopend" }""", "MOGELIJK_WANNEER_GEEN_JA_NEE", "evaluatie")]
    [InlineData(Regel + """ "vraagt": [] }, """ + Regel + """ "vraagt": [] }""", "MOGELIJK_ID_DUBBEL", "evaluatie")]
    [InlineData("""{ "id": "Een Twee", "naam": "n", "uitleg": "u", "gevolg": "g", "flow": "f", "wie": ["consulent"] }""", "MOGELIJK_ID_ONGELDIG", "Een Twee")]
    public void What_is_wrong_with_a_line_is_found(string regels, string code, string argumenten) =>
        MogelijkhedenJson.Lees(Lijst(regels), _ => true).Bevindingen.ShouldContain(b => b.Code == code && b.Severity == FindingSeverity.Error && string.Join(" ", b.Arguments) == argumenten);

    [Theory]
    [InlineData("aantalLopend >", 2)]
    [InlineData("lopend > 1", 1)]
    public void A_condition_that_cannot_work_is_found_with_its_place(string feel, int kolom)
    {
        var fout = MogelijkhedenJson.Lees(Lijst(Regel + $"\"wanneer\": {JsonValue.Create(feel).ToJsonString()} }}"), _ => true).Bevindingen.Single();
        fout.Code.ShouldBe("MOGELIJK_WANNEER_FOUT");
        int.Parse(fout.Arguments[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(kolom - 1);
    }

    [Fact]
    public void A_flow_that_is_not_there_yet_is_worth_a_warning_and_its_line_is_still_read()
    {
        var (lijst, bevindingen) = MogelijkhedenJson.Lees(Lijst(Regel + "\"vraagt\": [] }"), _ => false);
        bevindingen.Single().Code.ShouldBe("MOGELIJK_FLOW_ONBEKEND");
        bevindingen.Single().Severity.ShouldBe(FindingSeverity.Warning);
        lijst.Single().Flow.ShouldBe(new DefinitionId("evaluatie"));
    }

    [Fact]
    public void The_list_of_toegang_has_no_mistake()
    {
        var tekst = File.ReadAllText(Path.Combine(Werkbank.Wortel(), "workflows", "toegang", "toegang.json"));
        var (lijst, bevindingen) = MogelijkhedenJson.Lees((JsonObject)JsonNode.Parse(tekst)!["customProperties"]!, _ => true);
        bevindingen.ShouldBeEmpty();
        foreach (var id in (string[])["spoed", "veiligheid", "aanvraag", "evaluatie", "afschaling", "taak", "contact", "overlijden", "verhuizing", "opname", "scheiding", "verzoek-aanbieder", "ingebrekestelling", "bezwaar", "casusregie", "anders"])
            lijst.ShouldContain(m => m.Id == id, id);
        lijst.Single(m => m.Id == "overlijden").Stopt.ShouldBeTrue();
    }

    [Fact]
    public void What_is_about_a_support_offers_only_supports_that_run() =>
        Beoordeel(Een("\"vraagt\": [\"ondersteuning\"]"), Werkbank.MetDossier(Feit.Lopend())).Ondersteuning.ShouldBe([new("o1")]);

    [Fact]
    public void Without_running_support_it_says_why_not() =>
        Beoordeel(Een("\"vraagt\": [\"ondersteuning\"]"), Werkbank.MetDossier()).Bezwaar!.Code.ShouldBe("MOGELIJK_GEEN_ONDERSTEUNING");

    [Fact]
    public void An_evaluation_of_the_same_support_does_not_begin_twice() =>
        Beoordeel(Een("\"vraagt\": [\"ondersteuning\"]"), Werkbank.MetDossier(Feit.Lopend()), new Lopendestroom(new("evaluatie"), new("d1"), new() { ["ondersteuning"] = "o1" })).Bezwaar!.Code.ShouldBe("MOGELIJK_LOOPT_AL");

    [Fact]
    public void The_same_flow_for_another_purpose_is_no_hindrance()
    {
        var m = Een("\"invoer\": { \"soort\": \"verhuizing\" }, \"vraagt\": [\"persoon\"]");
        var bank = Werkbank.MetDossier();
        Beoordeel(m, bank, new Lopendestroom(new("evaluatie"), new("d1"), new() { ["soort"] = "opname", ["persoon"] = "p1" })).Personen.ShouldBe([new("p1"), new("p2")]);
        Beoordeel(m, bank, new Lopendestroom(new("evaluatie"), new("d1"), new() { ["soort"] = "verhuizing", ["persoon"] = "p1" })).Personen.ShouldBe([new("p2")]);
    }

    [Fact]
    public void What_needs_no_choice_is_about_the_procedure_of_this_moment()
    {
        Beoordeel(Een(), Werkbank.MetDossier(), new Lopendestroom(new("evaluatie"), new("d1"), [])).Bezwaar!.Code.ShouldBe("MOGELIJK_LOOPT_AL");
        Beoordeel(Een(), Werkbank.MetDossier(), new Lopendestroom(new("evaluatie"), new("d9"), [])).Dossiers.ShouldBe([new("d1")]);
        Beoordeel(Een("\"vaker\": true"), Werkbank.MetDossier(), new Lopendestroom(new("evaluatie"), new("d1"), [])).Bezwaar.ShouldBeNull();
    }

    [Fact]
    public void A_condition_that_is_not_true_is_told_in_the_words_of_the_list()
    {
        var m = Een("\"wanneer\": \"rechtOpAanvraag and aanvraagOntvangen = null\", \"waaromNiet\": \"Nog niet.\", \"vraagt\": [\"dossier\"]");
        Beoordeel(m, Werkbank.MetDossier()).Bezwaar!.Arguments.ShouldBe(["Nog niet."]);
        Beoordeel(m, Werkbank.MetDossier(Feit.Verslag)).Dossiers.ShouldBe([new("d1")]);
        Beoordeel(m, Werkbank.MetDossier(Feit.Verslag, Feit.Aanvraag)).Bezwaar!.Code.ShouldBe("MOGELIJK_NU_NIET");
    }

    [Fact]
    public void In_a_household_that_went_up_in_another_nothing_new_begins_and_what_runs_can_still_change()
    {
        var weg = new HuishoudenGekoppeld(new("elders"), Koppelingsoort.OpgegaanIn, null, new(2026, 9, 1));
        Beoordeel(Een(), Werkbank.MetDossier(weg)).Bezwaar.ShouldBeNull();
        var klaar = Werkbank.MetDossier(weg, new DossierGesloten(Werkbank.Dossier, "klaar", new(2026, 9, 2)));
        Beoordeel(Een(), klaar).Bezwaar!.Code.ShouldBe("HUISHOUDEN_SAMENGEVOEGD");
    }
}
