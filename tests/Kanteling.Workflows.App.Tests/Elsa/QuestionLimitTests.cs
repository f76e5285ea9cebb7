using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>No question has so much in it that answering it costs others their turn: asked of every door, as the running program has them.</summary>
public sealed class QuestionLimitTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    // A drawing, which has limits of its own.
    static readonly string[] Drawings = ["/elsa/api/workflow-definitions", "/elsa/api/workflow-definitions/import"];

    // What is done whatever stands in the body: it is not read.
    static readonly string[] Unread =
    [
        "/elsa/api/workflow-definitions/x/publish", "/elsa/api/workflow-definitions/x/revert/1", "/elsa/api/workflow-definitions/x/update-references", "/elsa/api/cancel/workflow-instances/x",
        "/elsa/api/bulk-actions/delete/workflow-instances/by-id", "/elsa/api/bulk-actions/export/workflow-instances", "/elsa/api/bulk-actions/import/workflow-instances",
        "/elsa/api/descriptors/activities/x/options/x", "/elsa/api/scripting/javascript/type-definitions/x", "/elsa/api/tests/activities",
    ];

    readonly House house = shared.House;
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    IReadOnlyList<(string Method, string Path)> Doors(string root)
    {
        var doors = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => (m, "/" + Regex.Replace(e.RoutePattern.RawText!, @"\{\*?\w+(:\w+)?\}", part => part.Value.Contains(':') ? "1" : "x").Trim('/'))))
            .Where(d => d.Item2.StartsWith(root, StringComparison.Ordinal)).Distinct().ToList();
        doors.Count.ShouldBeGreaterThan(20, "the doors are not found");
        return doors;
    }

    static JsonArray Many(int count) => new([.. Enumerable.Range(0, count).Select(n => (JsonNode)$"x{n}")]);

    static JsonArray Filters(int count) => new([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse("""{"column":"CreatedAt","operator":"GreaterThan","timestamp":"2026-01-01"}"""))]);

    [Fact]
    public async Task Every_door_of_Studio_that_reads_a_question_refuses_a_list_and_a_text_without_an_end()
    {
        foreach (var (_, path) in Doors("/elsa/api").Where(d => d.Method == "POST" && !Drawings.Contains(d.Path) && !Unread.Contains(d.Path)))
        {
            var asked = path["/elsa/api".Length..];
            await bram.TellAsync(asked, new JsonObject { ["wat"] = Many(201) }).ShouldBeRefusedAsync(400, "VELD_TE_VEEL");
            await bram.TellAsync(asked, new JsonObject { ["wat"] = new JsonObject { ["diep"] = new JsonArray(new string('x', 2_001)) } }).ShouldBeRefusedAsync(400, "VELD_TE_LANG");
        }
    }

    [Fact]
    public async Task Every_door_refuses_an_address_that_asks_without_an_end()
    {
        foreach (var (_, path) in Doors("/elsa/api").Where(d => d.Method == "GET"))
        {
            await bram.AskAsync($"{path["/elsa/api".Length..]}?wat={new string('x', 2_001)}").ShouldBeRefusedAsync(400, "VELD_TE_LANG");
            await bram.AskAsync($"{path["/elsa/api".Length..]}?{string.Join('&', Enumerable.Repeat("wat=x", 201))}").ShouldBeRefusedAsync(400, "VELD_TE_VEEL");
        }
        foreach (var (_, path) in Doors("/api/v1").Where(d => d.Method == "GET"))
        {
            await bram.GetAsync($"{path}?wat={new string('x', 2_001)}").ShouldBeProblemAsync(400, "VELD_TE_LANG");
            await bram.GetAsync($"{path}?{string.Join('&', Enumerable.Repeat("wat=x", 201))}").ShouldBeProblemAsync(400, "VELD_TE_VEEL");
        }
    }

    [Fact]
    public async Task So_many_filters_and_so_many_drawings_are_asked_and_no_more()
    {
        (await bram.TellAsync("/workflow-instances", new JsonObject { ["timestampFilters"] = Filters(10) })).EnsureSuccessStatusCode();
        await bram.TellAsync("/workflow-instances", new JsonObject { ["timestampFilters"] = Filters(11) }).ShouldBeRefusedAsync(400, "VELD_TE_VEEL");
        await bram.TellAsync("/workflow-instances", new JsonObject { ["TimestampFilters"] = Filters(11) }).ShouldBeRefusedAsync(400, "VELD_TE_VEEL");
        (await bram.TellAsync("/workflow-instances", new JsonObject { ["definitionIds"] = Many(200) })).EnsureSuccessStatusCode();
        foreach (var name in (string[])["definitionIds", "statuses", "subStatuses", "ids", "correlationIds", "names"])
            await bram.TellAsync("/workflow-instances", new JsonObject { [name] = Many(201) }).ShouldBeRefusedAsync(400, "VELD_TE_VEEL");
        foreach (var name in (string[])["searchTerm", "definitionId", "correlationId", "status"])
            await bram.TellAsync("/workflow-instances", new JsonObject { [name] = new string('x', 2_001) }).ShouldBeRefusedAsync(400, "VELD_TE_LANG");
    }

    [Fact]
    public async Task What_ended_a_process_before_is_a_refusal() =>
        await bram.TellAsync("/workflow-instances", new JsonObject { ["timestampFilters"] = Filters(7_000), ["definitionIds"] = Many(40_000) }).ShouldBeRefusedAsync(400, "VELD_TE_VEEL");

    [Fact]
    public async Task As_many_steps_are_asked_as_a_drawing_has_and_a_drawing_is_measured_by_its_own_limits()
    {
        await house.PublishAsync(Studio.Drawing("gemeten", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("gemeten");
        (await bram.TellAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = Many(9_000) })).EnsureSuccessStatusCode();
        (await bram.TellAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray(new string('x', 6_000)) })).EnsureSuccessStatusCode();
        var steps = Many(5_000);
        steps.Add("Workflow1:fc:a");
        var found = await bram.TellAsync($"/workflow-instances/{id}/journal", new JsonObject { ["filter"] = new JsonObject { ["activityNodeIds"] = steps } }).ReadAsync();
        found["items"]!.AsArray().Select(r => r!["activityId"]!.ToString()).Distinct().ShouldBe(["a"]);

        var model = StudioCalls.Model("Groot");
        for (var n = 0; n < 300; n++)
            model.Activities().Add(StudioCalls.Step("stap" + n, "Elsa.WriteLine", new string('x', 2_500)));
        await bram.SaveAsync(model);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_drawing_that_was_tried_very_often_is_found_with_all_its_copies(string database)
    {
        await using var own = database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();
        var anna = await own.AsAsync("anna");
        var household = await anna.MeldAsync();
        var copies = Enumerable.Range(0, 40_000).Select(n => new DefinitionId("kopie" + n)).Append(new DefinitionId("toegang")).ToList();
        var found = await own.Services.GetRequiredService<OpenStorage>().Instances.FindAsync(new InstanceSearch(DefinitionIds: copies), new Paging(0, 10));
        found.Items.ShouldHaveSingleItem().Stream.ShouldBe(new StreamId(household));
    }
}
