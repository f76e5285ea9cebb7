using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Filters, order and pages of the list of instances, on both databases.</summary>
public sealed class InstanceListTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_list_is_filtered_ordered_and_paged_over_what_is_open_and_what_has_ended(string database)
    {
        await using var house = database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();
        var (anna, bram) = (await house.AsAsync("anna"), await house.AsAsync("bram"));
        await house.PublishAsync(Studio.Drawing("kort", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        await house.PublishAsync(Studio.Drawing("lang", Studio.Step("Elsa.Start", "start"), Studio.Task("a"), Studio.Step("Elsa.End", "end")));
        var household = await anna.MeldAsync() + "-1";
        var (ended, open) = (await bram.RunAsync("kort"), await bram.RunAsync("lang", new JsonObject { ["correlationId"] = "label" }));
        var stopped = await bram.RunAsync("lang");
        (await bram.TellAsync($"/cancel/workflow-instances/{stopped}")).EnsureSuccessStatusCode();

        async Task<List<string>> Find(string asked) => [.. (await bram.TellAsync("/workflow-instances", (JsonObject)JsonNode.Parse(asked)!).ReadAsync())["items"]!.AsArray().Select(i => i!["id"]!.ToString())];
        (await Find("{}")).ShouldBe([stopped, open, ended, household]);
        (await Find("""{"orderBy":"Created","orderDirection":"Ascending"}""")).ShouldBe([household, ended, open, stopped]);
        (await Find("""{"orderBy":"LastExecuted","orderDirection":"Descending","pageSize":1}""")).ShouldBe([stopped]);
        (await Find("""{"orderBy":"UpdatedAt","page":1,"pageSize":2}""")).Count.ShouldBe(2);
        (await Find("""{"orderBy":"Finished","orderDirection":"Ascending"}""")).Take(2).ShouldBe([ended, stopped]);
        (await Find("""{"orderBy":"Name","orderDirection":"Ascending"}""")).Count.ShouldBe(4);
        (await Find("""{"statuses":["Running"]}""")).ShouldBe([open, household]);
        (await Find("""{"subStatuses":["Cancelled","Suspended"],"definitionId":"lang"}""")).ShouldBe([stopped, open]);
        (await Find("""{"status":"Finished","subStatus":"Finished"}""")).ShouldBe([ended]);
        (await Find("""{"subStatus":"Pending"}""")).ShouldBeEmpty();
        (await Find("""{"definitionIds":["kort","toegang"]}""")).ShouldBe([ended, household]);
        (await Find("""{"definitionId":"nergens"}""")).ShouldBeEmpty();
        (await Find("""{"version":1,"definitionId":"kort"}""")).ShouldBe([ended]);
        (await Find("""{"hasIncidents":true}""")).ShouldBeEmpty();
        (await Find("""{"hasIncidents":false}""")).Count.ShouldBe(4);
        (await Find($$"""{"searchTerm":"{{household[..8]}}"}""")).ShouldBe([household]);
        (await Find("""{"correlationId":"label"}""")).ShouldBe([open]);
        (await Find("""{"timestampFilters":[{"column":"CreatedAt","operator":"LessThan","timestamp":"2001-01-01T00:00:00Z"}]}""")).ShouldBeEmpty();
        (await Find("""{"timestampFilters":[{"column":"FinishedAt","operator":"GreaterThan","timestamp":"2001-01-01T00:00:00Z"},{"column":"UpdatedAt","operator":"GreaterThanOrEqual","timestamp":"2001-01-01T00:00:00Z"}]}""")).ShouldBe([stopped, ended]);
        (await Find("""{"page":-3,"pageSize":100000,"orderBy":"onzin","timestampFilters":[{"column":"x","operator":"y","timestamp":"z"}],"statuses":null,"version":null}""")).Count.ShouldBe(4);
        (await bram.TellAsync("/workflow-instances", new JsonObject { ["pageSize"] = 1 }).ReadAsync())["totalCount"]!.GetValue<int>().ShouldBe(4);
        await bram.TellAsync("/workflow-instances", new JsonObject { ["searchTerm"] = "a\0b" }).ShouldBeRefusedAsync(400, "TEKEN_ONLEESBAAR");
        await bram.TellAsync("/workflow-definitions/kort/execute", new JsonObject { ["correlationId"] = "\0" }).ShouldBeRefusedAsync(400, "TEKEN_ONLEESBAAR");
        await bram.AskAsync("/activity-executions/by-id?id=x%00-1-1").ShouldBeRefusedAsync(400, "TEKEN_ONLEESBAAR");
        await bram.TellAsync("/workflow-definitions/kort/execute", new JsonObject { ["triggerActivityId"] = "nergens", ["input"] = 5 }).ShouldBeRefusedAsync(400, "ACTIVITY_NOT_IN_DEFINITION");
        await bram.TellAsync("/activity-executions/report", (JsonObject)JsonNode.Parse("""{"workflowInstanceId":5,"activityNodeIds":[{},null,7]}""")!).ShouldBeRefusedAsync(404, "VERLOOP_ONBEKEND");
        (await (await house.AsNewAsync("beheerder")).TellAsync("/workflow-instances").ReadAsync())["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_consulent_has_the_runs_of_her_households_to_the_last_one_and_no_other(string database)
    {
        await using var house = database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();
        var (anna, oost) = (await house.AsAsync("anna"), await house.AsNewAsync("consulent", "wijkteam-oost"));
        var hers = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            var household = await anna.MeldAsync();
            await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
            await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
            hers.Add(household + "-1");
        }

        async Task<(List<string> Ids, int Total)> PageAsync(HttpClient who, int page)
        {
            var found = await who.TellAsync("/workflow-instances", new JsonObject { ["page"] = page, ["pageSize"] = 1, ["definitionId"] = "toegang", ["orderDirection"] = "Ascending" }).ReadAsync();
            return ([.. found["items"]!.AsArray().Select(i => i!["id"]!.ToString())], found["totalCount"]!.GetValue<int>());
        }

        var seen = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var (ids, total) = await PageAsync(anna, page);
            total.ShouldBe(3);
            seen.AddRange(ids);
        }
        seen.ShouldBe(hers);
        var (others, none) = await PageAsync(oost, 0);
        (others.Count, none).ShouldBe((0, 0));
    }
}
