using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Feeds;

/// <summary>What people see of the feed: how busy it was, and how far that is behind.</summary>
public sealed class CountPageTests : IAsyncLifetime
{
    readonly House house = House.OnSqlite();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Who_looks_after_the_program_sees_how_busy_it_was_and_whether_all_is_counted()
    {
        var anna = await house.AsAsync("anna");
        var household = await anna.MeldAsync();
        await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        var storage = house.Services.GetRequiredService<OpenStorage>();
        // The job of the program does the same, at its own time.
        while ((await storage.Projections.LagAsync())[0].Behind > 0)
            await storage.Projections.RunAsync();

        var esra = await house.AsAsync("esra");
        var page = await esra.GetStringAsync("/incidenten");
        page.ShouldContain("De laatste zeven dagen");
        page.ShouldContain("""<td data-label="Dossiers bekeken">1</td>""");
        page.Split("Alles wat is vastgelegd, is meegeteld.").Length.ShouldBe(2, "said once, of however many overviews");
        page.ShouldContain("href=\"/?van=team\"", Case.Sensitive, "late work is elsewhere");
        page.ShouldNotContain(household);
        (await esra.GetStringAsync("/werkstromen/toegang")).ShouldContain("Begonnen in 30 dagen: 1");
        (await esra.GetStringAsync("/werkstromen/veiligheid")).ShouldContain("Begonnen in 30 dagen: minder dan 5");
        (await anna.GetStringAsync("/werkstromen/toegang")).ShouldNotContain("Begonnen in 30 dagen");
        (await storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_health_says_how_far_each_projection_is_and_nothing_else()
    {
        var all = JsonNode.Parse(await house.Anonymous().GetStringAsync("/health"))!["projecties"]!.AsArray().Select(p => p!.AsObject()).ToList();
        all.Select(said => said["naam"]!.GetValue<string>()).ShouldBe(["daily-counts", "search"], ignoreOrder: true);
        foreach (var said in all)
        {
            said["achter"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(0);
            said.Select(p => p.Key).ShouldBe(["naam", "achter", "oudste", "oudsteSeconden"], ignoreOrder: true);
        }
    }
}
