using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.App.Tests.Flows;

public sealed class ScenarioJsonTests
{
    const string Kop = """ "formaat": 1, "naam": "x", "flow": "toegang", "start": "2026-03-02T09:00:00+01:00" """;

    [Fact]
    public void A_scenario_is_read_with_all_its_kinds_of_steps()
    {
        var (scenario, fouten) = ScenarioJson.Lees($$"""
            { {{Kop}}, "melding": { "vraag": "hulp" },
              "stappen": [
                { "taak": "verslag", "op": "2026-03-09", "door": "anna", "uitkomst": "Done", "antwoorden": { "kanaal": "post" } },
                { "wacht": "P6W" }, { "gebeurtenis": "iets" }, { "begin": "spoed" }, { "terugdraaien": "verslag", "reden": "vergist" } ],
              "verwacht": { "einde": { "toegang": "nulde lijn" }, "taken": [] } }
            """);

        fouten.ShouldBeEmpty();
        scenario!.Stappen.Select(s => s.GetType().Name).ShouldBe(["Taakstap", "Wachtstap", "Gebeurtenisstap", "Beginstap", "Terugdraaistap"]);
        scenario.Invoer["vraag"]!.ToString().ShouldBe("hulp");
        scenario.Verwacht.Einde.ShouldContainKeyAndValue("toegang", "nulde lijn");
        scenario.Verwacht.Taken.ShouldBe([]);
    }

    [Theory]
    [InlineData("""{ "stappen": [{ "taka": "verslag" }] }""", "stappen[0]: Een stap noemt een taak, wacht, gebeurtenis, begin of terugdraaien.")]
    [InlineData("""{ "stappen": [{ "taak": "verslag", "uitkomst": 3 }] }""", "stappen[0].uitkomst: Hier hoort een tekst.")]
    [InlineData("""{ "stappen": [{ "taak": "verslag", "antwoord": {} }] }""", "stappen[0].antwoord: Deze eigenschap kennen we niet. Mogelijk: op, taak, flow, door, uitkomst, antwoorden, aanvullen, verwacht.")]
    [InlineData("""{ "stappen": [{ "wacht": "6 weken" }] }""", "stappen[0].wacht: Schrijf een duur, zoals P6W of P3D.")]
    [InlineData("""{ "stappen": [{ "taak": "verslag", "op": "morgen" }] }""", "stappen[0].op: Schrijf een dag, zoals 2026-03-09, of een duur na de vorige stap, zoals +P6W.")]
    [InlineData("""{ "stappen": [{ "terugdraaien": "verslag" }] }""", "stappen[0].reden: Dit ontbreekt.")]
    [InlineData("""{ "stappen": "geen" }""", "stappen: Hier hoort een lijst: [ … ].")]
    [InlineData("""{ "verwacht": { "taken": "geen" } }""", "verwacht.taken: Hier hoort een lijst van teksten.")]
    [InlineData("""{ "verwacht": { "termijnen": [{ "termijn": "onderzoek", "laatsteDag": "31-2" }] } }""", "verwacht.termijnen[0].laatsteDag: Schrijf een dag, zoals 2026-04-13.")]
    [InlineData("""{ "verwacht": { "weigering": "NEE" } }""", "verwacht.weigering: Hier hoort een groep: { … }.")]
    public void What_is_wrong_is_said_with_its_place(string rest, string fout)
    {
        var (scenario, fouten) = ScenarioJson.Lees($"{{ {Kop}, {rest[1..]}");

        scenario.ShouldBeNull();
        fouten.Select(f => f.ToString()).ShouldContain(fout);
    }

    [Theory]
    [InlineData("", "Dit is geen JSON: regel 1, plaats 1.")]
    [InlineData("[]", "Een scenario is een JSON-object.")]
    [InlineData("""{ "formaat": 2, "naam": "x", "flow": "toegang", "start": "2026-03-02T09:00:00+01:00" }""", "formaat: Dit programma leest alleen formaat 1.")]
    [InlineData("""{ "formaat": 1, "flow": "toegang", "start": "2026-03-02T09:00:00+01:00" }""", "naam: Dit ontbreekt.")]
    [InlineData("""{ "formaat": 1, "naam": "x", "flow": "toegang" }""", "start: Een scenario heeft een start, of een scenario vooraf; een van beide.")]
    [InlineData("""{ "formaat": 1, "naam": "x", "flow": "toegang", "start": "vandaag" }""", "start: Schrijf datum en tijd met tijdzone, zoals 2026-03-02T09:00:00+01:00.")]
    public void A_file_that_is_no_scenario_says_why(string json, string fout) =>
        ScenarioJson.Lees(json).Fouten.Select(f => f.ToString()).ShouldContain(fout);
}
