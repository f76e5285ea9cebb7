using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Instances over HTTP: what Studio needs of an answer, and what whom is told.</summary>
public sealed class InstanceTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    HttpClient bram = null!;
    string household = "";

    string Instance => household + "-1";

    public async Task InitializeAsync()
    {
        bram = await house.AsAsync("bram");
        household = await anna.MeldAsync("Mevrouw Zonneveld");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static async Task<JsonObject> FindAsync(HttpClient client, JsonObject? asked = null) => await client.TellAsync("/workflow-instances", asked ?? []).ReadAsync();

    static IEnumerable<string> Ids(JsonObject page) => page["items"]!.AsArray().Select(i => i!["id"]!.ToString());

    [Fact]
    public async Task Who_sees_how_flows_run_sees_the_steps_of_a_household_without_a_name_or_a_value()
    {
        var row = (await FindAsync(bram))["items"]!.AsArray().Single(i => i!["id"]!.ToString() == Instance)!.AsObject();
        row.Select(p => p.Key).ShouldBe(["id", "definitionId", "definitionVersionId", "version", "status", "subStatus", "incidentCount", "isSystem", "createdAt", "updatedAt"]);
        (row["definitionId"]!.ToString(), row["definitionVersionId"]!.ToString()).ShouldBe(("toegang", $"toegang-{row["version"]}"));
        foreach (var path in new[] { $"/workflow-instances/{Instance}", $"/workflow-instances/{Instance}/variables", $"/activity-executions/list?WorkflowInstanceId={Instance}", $"/activity-execution-summaries/list?workflowInstanceId={Instance}" })
            (await bram.AskAsync(path).ReadAsync()).ToJsonString().ShouldNotContain("Zonneveld", Case.Insensitive, path);
        var journal = await bram.JournalAsync(Instance);
        journal.Lines().ShouldContain("eerste-beoordeling Suspended");
        journal.ShouldAllBe(r => r["source"] == null);
        (await bram.InstanceAsync(Instance))["workflowState"]!["input"]!.ToJsonString().ShouldBe("""{"input":"niet zichtbaar voor u"}""");
        (await ReadsAsync()).ShouldNotContain(r => r.UserId == new UserId("demo-bram") && r.Stream.Text == household);
    }

    [Fact]
    public async Task Who_works_for_the_household_sees_the_values_and_that_is_noted()
    {
        (await anna.InstanceAsync(Instance))["workflowState"]!["input"]!["client"]!.ToString().ShouldBe("Mevrouw Zonneveld");
        (await anna.JournalAsync(Instance))[0]["source"]!.ToString().ShouldStartWith("Anna");
        await anna.InstanceAsync(Instance);
        // The viewer asks again all the time: one look, one note.
        (await ReadsAsync()).Count(r => r.UserId == new UserId("demo-anna") && r.Stream.Text == household && r.What == "verloop").ShouldBe(1);
        Ids(await FindAsync(anna)).ShouldContain(Instance);
    }

    Task<List<DossierRead>> ReadsAsync() => house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads));

    [Fact]
    public async Task Who_has_nothing_to_do_with_a_household_neither_lists_nor_opens_it()
    {
        // Once somebody is in charge it is no longer open to every consulent.
        (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).EnsureSuccessStatusCode();
        var stranger = await house.AsNewAsync("kwaliteitsmedewerker");
        (await FindAsync(stranger)).ToJsonString().ShouldBe("""{"items":[],"totalCount":0,"links":[{"href":"/elsa/api/workflow-instances","rel":"self","method":"POST"}]}""");
        await stranger.AskAsync($"/workflow-instances/{Instance}").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        await stranger.AskAsync($"/activity-executions/list?WorkflowInstanceId={Instance}").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        await (await house.AsNewAsync("aanmeldpunt")).TellAsync("/workflow-instances").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        await house.Anonymous().TellAsync("/workflow-instances").ShouldBeRefusedAsync(401, "NIET_AANGEMELD");
    }

    [Fact]
    public async Task What_is_shielded_is_in_nobodys_list_and_nobody_hears_that_it_is_there()
    {
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "zorgen" })).ReadAsync(201);
        var shielded = begun["huishouden"]!.ToString();
        Ids(await FindAsync(bram)).ShouldNotContain(id => id.StartsWith(shielded));
        await bram.AskAsync($"/workflow-instances/{shielded}-1").ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
        await bram.AskAsync($"/workflow-instances/{shielded}-1/execution-state").ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
    }

    [Fact]
    public async Task The_flow_of_a_household_is_not_stopped_deleted_taken_out_or_brought_in_here()
    {
        await bram.TellAsync($"/cancel/workflow-instances/{Instance}").ShouldBeRefusedAsync(400, "VERLOOP_STOPT_IN_HUISHOUDEN");
        await bram.TellAsync("/bulk-actions/cancel/workflow-instances", new JsonObject { ["ids"] = new JsonArray(Instance) }).ShouldBeRefusedAsync(400, "VERLOOP_STOPT_IN_HUISHOUDEN");
        await anna.TellAsync($"/cancel/workflow-instances/{Instance}").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        await bram.DeleteAsync($"/elsa/api/workflow-instances/{Instance}").ShouldBeRefusedAsync(400, "VERLOOP_BLIJFT_BEWAARD");
        await bram.TellAsync("/bulk-actions/delete/workflow-instances/by-id", new JsonObject { ["ids"] = new JsonArray(Instance) }).ShouldBeRefusedAsync(400, "VERLOOP_BLIJFT_BEWAARD");
        await bram.AskAsync($"/workflow-instances/{Instance}/export").ShouldBeRefusedAsync(400, "VERLOOP_NIET_OVER_TE_ZETTEN");
        await bram.TellAsync("/bulk-actions/export/workflow-instances").ShouldBeRefusedAsync(400, "VERLOOP_NIET_OVER_TE_ZETTEN");
        (await anna.InstanceAsync(Instance))["status"]!.ToString().ShouldBe("Running");
    }

    [Theory]
    [InlineData("onbekend")]
    [InlineData("onbekend-1")]
    [InlineData("def-toegang-1")]
    [InlineData("-1")]
    [InlineData("x-99999999999999999999")]
    public async Task An_instance_that_is_not_there_is_not_found(string id)
    {
        await bram.AskAsync($"/workflow-instances/{id}").ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
        await bram.TellAsync($"/workflow-instances/{id}/journal").ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
        await bram.AskAsync($"/activity-executions/by-id?id={id}").ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
        await bram.TellAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id }).ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
    }

    [Fact]
    public async Task No_collection_is_ever_missing()
    {
        await house.PublishAsync(Studio.Drawing("leeg", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("leeg");
        var state = (await bram.InstanceAsync(id))["workflowState"]!.AsObject();
        foreach (var name in new[] { "bookmarks", "incidents", "completionCallbacks", "activityExecutionContexts" })
            state[name].ShouldBeOfType<JsonArray>(name);
        foreach (var name in new[] { "input", "output", "properties" })
            state[name].ShouldBeOfType<JsonObject>(name);
        var run = (await bram.AskAsync($"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:fc:start").ReadAsync())["items"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        foreach (var name in new[] { "activityState", "payload", "outputs", "properties", "metadata" })
            run[name].ShouldBeOfType<JsonObject>(name);
        run["payload"]!.ToJsonString().ShouldBe("""{"Outcomes":["Done"]}""");
        var record = (await bram.JournalAsync(id))[0];
        (record["activityState"], record["payload"]).ShouldSatisfyAllConditions(r => r.Item1.ShouldBeOfType<JsonObject>(), r => r.Item2.ShouldBeOfType<JsonObject>());
        (await bram.AskAsync($"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=nergens").ReadAsync()).ToJsonString().ShouldBe("""{"items":[],"count":0}""");
        (await bram.TellAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray("nergens") }).ReadAsync()).ToJsonString().ShouldBe("""{"stats":[]}""");
        (await bram.AskAsync($"/activity-executions/by-id?id={run["id"]}").ReadAsync())["id"]!.ToString().ShouldBe(run["id"]!.ToString());
        var stack = await bram.AskAsync($"/activity-executions/{run["id"]}/call-stack?includeCrossWorkflowChain=True").ReadAsync();
        stack["items"]!.AsArray().Select(i => i!["activityId"]!.ToString()).ShouldBe(["start", "fc", "Workflow1"]);
        (stack["totalCount"]!.GetValue<int>(), stack["activityExecutionId"]!.ToString()).ShouldBe((3, run["id"]!.ToString()));
    }

    [Fact]
    public async Task The_journal_is_paged_and_filtered()
    {
        await house.PublishAsync(Studio.Drawing("dagboek", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("dagboek");
        var all = await bram.AskAsync($"/workflow-instances/{id}/journal?skip=0&take=100").ReadAsync();
        all["totalCount"]!.GetValue<int>().ShouldBe(6);
        all["items"]!.AsArray().Select(r => r!["sequence"]!.GetValue<int>()).ShouldBe([0, 1, 2, 3, 4, 5]);
        var page = await bram.AskAsync($"/workflow-instances/{id}/journal?Skip=2&TAKE=1").ReadAsync();
        (page["items"]!.AsArray().ShouldHaveSingleItem()!["sequence"]!.GetValue<int>(), page["totalCount"]!.GetValue<int>()).ShouldBe((2, 6));
        async Task<IEnumerable<string>> With(JsonObject filter) => (await bram.TellAsync($"/workflow-instances/{id}/journal?skip=0&take=110", new JsonObject { ["filter"] = filter }).ReadAsync())["items"]!.AsArray().Select(r => r!.AsObject()).Lines();
        (await With(new JsonObject { ["activityNodeIds"] = new JsonArray("Workflow1:fc:a") })).ShouldBe(["a Started", "a Suspended"]);
        (await With(new JsonObject { ["activityIds"] = new JsonArray("start"), ["eventNames"] = new JsonArray("Completed") })).ShouldBe(["start Completed"]);
        (await With(new JsonObject { ["activityIds"] = null, ["activityNodeIds"] = new JsonArray() })).Count().ShouldBe(6);
    }

    [Fact]
    public async Task Variables_have_their_names_and_are_withheld_from_who_may_not_see_values()
    {
        await house.PublishAsync(Studio.Drawing("waarden", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        (await bram.AskAsync($"/workflow-instances/{await bram.RunAsync("waarden")}/variables").ReadAsync()).ToJsonString().ShouldBe("""{"items":[{"id":"v","name":"Geheim","value":"verborgen"}],"count":1}""");
        var engine = house.Services.GetRequiredService<WorkflowEngine>();
        await engine.ExecuteAsync(new(household), "huishouden", new Commands.StartInstance(new("waarden"), []), Commands.Asking.Person(new("test"), "w1"));
        var other = (await FindAsync(bram, new JsonObject { ["definitionId"] = "waarden" }))["items"]!.AsArray().Select(i => i!["id"]!.ToString()).Single(id => id.StartsWith(household));
        (await bram.AskAsync($"/workflow-instances/{other}/variables").ReadAsync()).ToJsonString().ShouldBe("""{"items":[{"id":"v","name":"Geheim","value":"niet zichtbaar voor u"}],"count":1}""");
        (await anna.AskAsync($"/workflow-instances/{other}/variables").ReadAsync())["items"]![0]!["value"]!.ToString().ShouldBe("verborgen");
    }

    [Fact]
    public async Task A_step_in_a_step_is_found_with_the_way_to_it()
    {
        var inner = Studio.Flowchart("binnen", Studio.Step("Elsa.Start", "s2"), Studio.Task("diep"), Studio.Step("Elsa.End", "e2"));
        var choice = Studio.Step("Elsa.If", "als", ("condition", JsonValue.Create("true")!), ("then", inner));
        await house.PublishAsync(Studio.Drawing("genest", Studio.Step("Elsa.Start", "start"), choice, Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("genest");
        (await bram.StatsAsync(id, "Workflow1:fc:als:binnen:diep"))["isBlocked"]!.GetValue<bool>().ShouldBeTrue();
        var version = (await bram.InstanceAsync(id))["definitionVersionId"]!.ToString();
        var segments = await bram.AskAsync($"/workflow-definitions/subgraph/segments/{Uri.EscapeDataString(version)}?childNodeId=Workflow1:fc:als:binnen:diep").ReadAsync();
        segments["pathSegments"]!.ToJsonString().ShouldBe("""[{"activityNodeId":"Workflow1:fc:als","activityId":"als","activityType":"Elsa.If","portName":"Then","activityName":"Elsa.If"}]""");
        (segments["container"]!["nodeId"]!.ToString(), segments["childNode"]!["activity"]!["id"]!.ToString()).ShouldBe(("Workflow1:fc:als", "diep"));
        var top = await bram.AskAsync("/workflow-definitions/subgraph/segments/genest-1?childNodeId=Workflow1:fc:start").ReadAsync();
        (top["pathSegments"]!.AsArray().Count, top["container"]!["activity"]!["id"]!.ToString()).ShouldBe((0, "fc"));
        var graph = await bram.AskAsync("/workflow-definitions/subgraph/genest-1?parentNodeId=Workflow1:fc:als").ReadAsync();
        (graph["children"]![0]!["port"]!.ToString(), graph["children"]![0]!["children"]!.AsArray().Count, graph["parents"]!.AsArray().Count).ShouldBe(("Then", 3, 0));
        await bram.AskAsync("/workflow-definitions/subgraph/segments/genest-1?childNodeId=nergens").ShouldBeRefusedAsync(400, "STAP_ONBEKEND");
        await bram.AskAsync("/workflow-definitions/subgraph/genest-9").ShouldBeRefusedAsync(404, "DEFINITION_NOT_FOUND");
    }
}
