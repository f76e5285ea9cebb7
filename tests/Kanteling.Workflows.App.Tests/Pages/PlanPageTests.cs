using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Demo.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>The task Ondersteuningsplan, with what deserves a second look, in a real browser and over HTTP.</summary>
public sealed class PlanPageTests(SharedPages shared) : IClassFixture<SharedPages>, IAsyncLifetime
{
    static readonly Demorollen Roles = new(new("demo-anna"), Demoaccounts.Team, "Noord");

    readonly string address = shared.Address, household = "plan-" + Calls.Key();
    JsonObject task = [];

    public async Task InitializeAsync()
    {
        var story = Flows.Flows.Folder.Scenario("toegang", "netwerk-genoeg");
        var steps = story.Stappen.TakeWhile(s => s is not Taakstap { Taak.Text: "ondersteuningsplan" }).Select(s => s is Taakstap t ? t with { Antwoorden = Roles.In(WithoutIncome(t)) } : s);
        // The story is of the past: the timers of this house would pass its dates while it is told, and it would become another.
        await shared.RestAsync();
        await new Scenariospeler(Flows.Flows.Opstelling, shared.House.Services.GetRequiredService<IWorkflowStore>()).SpeelAsync(story with { Stappen = [.. steps], Verwacht = Verwachting.Niets }, new(household));
        task = await shared.Anna.TaskAsync(household, "ondersteuningsplan");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>In the talk there is not enough to live on.</summary>
    static JsonObject WithoutIncome(Taakstap step)
    {
        if (step.Taak.Text == "keukentafelgesprek")
            step.Antwoorden["levensdomeinen"] = new JsonObject(Levensdomeinen.Alle.Select(d => KeyValuePair.Create(d.Id, (JsonNode?)new JsonObject { ["status"] = d.Id == "rondkomen" ? "probleem" : "goed" })));
        return step.Antwoorden;
    }

    [Fact]
    public void A_program_reads_what_deserves_a_second_look_with_its_code_its_source_and_a_sentence()
    {
        var points = task["aandachtspunten"]!.AsArray();
        // There is a child in this household.
        points.Select(p => (p!["code"]!.ToString(), p["bron"]!.ToString())).ShouldBe([("PLAN_BASIS_ONTBREEKT", "K9"), ("PLAN_VOLGENDE_GENERATIE", "A1")]);
        points[0]!["zin"]!.ToString().ShouldContain("rondkomen");
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task The_points_follow_the_answers_and_the_plan_is_made_all_the_same(bool javaScript, int width)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/taken/{task["id"]}");
        (await page.Locator("#aandachtspunten li").AllInnerTextsAsync()).ShouldContain(p => p.Contains("rondkomen"));

        await page.GetByLabel("Voor wie?").SelectOptionAsync("p1");
        await page.GetByLabel("Over welk deel van het leven?").SelectOptionAsync("rondkomen");
        await page.GetByLabel("Wat is er straks beter?").FillAsync("Genoeg geld voor de huur");
        await page.GetByLabel("Wie zorgt daarvoor?").FillAsync("Samira");
        await page.GetByLabel("Wanneer is het zover?").FillAsync("2030-01-01");
        await page.GetByLabel("Ja, zonder de inwoner").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kijk opnieuw" }).ClickAsync();
        await page.GetByText("Er is overlegd zonder de inwoner").WaitForAsync();
        (await page.Locator("#aandachtspunten li").AllInnerTextsAsync()).ShouldNotContain(p => p.Contains("rondkomen"));
        if (javaScript)
            (await page.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("KANTELING_BEELDEN") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"plan-{width}.png"), FullPage = true });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);

        await page.GetByLabel("Wie doet wat?").FillAsync("Samira belt de bank.");
        await page.GetByLabel("Wat doet u met de aandachtspunten?").FillAsync("Samira leest morgen mee.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        await page.Locator(".alert--success").WaitForAsync();
        await page.GotoAsync($"{address}/huishoudens/{household}");
        var timeline = await page.Locator(".timeline").InnerTextAsync();
        timeline.ShouldContain("Er is overlegd zonder de inwoner");
        timeline.ShouldContain("Daarop: Samira leest morgen mee.");
    }
}
