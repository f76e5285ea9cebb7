using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Studio's Run: a trial that waits, is worked on over our own API, and that nobody else notices.</summary>
public sealed class TrialTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_run_waits_for_its_task_and_goes_on_in_journal_and_report_when_that_is_done()
    {
        await house.PublishAsync(Studio.Drawing("klein", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Task("b"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("klein");
        id.ShouldStartWith("proef-");
        var instance = await bram.InstanceAsync(id);
        (instance["definitionId"]!.ToString(), instance["status"]!.ToString(), instance["subStatus"]!.ToString()).ShouldBe(("klein", "Running", "Suspended"));
        instance["definitionVersionId"]!.ToString().ShouldStartWith("proef~klein~");
        (await bram.JournalAsync(id)).Lines().ShouldBe(["start Started", "start Completed", "a Started", "a Suspended"]);
        (await bram.StatsAsync(id, "Workflow1:fc:a")).ToJsonString().ShouldBe("""{"activityId":"a","activityNodeId":"Workflow1:fc:a","startedCount":1,"completedCount":0,"uncompletedCount":1,"isBlocked":true,"isFaulted":false,"metadata":{}}""");

        (await bram.DoTaskAsync(id)).EnsureSuccessStatusCode();
        (await bram.JournalAsync(id)).Lines().Skip(4).ShouldBe(["a Resumed", "a Completed", "b Started", "b Suspended"]);
        (await bram.StatsAsync(id, "Workflow1:fc:a"))["completedCount"]!.GetValue<int>().ShouldBe(1);
        (await bram.DoTaskAsync(id)).EnsureSuccessStatusCode();
        var state = await bram.AskAsync($"/workflow-instances/{id}/execution-state").ReadAsync();
        (state["status"]!.ToString(), state["subStatus"]!.ToString(), state["workflowSubStatus"]!.ToString()).ShouldBe(("Finished", "Finished", "Finished"));
        (await bram.InstanceAsync(id))["finishedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_flow_that_begins_with_a_melding_gets_people_who_cannot_be_mistaken_for_anybody()
    {
        var id = await bram.RunAsync("toegang");
        (await bram.InstanceAsync(id))["workflowState"]!["input"]!["client"]!.ToString().ShouldBe("Proefpersoon Een");
        (await bram.DoTaskAsync(id, "Onderzoek")).EnsureSuccessStatusCode();
        (await bram.JournalAsync(id)).Lines().ShouldContain("eerste-beoordeling Completed");
        (await bram.GetAsync($"/api/v1/huishoudens/{Studio.StreamOf(id)}")).EnsureSuccessStatusCode();
        (await bram.GetAsync($"/huishoudens/{Studio.StreamOf(id)}")).EnsureSuccessStatusCode();
        await bram.RunAsync("signaal");
    }

    [Fact]
    public async Task The_same_drawing_is_the_same_copy_and_the_same_key_the_same_trial()
    {
        await house.PublishAsync(Studio.Drawing("dubbel", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var (first, second, again) = (await bram.RunAsync("dubbel", key: "een"), await bram.RunAsync("dubbel"), await bram.RunAsync("dubbel", key: "een"));
        (first == second, first == again).ShouldBe((false, true));
        (await bram.InstanceAsync(first))["definitionVersionId"]!.ToString().ShouldBe((await bram.InstanceAsync(second))["definitionVersionId"]!.ToString());
    }

    [Fact]
    public async Task A_trial_is_in_no_list_no_count_and_no_search_and_only_who_may_draw_is_let_in()
    {
        var anna = shared.Anna;
        var before = await CountsAsync();
        var stream = Studio.StreamOf(await bram.RunAsync("toegang"));
        (await CountsAsync()).ShouldBe(before);
        var mine = await (await bram.GetAsync($"/api/v1/taken?huishouden={stream}")).ReadAsync(200);
        var task = mine["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString();
        foreach (var client in new[] { anna, bram, await house.AsAsync("chantal") })
        {
            (await (await client.GetAsync("/api/v1/taken")).ReadAsync(200))["items"]!.AsArray().Select(t => t!["id"]!.ToString()).ShouldNotContain(task);
            (await client.GetStringAsync("/")).ShouldNotContain(stream);
        }
        await anna.GetAsync($"/api/v1/taken/{task}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await anna.GetAsync($"/api/v1/huishoudens/{stream}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await anna.AskAsync($"/workflow-instances/{stream}-1").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        await anna.TellAsync("/workflow-definitions/toegang/execute").ShouldBeRefusedAsync(403, "NIET_BEVOEGD");
        (await anna.SearchAsync("Proef")).ShouldNotContain(stream);
    }

    async Task<(int, int, int, int)> CountsAsync()
    {
        var storage = house.Services.GetRequiredService<OpenStorage>();
        return (
            (await storage.Lists.TasksAsync(new TaskQuestion(), new Paging(0, 1))).Total, (await storage.Lists.InstancesAsync(new InstanceQuestion(), new Paging(0, 1))).Total,
            (await storage.Streams.AllOfKindAsync("huishouden")).Count, (await storage.Store.CurrentDefinitionsAsync(default)).Length);
    }

    [Fact]
    public async Task Nothing_goes_out_of_a_trial_and_whoever_tries_it_chooses_how_it_goes_on()
    {
        var http = Studio.Step("Elsa.SendHttpRequest", "h", ("url", "https://example.org/"));
        await house.PublishAsync(Studio.Drawing("buiten", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.PublishEvent", "p", ("eventName", "iets")), http, Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("buiten");
        var store = house.Services.GetRequiredService<IWorkflowStore>();
        var later = DateTimeOffset.UtcNow.AddYears(1);
        (await store.ClaimMessagesAsync(later, later, later, "test", 10, default)).ShouldBeEmpty();
        var instance = await bram.InstanceAsync(id);
        var incident = instance["workflowState"]!["incidents"]!.AsArray().ShouldHaveSingleItem()!;
        incident["message"]!.ToString().ShouldBe("Dit is een proef. \"Stap h\" verstuurt niets. Sla de stap over en kies hoe de proef verder gaat.");
        incident["exception"]!["type"]!.ToString().ShouldBe("TRIAL_SENDS_NOTHING");
        instance["incidentCount"]!.GetValue<int>().ShouldBe(1);
        var journal = await bram.JournalAsync(id);
        journal.Single(r => r["activityId"]!.ToString() == "p" && r["eventName"]!.ToString() == "Reply received")["message"]!.ToString().ShouldContain("er is niets verstuurd");
        journal.Lines().ShouldContain("h Faulted");
        (await bram.StatsAsync(id, "Workflow1:fc:h"))["isFaulted"]!.GetValue<bool>().ShouldBeTrue();
        (await (await bram.GetAsync("/api/v1/incidenten")).ReadAsync(200))["items"]!.AsArray().ShouldBeEmpty();

        var open = (await house.Services.GetRequiredService<WorkflowEngine>().ReadAsync(new(Studio.StreamOf(id))))!.Instances.Values.Single().Incidents.Values.Single().Id;
        await house.AsNewAsync("beheerder").ContinueWith(t => t.Result.SendAsync($"/api/v1/incidenten/{Studio.StreamOf(id)}-{open}/overslaan", new JsonObject { ["reden"] = "x" }).ShouldBeProblemAsync(403, "NIET_BEVOEGD"), TaskScheduler.Default).Unwrap();
        (await bram.SendAsync($"/api/v1/incidenten/{Studio.StreamOf(id)}-{open}/overslaan", new JsonObject { ["reden"] = "proef", ["uitkomst"] = "Done" })).EnsureSuccessStatusCode();
        (await bram.JournalAsync(id)).Lines().ShouldContain("a Suspended");
    }

    [Fact]
    public async Task A_trial_is_stopped_here_and_stays_to_be_looked_at()
    {
        await house.PublishAsync(Studio.Drawing("stop", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var id = await bram.RunAsync("stop");
        (await bram.TellAsync($"/cancel/workflow-instances/{id}")).EnsureSuccessStatusCode();
        var instance = await bram.InstanceAsync(id);
        (instance["status"]!.ToString(), instance["subStatus"]!.ToString()).ShouldBe(("Finished", "Cancelled"));
        (await bram.JournalAsync(id)).Lines().ShouldContain("a Canceled");
        (await bram.TellAsync($"/cancel/workflow-instances/{id}")).EnsureSuccessStatusCode();
        var (x, y) = (await bram.RunAsync("stop"), await bram.RunAsync("stop"));
        (await bram.TellAsync("/bulk-actions/cancel/workflow-instances", new JsonObject { ["ids"] = new JsonArray(x) }).ReadAsync())["cancelled"]!.GetValue<int>().ShouldBe(1);
        (await bram.TellAsync("/bulk-actions/cancel/workflow-instances", new JsonObject { ["definitionId"] = "stop" }).ReadAsync())["cancelled"]!.GetValue<int>().ShouldBe(1);
        (await bram.InstanceAsync(y))["subStatus"]!.ToString().ShouldBe("Cancelled");
        await bram.DeleteAsync($"/elsa/api/workflow-instances/{id}").ShouldBeRefusedAsync(400, "VERLOOP_BLIJFT_BEWAARD");
    }

    [Fact]
    public async Task A_drawing_that_waits_for_an_event_begins_at_once_when_it_is_tried()
    {
        var trigger = Studio.Step("Elsa.Event", "e", ("eventName", "iets"));
        trigger["customProperties"]!["canStartWorkflow"] = true;
        await house.PublishAsync(Studio.Drawing("wacht", trigger, Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        (await bram.JournalAsync(await bram.RunAsync("wacht", new JsonObject { ["input"] = new JsonObject { ["x"] = 1 } }))).Lines().ShouldBe(["e Started", "e Completed", "a Started", "a Suspended"]);
    }

    [Fact]
    public async Task A_concept_is_tried_as_it_is_drawn_now_and_its_drawing_is_what_the_viewer_gets()
    {
        var saved = await bram.SaveAsync(StudioCalls.Model("Proeftuin"));
        var id = await bram.RunAsync(saved["definitionId"]!.ToString());
        var version = (await bram.InstanceAsync(id))["definitionVersionId"]!.ToString();
        var drawn = await bram.AskAsync($"/workflow-definitions/by-id/{version}").ReadAsync();
        (drawn["id"]!.ToString(), drawn["definitionId"]!.ToString(), drawn["isPublished"]!.GetValue<bool>()).ShouldBe((version, saved["definitionId"]!.ToString(), false));
        drawn.Rels().ShouldNotContain("publish");
        drawn["root"]!["customProperties"]!.ToJsonString().ShouldNotContain("kanteling:concept");
        var rows = await bram.AskAsync($"/workflow-definitions?versionOptions=&Ids={version}&Ids=toegang-2").ReadAsync();
        rows["items"]!.AsArray().Select(r => (r!["id"]!.ToString(), r["definitionId"]!.ToString())).ShouldContain((version, saved["definitionId"]!.ToString()));
        (await bram.AskAsync("/workflow-definitions?versionOptions=AllVersions").ReadAsync()).ToJsonString().ShouldNotContain("proef~");
        var colleague = await house.AsNewAsync("procesontwerper");
        (await colleague.InstanceAsync(await colleague.RunAsync(saved["definitionId"]!.ToString())))["definitionVersionId"]!.ToString().ShouldBe(version);

        saved["root"]!["activities"]![1]!["metadata"]!["displayText"] = "Anders";
        await bram.SaveAsync(saved);
        (await bram.InstanceAsync(await bram.RunAsync(saved["definitionId"]!.ToString())))["definitionVersionId"]!.ToString().ShouldNotBe(version);
    }

    [Fact]
    public async Task A_drawing_with_mistakes_is_not_tried_and_every_mistake_is_told()
    {
        var model = StudioCalls.Model("Kapot");
        model["root"]!["activities"]!.AsArray().Add(StudioCalls.Step("los", "Nergens.Bekend", "Los eind"));
        var saved = await bram.SaveAsync(model);
        var refused = await bram.TellAsync($"/workflow-definitions/{saved["definitionId"]}/execute").ReadAsync(400);
        refused["code"]!.ToString().ShouldBe("PROEF_NIET_MOGELIJK");
        refused["errors"]!["generalErrors"]!.AsArray().Select(e => e!.ToString()).ShouldSatisfyAllConditions(e => e.First().ShouldBe("Deze tekening kan nog niet worden geprobeerd."), e => e.ShouldContain(x => x.Contains("Los eind")));
    }

    [Theory]
    [InlineData("taak")]
    [InlineData("evaluatie")]
    public async Task A_flow_that_needs_a_household_says_so_in_its_trial(string flow)
    {
        var instance = await bram.InstanceAsync(await bram.RunAsync(flow));
        instance["workflowState"]!["incidents"]!.AsArray().ShouldHaveSingleItem()!["message"]!.ToString().ShouldEndWith("Een proef begint zonder huishouden. Probeer een werkstroom die met een melding of een signaal begint.");
    }

    [Fact]
    public async Task The_task_of_a_trial_has_its_page_for_who_may_draw()
    {
        var id = await bram.RunAsync("toegang");
        var task = (await bram.InstanceAsync(id))["workflowState"]!["bookmarks"]!.AsArray().Select(b => b!["payload"]!["taskId"]?.ToString()).OfType<string>().Single();
        (await bram.GetStringAsync($"/taken/{task}")).ShouldContain("Eerste beoordeling");
        ((int)(await shared.Anna.GetAsync($"/taken/{task}")).StatusCode).ShouldBe(403);
    }

    [Fact]
    public Task What_is_not_there_cannot_be_tried() => bram.TellAsync("/workflow-definitions/bestaat-niet/execute").ShouldBeRefusedAsync(404, "TEKENING_ONBEKEND");
}
