using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Tests.Engine;
using Kanteling.Workflows.Tests.Huishoudens;

namespace Kanteling.Workflows.Tests.Altijdmogelijk;

/// <summary>What a person begins is decided on the household as it is then, with everything that was filled in.</summary>
public sealed class BeginregelsTests
{
    static readonly WorkflowDefinition Wijziging = new Drawing("wijziging").Add("Kanteling.Wijziging", "wijziging").Delay("werk", "100.00:00:00").End().Connect("wijziging.Done → werk → end").Build();

    static WorkflowDefinition Lijst(string vraagt, string meer = "") => DefinitionJson.Read(Met(vraagt, meer)).Definition!;

    static string Met(string vraagt, string meer)
    {
        var document = new Drawing("toegang").Start().End().Connect("start → end").Document(1);
        var eigen = document["customProperties"] as JsonObject ?? [];
        document["customProperties"] = eigen.DeepClone();
        document["customProperties"]![MogelijkhedenJson.Eigenschap] = JsonNode.Parse($$"""
            [{ "id": "opname", "naam": "Opname", "uitleg": "u", "gevolg": "g", "flow": "wijziging", "wie": ["consulent"], "invoer": { "soort": "opname" }, "vraagt": {{vraagt}} {{meer}} }]
            """);
        return document.ToJsonString();
    }

    static StartInstance Begin(string antwoorden) => new(new("wijziging"), JsonNode.Parse(antwoorden)!.AsObject(), Offer: new Offer(new("toegang"), "opname"));

    static string Nee(Werkbank bank, StartInstance begin, string? door = "anna")
    {
        var nee = bank.Probeer(begin, door).ShouldBeOfType<Rejected>().Refusals.ShouldHaveSingleItem();
        return $"{nee.Code} {string.Join(",", nee.Details.Select(d => $"{d.Code}@{d.Field}"))}".Trim();
    }

    static Werkbank Bank(string vraagt = """["persoon", "datum"]""", string meer = "") => Werkbank.MetDossier().Stroom(Wijziging).Stroom(Lijst(vraagt, meer));

    [Theory]
    [InlineData("""{ "persoon": "p9", "datum": "2026-09-01" }""", "MOGELIJK_ONVOLLEDIG MOGELIJK_KEUZE@persoon")]
    [InlineData("""{ "persoon": "p1" }""", "MOGELIJK_ONVOLLEDIG VELD_ONTBREEKT@datum")]
    [InlineData("""{ "persoon": "p1", "datum": "2026-09-01", "adres": "x" }""", "MOGELIJK_ONVOLLEDIG VELD_ONBEKEND@adres")]
    public void What_was_filled_in_wrong_is_a_refusal_of_the_decision(string antwoorden, string nee)
    {
        Nee(Bank(), Begin(antwoorden)).ShouldBe(nee);
        Nee(Bank(), Begin(antwoorden), door: null).ShouldBe(nee);
    }

    [Fact]
    public void What_stops_something_is_confirmed_what_cannot_be_now_and_what_is_not_offered_is_refused()
    {
        Nee(Bank(meer: ""","stopt": true"""), Begin("""{ "persoon": "p1", "datum": "2026-09-01" }""")).ShouldBe("MOGELIJK_ONVOLLEDIG MOGELIJK_BEVESTIGEN@bevestigd");
        Nee(Bank(meer: ""","wanneer": "aantalLopend > 0" """), Begin("{}")).ShouldBe("MOGELIJK_NU_NIET");
        Nee(Bank(), Begin("{}") with { Offer = new Offer(new("toegang"), "anders") }).ShouldBe("MOGELIJK_ONBEKEND");
        Nee(Bank(), Begin("{}") with { DefinitionId = new("toegang") }).ShouldBe("MOGELIJK_ONBEKEND");
    }

    [Fact]
    public void What_began_got_what_it_always_gets_what_was_filled_in_and_the_procedure_of_this_moment_and_runs_once_for_one_person()
    {
        var bank = Bank();
        bank.Moet(Begin("""{ "persoon": "p1", "datum": "2026-09-01" }"""));
        var loopt = bank.Zaak.Instances.Values.ShouldHaveSingleItem();
        (loopt.Dossier, loopt.Input.AsObject().ToJsonString()).ShouldBe((Werkbank.Dossier, """{"soort":"opname","persoon":"p1","datum":"2026-09-01"}"""));
        Nee(bank, Begin("""{ "persoon": "p1", "datum": "2026-09-01" }""")).ShouldBe("MOGELIJK_ONVOLLEDIG MOGELIJK_KEUZE@persoon");
        bank.Moet(Begin("""{ "persoon": "p2", "datum": "2026-09-01" }"""));
        Nee(bank, Begin("""{ "persoon": "p1", "datum": "2026-09-01" }""")).ShouldBe("MOGELIJK_LOOPT_AL");
    }

    [Theory]
    [InlineData("at once")]
    [InlineData("after Elsa.Start")]
    [InlineData("in a sequence")]
    [InlineData("in a flowchart after Elsa.Start")]
    public void What_the_first_step_cannot_take_is_refused_however_the_drawing_leads_to_it(string how)
    {
        var stap = Drawing.Activity("Kanteling.Wijziging", "wijziging");
        var binnen = Drawing.Activity("Elsa.Sequence", "binnen", ("activities", new JsonArray(stap.DeepClone())));
        var kaart = Drawing.Activity("Elsa.Flowchart", "binnen", ("activities", new JsonArray(Drawing.Activity("Elsa.Start", "in"), stap.DeepClone())),
            ("connections", JsonNode.Parse("""[{ "source": { "activity": "in", "port": "Done" }, "target": { "activity": "wijziging", "port": "In" } }]""")));
        var tekening = how switch
        {
            "at once" => new Drawing("wijziging").Add(stap).End().Connect("wijziging.Done → end"),
            "after Elsa.Start" => new Drawing("wijziging").Start().Add(stap).End().Connect("start → wijziging", "wijziging.Done → end"),
            "in a sequence" => new Drawing("wijziging").Start().Add(binnen).End().Connect("start → binnen", "binnen → end"),
            _ => new Drawing("wijziging").Start().Add(kaart).End().Connect("start → binnen", "binnen → end"),
        };
        var lijst = DefinitionJson.Read(Met("[]", "").Replace("\"soort\":\"opname\"", "\"soort\":\"overlijden\"")).Definition!;
        Nee(Werkbank.MetDossier().Stroom(tekening.Build()).Stroom(lijst), Begin("{}")).ShouldBe("MOGELIJK_ONVOLLEDIG WIJZIGING_ZONDER_PERSOON@persoon");
    }
}
