using Kanteling.Workflows.App.Tests.Elsa;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>What could not go on without any step being there: a date of the household. It is told, tried again and passed over like a step.</summary>
public sealed class IncidentTests : IAsyncLifetime
{
    readonly House house = House.OnSqlite();
    HttpClient esra = null!, anna = null!;
    string household = "";

    WorkflowEngine Engine => house.Services.GetRequiredService<WorkflowEngine>();

    /// <summary>The six weeks are over, and the flow that has to begin then is not published.</summary>
    public async Task InitializeAsync()
    {
        anna = await house.AsAsync("anna");
        esra = await house.AsAsync("esra");
        household = await anna.MeldAsync();
        await house.TrekInAsync("wijziging");
        await (await anna.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P7W" })).ReadAsync(200);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    async Task DoAsync(string stream, string kind, Command command) =>
        (await Engine.ExecuteAsync(new(stream), kind, command, Asking.Person(new("test"), Calls.Key()))).ShouldBeOfType<Answer.Done>();

    async Task<JsonNode> ListedAsync() => (await (await esra.GetAsync("/api/v1/incidenten")).ReadAsync(200))["items"]!.AsArray().ShouldHaveSingleItem()!;

    async Task PublishAgainAsync()
    {
        var drawing = JsonNode.Parse(Flows.Flows.Folder.Document("wijziging"))!;
        drawing["version"] = drawing["version"]!.GetValue<int>() + 1;
        await DoAsync(Streams.OfDefinition(new("wijziging")).Text, Streams.DefinitionKind, new PublishDefinition(drawing.ToJsonString()));
    }

    [Fact]
    public async Task It_stands_in_the_list_with_its_sentence_and_no_page_breaks_on_it()
    {
        var incident = await ListedAsync();
        (incident["soort"]!.ToString(), incident["stap"], incident["termijn"]!.ToString(), incident["huishoudenId"]!.ToString()).ShouldBe(("termijn", null, "Zes weken voor het onderzoek", household));
        incident["zin"]!.ToString().ShouldBe("De werkstroom \"wijziging\" is niet gepubliceerd.");
        var page = await esra.GetStringAsync("/incidenten");
        page.ShouldContain("Zes weken voor het onderzoek");
        page.ShouldContain("Sla deze termijn over");
        (await anna.GetStringAsync($"/huishoudens/{household}")).ShouldContain("Een termijn liep af, maar wat daarna moet gebeuren kon niet");
        foreach (var path in (string[])[$"/api/v1/huishoudens/{household}", $"/api/v1/huishoudens/{household}/tijdlijn", "/klok", "/"])
            (await anna.GetAsync(path)).EnsureSuccessStatusCode();
        (await (await house.AsAsync("bram")).PostAsJsonAsync("/elsa/api/workflow-instances", new { page = 0 })).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task It_is_tried_again_once_its_cause_was_mended()
    {
        var id = (await ListedAsync())["id"]!.ToString();
        await esra.SendAsync($"/api/v1/incidenten/{id}/opnieuw", new JsonObject { ["reden"] = "nog eens" }).ShouldBeProblemAsync(404, "DEFINITION_NOT_FOUND");
        await esra.SendAsync($"/api/v1/incidenten/{id}/herstel", new JsonObject { ["reden"] = "x", ["waarden"] = new JsonObject { ["a"] = 1 } }).ShouldBeProblemAsync(409, "VARIABLE_UNKNOWN");
        await PublishAgainAsync();
        var gebeurd = (await (await esra.SendAsync($"/api/v1/incidenten/{id}/opnieuw", new JsonObject { ["reden"] = "hij is er weer" })).ReadAsync(200))["gebeurd"]!.AsArray();
        gebeurd.Select(g => g!.ToString()).ShouldContain(g => g.StartsWith("Nieuwe taak: Vertellen dat een aanvraag kan", StringComparison.Ordinal));
        (await (await esra.GetAsync("/api/v1/incidenten")).ReadAsync(200))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_passed_over_with_a_reason_and_does_not_come_back()
    {
        var id = (await ListedAsync())["id"]!.ToString();
        await (await esra.SendAsync($"/api/v1/incidenten/{id}/overslaan", new JsonObject { ["reden"] = "we bellen zelf" })).ReadAsync(200);
        await PublishAgainAsync();
        await (await anna.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P1W" })).ReadAsync(200);
        (await (await esra.GetAsync("/api/v1/incidenten")).ReadAsync(200))["items"]!.AsArray().ShouldBeEmpty();
        (await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["taken"]!.ToJsonString().ShouldNotContain("aanvraag kan");
    }
}
