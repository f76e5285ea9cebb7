using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>Who looks after the program has no permission on dossiers: every page and address of one refuses him.</summary>
public sealed class BeheerderTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly HttpClient anna = shared.Anna;
    readonly string family = Calls.Family();
    HttpClient esra = null!;
    string household = "", task = "", shielded = "", shieldedTask = "";

    public async Task InitializeAsync()
    {
        esra = await shared.House.AsAsync("esra");
        household = await anna.MeldAsync(family);
        task = (await anna.TaskAsync(household, "eerste-beoordeling"))["id"]!.ToString();
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorg" })).ReadAsync(201);
        (shielded, shieldedTask) = (begun["huishouden"]!.ToString(), begun["volgendeTaken"]![0]!["id"]!.ToString());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static IEnumerable<string> Looks(string stream, string task) =>
    [
        $"/huishoudens/{stream}", $"/huishoudens/{stream}/mogelijk/spoed", $"/huishoudens/{stream}/samenvoegen", $"/huishoudens/{stream}/splitsen", $"/taken/{task}",
        $"/meldingen/nieuw?huishouden={stream}", $"/signalen/nieuw?huishouden={stream}",
        $"/api/v1/huishoudens/{stream}", $"/api/v1/huishoudens/{stream}/tijdlijn", $"/api/v1/huishoudens/{stream}/gebeurtenissen", $"/api/v1/huishoudens/{stream}/mogelijk",
        $"/api/v1/taken/{task}", $"/api/v1/taken?huishouden={stream}",
        $"/elsa/api/workflow-instances/{stream}-1", $"/elsa/api/workflow-instances/{stream}-1/execution-state", $"/elsa/api/workflow-instances/{stream}-1/variables",
        $"/elsa/api/workflow-instances/{stream}-1/journal",
    ];

    [Fact]
    public async Task Every_page_and_address_of_a_dossier_refuses_him()
    {
        foreach (var path in Looks(household, task).Concat(Looks(shielded, shieldedTask)))
            ((int)(await esra.GetAsync(path)).StatusCode).ShouldBeOneOf([403, 404], path);
    }

    [Fact]
    public async Task He_does_nothing_in_a_dossier()
    {
        foreach (var (path, body) in new (string, JsonObject)[]
        {
            ($"/api/v1/huishoudens/{household}/mogelijk/spoed", []), ($"/api/v1/taken/{task}/afronding", new JsonObject { ["uitkomst"] = "Onderzoek" }),
            ($"/api/v1/taken/{task}/terugdraaien", new JsonObject { ["reden"] = "x" }), ($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = "demo-anna" }),
            ($"/api/v1/huishoudens/{household}/samenvoeging", new JsonObject { ["met"] = household, ["reden"] = "x" }),
            ($"/api/v1/huishoudens/{household}/afsplitsing", new JsonObject { ["personen"] = new JsonArray("p1"), ["naam"] = "x", ["reden"] = "x" }),
        })
        {
            await esra.SendAsync(path, body, ifMatch: "\"1\"").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        }
    }

    [Fact]
    public async Task His_lists_name_no_household_and_what_is_his_stays()
    {
        (await (await esra.GetAsync("/api/v1/taken")).ReadAsync(200))["totaal"]!.GetValue<int>().ShouldBe(0);
        (await anna.SearchAsync(family)).ShouldContain(household);
        ((int)(await esra.GetAsync("/zoeken")).StatusCode).ShouldBe(403);
        await (await esra.GetAsync("/api/v1/incidenten")).ReadAsync(200);
        await (await esra.GetAsync("/api/v1/kalender")).ReadAsync(200);
    }
}
