using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>The letter of a task as programs and people see it before it goes out, and what is left of it after.</summary>
public sealed class BriefTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly HttpClient anna = shared.Anna;

    [Fact]
    public async Task A_task_shows_its_letter_as_it_reads_now_and_completing_records_that_it_went_out()
    {
        var household = await anna.MeldAsync("Mevrouw Jansen");
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        var task = await anna.TaskAsync(household, "ontvangst-bevestigen");
        var brief = task["brief"]!;
        (brief["id"]!.ToString(), brief["versie"]!.GetValue<int>(), brief["onderwerp"]!.ToString()).ShouldBe(("ontvangstbevestiging", 1, "Wij hebben uw melding ontvangen"));
        var tekst = string.Join("\n", brief["alineas"]!.AsArray().Select(a => a!.ToString()));
        tekst.ShouldStartWith("Beste Mevrouw Jansen,");
        tekst.ShouldNotContain("{");

        var page = await anna.GetStringAsync($"/taken/{task["id"]}");
        page.ShouldContain("Voorbeeld van de brief");
        page.ShouldContain("Beste Mevrouw Jansen,");

        var vandaag = Calls.DayOf(DateTimeOffset.Parse(task["geopendOp"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = vandaag })).ReadAsync(200);
        var tijdlijn = await (await anna.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200);
        tijdlijn["items"]!.AsArray().Select(p => p!.ToJsonString()).ShouldContain(p => p.Contains("Brief verzonden: ontvangstbevestiging (versie 1)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_without_a_letter_shows_none()
    {
        var andere = await anna.MeldAsync("Meneer Bakker");
        var task = await anna.TaskAsync(andere, "eerste-beoordeling");
        task["brief"].ShouldBeNull();
        (await anna.GetStringAsync($"/taken/{task["id"]}")).ShouldNotContain("Voorbeeld van de brief");
    }
}
