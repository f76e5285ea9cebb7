using System.Text.Json.Nodes;
using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>Every scenario of every flow, saved and restored at every step.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string, string> All() => Flows.Scenarios();

    [Theory, MemberData(nameof(All))]
    public async Task Scenario(string flow, string scenario)
    {
        var verslag = await Flows.PlayAsync(await Flows.PublishedAsync(), flow, scenario);

        verslag.Verschillen.ShouldBeEmpty(string.Join("\n", verslag.Regels));
    }

    [Theory]
    [InlineData("toegang", 5)]
    [InlineData("besluit", 5)]
    [InlineData("spoed", 5)]
    [InlineData("evaluatie", 5)]
    [InlineData("afschaling", 5)]
    [InlineData("heronderzoek", 5)]
    [InlineData("aflopen", 5)]
    [InlineData("taak", 5)]
    [InlineData("contact", 5)]
    [InlineData("demo", 12)]
    [InlineData("signaal", 5)]
    [InlineData("wijziging", 5)]
    [InlineData("veiligheid", 5)]
    public void Every_flow_has_its_scenarios(string flow, int least) => Flows.Folder.Scenarios(flow).Length.ShouldBeGreaterThanOrEqualTo(least);

    [Fact]
    public async Task Wrong_expectations_are_told_one_by_one()
    {
        var scenario = Flows.Folder.Scenario("toegang", "netwerk-genoeg");
        var wrong = scenario with
        {
            Verwacht = ScenarioJson.Lees("""
                { "formaat": 1, "naam": "x", "flow": "toegang", "start": "2026-03-02T09:00:00+01:00", "stappen": [],
                  "verwacht": { "einde": "overgedragen", "taken": ["nazorg"], "termijnen": [{ "termijn": "onderzoek", "laatsteDag": "2026-04-13" }],
                    "waar": ["aantalLopend = 99"], "nietGebeurd": ["keukentafelgesprek"], "welGebeurd": ["besluit"] } }
                """).Scenario!.Verwacht,
        };

        var verslag = await new Scenariospeler(Flows.Opstelling, await Flows.PublishedAsync()).SpeelAsync(wrong, new("s1"));

        verslag.Verschillen.Length.ShouldBe(6);
        verslag.Verschillen[0].ShouldBe("aan het eind: verwacht was het einde \"overgedragen\" van toegang, het werd \"einde-nulde-lijn\".");
        verslag.Verschillen[1].ShouldBe("aan het eind: verwacht waren de open taken nazorg; open zijn geen.");
        verslag.Verschillen[2].ShouldContain("verwacht was de termijn onderzoek tot en met maandag 13 april 2026; die loopt niet.");
        verslag.Verschillen[3].ShouldContain("aantalLopend = 99");
        verslag.Verschillen[4].ShouldBe("aan het eind: keukentafelgesprek had niet mogen gebeuren, maar gebeurde.");
        verslag.Verschillen[5].ShouldBe("aan het eind: besluit had moeten gebeuren, maar gebeurde niet.");
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_is_a_difference_and_not_an_exception()
    {
        var scenario = Flows.Folder.Scenario("toegang", "netwerk-genoeg");
        Scenariostap[] steps =
        [
            new Taakstap(null, null, "nazorg", null, "anna", "Goed", [], true),
            new Taakstap(null, null, "eerste-beoordeling", null, "anna", "Bestaat niet", [], true),
            new Taakstap(null, null, "eerste-beoordeling", null, "anna", "Onderzoek", new JsonObject { ["tikfout"] = 1 }, true),
            new Terugdraaistap(null, null, "verslag", null, "Te vroeg", "anna"),
        ];

        var verslag = await new Scenariospeler(Flows.Opstelling, await Flows.PublishedAsync()).SpeelAsync(scenario with { Stappen = [.. steps], Verwacht = Verwachting.Niets }, new("s1"));

        verslag.Verschillen.Length.ShouldBe(4);
        verslag.Verschillen[0].ShouldBe("stap 1: de taak nazorg is niet open. Open zijn: eerste-beoordeling.");
        verslag.Verschillen[1].ShouldStartWith("stap 2: geweigerd: OUTCOME_UNKNOWN");
        verslag.Verschillen[2].ShouldBe("stap 3: het formulier van eerste-beoordeling vraagt niet naar tikfout.");
        verslag.Verschillen[3].ShouldBe("stap 4: de taak verslag is nooit afgerond.");
    }

    [Fact]
    public async Task The_command_prints_day_by_day_and_exits_with_zero()
    {
        using var output = new StringWriter();

        (await Scenariospeler.SpeelAsync("toegang", "netwerk-genoeg", output)).ShouldBe(0);

        output.ToString().ShouldContain("maandag 2 maart 2026");
        output.ToString().ShouldContain("nieuwe taak: Eerste beoordeling (voor een consulent)");
        output.ToString().ShouldContain("Alles ging zoals verwacht.");
    }

    [Fact]
    public async Task The_command_says_when_there_is_no_such_scenario()
    {
        using var output = new StringWriter();

        (await Scenariospeler.SpeelAsync("toegang", "bestaat-niet", output)).ShouldBe(2);

        output.ToString().Trim().ShouldBe("Er is geen scenario toegang/bestaat-niet.");
    }
}
