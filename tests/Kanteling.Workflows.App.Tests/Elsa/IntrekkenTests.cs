using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Pages;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Taking a flow out of use on our own pages, by two people in a real browser; and what is told when a flow is missing.</summary>
public sealed class IntrekkenTests(SharedPages shared) : IClassFixture<SharedPages>
{
    readonly House house = shared.House;
    readonly string address = shared.Address;

    /// <summary>Where pictures of the pages go, for who wants to see them; nowhere by itself.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("KANTELING_BEELDEN");

    static JsonObject Losse(string id, string naam, params JsonObject[] tussen)
    {
        var drawing = Studio.Drawing(id, [Studio.Step("Elsa.Start", "start"), .. tussen, Studio.Step("Elsa.End", "end")]);
        drawing["name"] = naam;
        return drawing;
    }

    static async Task SoundAsync(IPage page, string name)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        (await page.RunAxe()).Violations.Select(v => $"{name}: {v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, name);
    }

    static Task<string> MainAsync(IPage page) => page.Locator("main").InnerTextAsync();

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task One_asks_and_says_why_and_another_sees_what_stops_and_does_it(int width, bool javaScript)
    {
        var (id, naam) = ($"oude-rondgang-{width}-{javaScript}".ToLowerInvariant(), $"Oude rondgang {width} {javaScript}");
        var timer = Studio.Step("Elsa.Timer", "rond", ("interval", "7.00:00:00"));
        timer["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        timer["metadata"] = new JsonObject { ["displayText"] = "Elke week" };
        var drawing = Studio.Drawing(id, timer, Studio.Task("taak"), Studio.Step("Elsa.End", "end"));
        drawing["name"] = naam;
        await house.PublishAsync(drawing);

        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var bram = await shared.AsAsync(window, "Bram");
        await bram.GotoAsync($"{address}/studio/versies/{id}");
        await bram.GetByRole(AriaRole.Link, new() { Name = "Vraag om de tekening in te trekken" }).ClickAsync();
        await bram.ArrivesAtAsync("**/intrekken");
        (await MainAsync(bram)).ShouldContain("De werkstroom begint vanzelf door “Elke week”.");
        if (javaScript)
            await SoundAsync(bram, $"1-vragen-{width}");
        await bram.GetByLabel("Waarom moet deze werkstroom weg?").FillAsync("Niemand gaat nog rond.");
        await bram.GetByRole(AriaRole.Button, new() { Name = "Vraag een tweede persoon om akkoord" }).ClickAsync();
        await bram.GetByText("Uw verzoek is vastgelegd").WaitForAsync();
        (await bram.GetByRole(AriaRole.Button, new() { Name = "Trek versie 1 in" }).CountAsync()).ShouldBe(0, "who asked does not decide");
        if (javaScript)
            await SoundAsync(bram, $"2-gevraagd-{width}");
        await bram.CloseAsync();

        await using var other = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var esra = await shared.AsAsync(other, "Esra");
        await esra.GotoAsync(address + "/studio");
        await esra.GetByRole(AriaRole.Link, new() { Name = $"Bekijk wat er stopt bij {naam}" }).ClickAsync();
        var seen = await MainAsync(esra);
        foreach (var part in (string[])["Niemand gaat nog rond.", "Bram", "De werkstroom begint vanzelf door “Elke week”.", "Er loopt nu niets op deze werkstroom."])
            seen.ShouldContain(part);
        if (javaScript)
            await SoundAsync(esra, $"3-beslissen-{width}");
        await esra.GetByRole(AriaRole.Button, new() { Name = "Trek versie 1 in" }).ClickAsync();
        await esra.GetByText("De tekening is ingetrokken").WaitForAsync();
        seen = await MainAsync(esra);
        foreach (var part in (string[])["Ingetrokken: er begint niets nieuws op.", "Gevraagd om in te trekken", "Niemand gaat nog rond."])
            seen.ShouldContain(part);
        if (javaScript)
            await SoundAsync(esra, $"4-ingetrokken-{width}");
    }

    [Fact]
    public async Task What_is_asked_is_taken_back_or_refused_with_a_reason()
    {
        await house.PublishAsync(Losse("twijfel", "Twijfel"));
        await using var window = await Browser.OpenAsync(1280);
        var bram = await shared.AsAsync(window, "Bram");
        await using var other = await Browser.OpenAsync(1280);
        var esra = await shared.AsAsync(other, "Esra");
        async Task VraagAsync()
        {
            await bram.GotoAsync(address + "/studio/versies/twijfel/intrekken");
            await bram.GetByLabel("Waarom moet deze werkstroom weg?").FillAsync("Ik denk dat hij weg kan.");
            await bram.GetByRole(AriaRole.Button, new() { Name = "Vraag een tweede persoon om akkoord" }).ClickAsync();
            await bram.GetByText("Uw verzoek is vastgelegd").WaitForAsync();
        }

        await VraagAsync();
        await bram.GetByRole(AriaRole.Button, new() { Name = "Neem uw verzoek terug" }).ClickAsync();
        await bram.GetByText("Uw verzoek is teruggenomen").WaitForAsync();

        await VraagAsync();
        await esra.GotoAsync(address + "/studio/versies/twijfel");
        await esra.GetByRole(AriaRole.Link, new() { Name = "Bekijk het verzoek en wat er stopt" }).ClickAsync();
        await esra.GetByLabel("Trekt u niet in? Schrijf op waarom").FillAsync("Team Noord werkt er nog mee.");
        await esra.GetByRole(AriaRole.Button, new() { Name = "Weiger het verzoek" }).ClickAsync();
        await esra.GetByText("Het verzoek is geweigerd").WaitForAsync();
        (await MainAsync(esra)).ShouldContain("Team Noord werkt er nog mee.");
        await SoundAsync(esra, "5-geweigerd");
    }

    [Fact]
    public async Task A_flow_that_is_needed_cannot_be_asked_for_and_the_page_names_who_needs_it()
    {
        await house.PublishAsync(Losse("hulpstroom", "Hulpstroom"));
        await house.PublishAsync(Losse("hoofdstroom", "Hoofdstroom", Studio.Step("Elsa.DispatchWorkflow", "roep", ("workflowDefinitionId", "hulpstroom"))));
        await using var window = await Browser.OpenAsync(1280);
        var bram = await shared.AsAsync(window, "Bram");
        foreach (var (flow, zin) in ((string, string)[])[("toegang", "Elke nieuwe melding begint met deze werkstroom."), ("hulpstroom", "\"Hoofdstroom\" gebruikt deze werkstroom, in de stap \"Stap roep\".")])
        {
            (await bram.GotoAsync($"{address}/studio/versies/{flow}/intrekken"))!.Status.ShouldBe(200);
            (await MainAsync(bram)).ShouldContain(zin);
            (await bram.Locator("main form").CountAsync()).ShouldBe(0);
            await SoundAsync(bram, $"6-nodig-{flow}");
        }
        (await bram.GotoAsync(address + "/studio/versies/bestaat-niet/intrekken"))!.Status.ShouldBe(404);
        await bram.GetByText("We kennen de tekening").First.WaitForAsync();
    }

    [Fact]
    public async Task What_came_in_at_the_start_says_that_nobody_approved_it()
    {
        var engine = house.Services.GetRequiredService<WorkflowEngine>();
        var published = new List<WorkflowEvent>();
        await foreach (var (commit, events) in engine.History.ReadAsync(Streams.OfDefinition(new("toegang"))))
        {
            commit.Actor.Text.ShouldBe("system:start");
            published.AddRange(events);
        }
        published.OfType<DefinitionPublished>().ShouldAllBe(e => e.BroughtIn == BroughtIn.AtStart);
        published.OfType<DefinitionApproved>().ShouldBeEmpty();

        await using var window = await Browser.OpenAsync(1280);
        var bram = await shared.AsAsync(window, "Bram");
        await bram.GotoAsync(address + "/studio/versies/toegang");
        (await MainAsync(bram)).ShouldContain("Ingelezen bij de start van het programma");
        (await MainAsync(bram)).ShouldContain("Niemand heeft dit goedgekeurd.");
        await SoundAsync(bram, "7-ingelezen");
    }

    [Fact]
    public async Task Without_the_flow_of_a_melding_the_program_is_not_ready_and_every_page_says_so()
    {
        await using var own = PageCalls.Open();
        var ready = await own.Anonymous().GetAsync("/health/ready");
        ((int)ready.StatusCode).ShouldBe(200);
        await own.TrekInAsync("toegang");
        ready = await own.Anonymous().GetAsync("/health/ready");
        ((int)ready.StatusCode).ShouldBe(503);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("meldingen kunnen niet beginnen");

        await using var window = await Browser.OpenAsync(1280);
        var anna = await window.AsAsync(own.Address(), "Anna");
        (await anna.GotoAsync(own.Address() + "/meldingen/nieuw"))!.Status.ShouldBe(200);
        (await MainAsync(anna)).ShouldContain("De werkstroom \"toegang\" is niet gepubliceerd.");
        await SoundAsync(anna, "8-nieuwe-melding");
        await anna.GetByLabel("Naam van het huishouden").FillAsync("Familie Wacht");
        await anna.Locator("#lid0-geslachtsnaam").FillAsync("Wacht");
        await anna.GetByLabel("Wat is er aan de hand?").FillAsync("De trap lukt niet meer.");
        var answered = await anna.RunAndWaitForResponseAsync(() => anna.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync(), r => r.Request.Method == "POST");
        answered.Status.ShouldBe(409);
        (await anna.GetByLabel("Wat is er aan de hand?").InputValueAsync()).ShouldBe("De trap lukt niet meer.", "what was typed stays");
        await (await own.AsAsync("anna")).SendAsync("/api/v1/meldingen", Calls.Melding("Familie Wacht")).ShouldBeProblemAsync(409, "WERKSTROOM_BEGIN_KAN_NIET");

        await using var other = await Browser.OpenAsync(1280);
        var esra = await other.AsAsync(own.Address(), "Esra");
        await esra.GotoAsync(own.Address() + "/incidenten");
        (await MainAsync(esra)).ShouldContain("De werkstroom \"toegang\" is niet gepubliceerd, en het programma heeft hem nodig. Elke nieuwe melding begint met deze werkstroom.");
        await SoundAsync(esra, "9-incidenten");

        var drawing = JsonNode.Parse(Flows.Flows.Folder.Document("toegang"))!.AsObject();
        drawing["version"] = drawing["version"]!.GetValue<int>() + 1;
        await own.PublishAsync(drawing);
        (await own.Anonymous().GetAsync("/health/ready")).EnsureSuccessStatusCode();
        await esra.ReloadAsync();
        (await MainAsync(esra)).ShouldNotContain("niet gepubliceerd");
    }

    [Theory]
    [InlineData("esra", 0, "user:demo-esra")]
    [InlineData(null, 0, "system:importeer")]
    [InlineData("niemand", 1, null)]
    public async Task What_is_brought_in_by_the_command_line_says_who_did_it(string? door, int code, string? actor)
    {
        await using var own = House.OnSqlite();
        (await own.Anonymous().GetAsync("/health/live")).EnsureSuccessStatusCode();
        await own.StopAsync();
        var file = Path.Combine(Path.GetTempPath(), $"kanteling-{Calls.Key()}.json");
        await File.WriteAllTextAsync(file, Losse("van-buiten", "Van buiten").ToJsonString());
        try
        {
            using var said = new StringWriter();
            (await Overdracht.InvoerAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(own.Target)), file, door, said)).ShouldBe(code, said.ToString());
        }
        finally
        {
            File.Delete(file);
        }
        await using var again = House.On(own.Target);
        var commits = await again.Services.GetRequiredService<WorkflowEngine>().History.ReadAsync(Streams.OfDefinition(new("van-buiten"))).ToListAsync();
        commits.Select(c => c.Commit.Actor.Text).ShouldBe(actor is null ? [] : [actor]);
        commits.SelectMany(c => c.Events).OfType<DefinitionPublished>().ShouldAllBe(e => e.BroughtIn == BroughtIn.FromFile);
    }
}
