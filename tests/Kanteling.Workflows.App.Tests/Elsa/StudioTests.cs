using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>The real Elsa Studio, in a real browser, on our engine.</summary>
public sealed class StudioTests : IAsyncLifetime
{
    readonly House house = House.OnSqlite();
    string address = "";

    public Task InitializeAsync()
    {
        house.UseKestrel(0);
        house.StartServer();
        address = house.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_flow_is_drawn_from_nothing_offered_approved_run_worked_on_and_changed()
    {
        await using var window = await Browser.OpenAsync(1440);
        var bram = await StudioWindow.AsAsync(window, address, "Bram");

        // Drawn from nothing.
        await bram.GoAsync("/studio");
        (await bram.Page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(12);
        await bram.Page.GetByLabel("Hoe heet de werkstroom?").FillAsync("Kort lijntje");
        await bram.PressAsync("Begin met tekenen");
        await bram.Page.ArrivesAtAsync("**/studio/tekening/kort-lijntje");
        await bram.ReadyAsync();
        await bram.DropAsync("Begin en einde", "Melding", 40, 60);
        await bram.DropAsync("Overig", "Taak", 260, 60);
        await bram.DropAsync("Begin en einde", "Einde", 560, 40);
        await bram.ConnectAsync("Kanteling.Melding", "Done", "Kanteling.VrijeTaak");
        await bram.ConnectAsync("Kanteling.VrijeTaak", "Done", "Kanteling.Einde");
        await bram.FillAsync("Kanteling.VrijeTaak", "Titel", "Bel even terug");
        (await bram.Page.Locator(".save-state").InnerTextAsync()).ShouldStartWith("Bewaard om");
        await bram.ShouldBeSoundAsync();

        // What was left empty is told, with its place, and stays in sight.
        await bram.OfferAsync();
        await bram.Page.GetByText("Stap ‘Einde1’: Vul ‘Resultaat’ in.").WaitForAsync();
        await bram.FillAsync("Kanteling.Einde", "Resultaat", "nulde lijn");
        await bram.Page.Locator(".canvas-news").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // There again after loading anew; then offered.
        await bram.Page.ReloadAsync();
        await bram.ReadyAsync();
        await bram.Step("Kanteling.Einde").WaitForAsync();
        (await bram.Canvas.Locator(".x6-edge").CountAsync()).ShouldBe(2);
        await bram.OfferAsync();
        await bram.Page.GetByText("Aangeboden voor akkoord").WaitForAsync();
        await bram.ShouldBeSoundAsync();

        // A second pair of eyes.
        await using var other = await Browser.OpenAsync();
        var esra = await StudioWindow.AsAsync(other, address, "Esra");
        await esra.GoAsync("/studio");
        await esra.Page.GetByRole(AriaRole.Link, new() { Name = "Bekijk wat er verandert aan Kort lijntje" }).ClickAsync();
        (await esra.Page.Locator("main").InnerTextAsync()).ShouldContain("eerste versie die geldt: 3 stappen");
        await esra.PressAsync("Keur goed en publiceer");
        await esra.Page.GetByText("Goedgekeurd en gepubliceerd").WaitForAsync();
        (await esra.Page.Locator("main").InnerTextAsync()).ShouldContain("getekend door Bram Kuipers, goedgekeurd door Esra Demir");
        await esra.ShouldBeSoundAsync();

        // Run: it waits, and goes on when the task is done over our own API.
        await bram.OpenAsync("kort-lijntje");
        await bram.Page.GetByText("Versie 1 geldt nu").WaitForAsync();
        var run = await bram.RunAsync();
        await bram.Page.GetByRole(AriaRole.Link, new() { Name = "Doe de taak ‘Bel even terug’" }).WaitForAsync();
        await bram.Canvas.GetByText("Taak - Wacht").WaitForAsync();
        await bram.Canvas.Locator("td", new() { HasText = "Loopt" }).First.WaitForAsync();
        var client = await house.AsAsync("bram");
        (await client.DoTaskAsync(run)).EnsureSuccessStatusCode();
        await bram.Canvas.GetByText("Einde - Klaar").WaitForAsync();
        await bram.ShouldBeSoundAsync();
        await bram.GoAsync("/studio/proeven?tekening=kort-lijntje&stand=klaar");
        (await bram.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);

        // A change to what is published is a concept; what is published stays.
        await bram.OpenAsync("kort-lijntje");
        await bram.Step("Kanteling.VrijeTaak").WaitForAsync();
        await bram.FillAsync("Kanteling.VrijeTaak", "Titel", "Bel vandaag terug");
        await bram.Page.GetByText("Concept van versie 2").WaitForAsync();
        await bram.ShouldBeSoundAsync();
        await bram.GoAsync("/studio/versies/kort-lijntje");
        (await bram.Page.Locator("main").InnerTextAsync()).ShouldContain("Anders: stap ‘VrijeTaak1’, namelijk titel.");

        // Out as a file, put away, and in again.
        var file = await bram.Page.RunAndWaitForDownloadAsync(() => bram.Page.GetByRole(AriaRole.Link, new() { Name = "Exporteer versie 2" }).ClickAsync());
        await bram.Page.GetByRole(AriaRole.Link, new() { Name = "Gooi het concept weg" }).ClickAsync();
        await bram.PressAsync("Ja, gooi het weg");
        await bram.Page.GetByText("Het concept is weggegooid").WaitForAsync();
        await bram.Page.GetByLabel("Welk bestand?").SetInputFilesAsync(await file.PathAsync());
        await bram.PressAsync("Lees in");
        await bram.Page.GetByText("Het bestand is ingelezen").WaitForAsync();
        (await bram.Page.Locator("main").InnerTextAsync()).ShouldContain("Anders: stap ‘VrijeTaak1’, namelijk titel.");

        // Back to how it was.
        await bram.PressAsync("Maak hiervan een concept van versie 1");
        await bram.Page.GetByText("De oude versie is nu uw concept").WaitForAsync();
        (await bram.Page.Locator("main").InnerTextAsync()).ShouldContain("Niets in wat de werkstroom doet.");
        await bram.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_reader_sees_and_changes_nothing()
    {
        await using var window = await Browser.OpenAsync(1440);
        var anna = await StudioWindow.AsAsync(window, address, "Anna");
        var acts = new List<string>();
        anna.Page.Request += (_, request) =>
        {
            if (request.Method != "GET")
                acts.Add(request.Url);
        };
        await anna.GoAsync("/studio");
        (await anna.Page.GetByText("Begin met tekenen").CountAsync()).ShouldBe(0);
        await anna.GoAsync("/studio/versies/toegang");
        (await anna.Page.Locator("main form").CountAsync()).ShouldBe(0);
        await anna.OpenAsync("spoed");
        await anna.Page.GetByText("U kijkt mee.").First.WaitForAsync();
        await anna.Canvas.Locator(".x6-node").First.WaitForAsync();
        (await anna.Canvas.Locator(".mud-icon-button.mud-success-text:visible").CountAsync()).ShouldBe(0);
        (await anna.Canvas.Locator(".mud-switch-base:visible").CountAsync()).ShouldBe(0);
        var icon = (await anna.Canvas.Locator(".x6-node .activity-icon").First.BoundingBoxAsync())!;
        await anna.Page.Mouse.MoveAsync(icon.X + 8, icon.Y + 8);
        await anna.Page.Mouse.DownAsync();
        await anna.Page.Mouse.MoveAsync(icon.X + 60, icon.Y + 60, new() { Steps = 5 });
        await anna.Page.Mouse.UpAsync();
        await anna.Canvas.GetByText("Als tekst").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        acts.ShouldBeEmpty();
        await anna.ShouldBeSoundAsync();
        (await (await house.AsAsync("anna")).GetAsync("/elsa/api/workflow-definitions/by-definition-id/spoed?versionOptions=Draft")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_flow_opens_is_saved_by_Studio_and_means_the_same_afterwards()
    {
        await using var window = await Browser.OpenAsync(1600, o => o.ViewportSize = new() { Width = 1600, Height = 1200 });
        var bram = await StudioWindow.AsAsync(window, address, "Bram");
        var client = await house.AsAsync("bram");
        foreach (var flow in (await client.AskAsync("/workflow-definitions?versionOptions=Published&PageSize=100").ReadAsync())["items"]!.AsArray().Select(f => f!["definitionId"]!.ToString()).ToList())
        {
            await bram.OpenAsync(flow);
            await bram.Canvas.Locator(".x6-node").First.WaitForAsync();
            await bram.MoveAStepAsync();
            await bram.ShouldBeSoundAsync();
            var (before, after) = (await client.AskAsync($"/workflow-definitions/by-definition-id/{flow}?versionOptions=Published").ReadAsync(), await client.AskAsync($"/workflow-definitions/by-definition-id/{flow}?versionOptions=Latest").ReadAsync());
            (after["isPublished"]!.GetValue<bool>(), after["version"]!.GetValue<int>()).ShouldBe((false, before["version"]!.GetValue<int>() + 1), flow);
            Meaning.Of(after).ShouldBe(Meaning.Of(before), flow);
        }
    }

    [Fact]
    public async Task Whose_session_is_over_signs_in_again_and_loses_nothing()
    {
        await using var window = await Browser.OpenAsync(1440);
        var bram = await StudioWindow.AsAsync(window, address, "Bram");
        bram.Expected = response => response.Status == 401;
        await bram.OpenAsync("contact");
        await bram.Canvas.Locator(".x6-node").First.WaitForAsync();
        await window.ClearCookiesAsync();
        var kept = bram.Page.WaitForResponseAsync(response => response.Status == 200 && StudioWindow.IsSave(response));
        await bram.DragAStepAsync();
        await bram.Page.GetByText("Uw sessie is afgelopen").WaitForAsync();
        var again = await window.RunAndWaitForPageAsync(() => bram.Page.GetByRole(AriaRole.Link, new() { Name = "Meld u opnieuw aan" }).ClickAsync());
        await again.GetByRole(AriaRole.Button, new() { Name = "Verder als Bram" }).ClickAsync();
        await again.GetByText("U bent weer aangemeld").First.WaitForAsync();
        await again.CloseAsync();
        // Coming back to the tab may have gone on by itself.
        var goOn = bram.Page.GetByRole(AriaRole.Button, new() { Name = "Ga verder" });
        if (await goOn.IsVisibleAsync())
            await goOn.ClickAsync();
        await kept;
        await bram.ShouldBeSoundAsync();
        var client = await house.AsAsync("bram");
        (await client.AskAsync("/workflow-definitions/by-definition-id/contact?versionOptions=Latest").ReadAsync())["isPublished"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task While_the_line_is_down_nothing_breaks_and_what_was_drawn_is_kept_after_it()
    {
        await using var window = await Browser.OpenAsync(1440);
        var bram = await StudioWindow.AsAsync(window, address, "Bram");
        await bram.OpenAsync("contact");
        await bram.Canvas.Locator(".x6-node").First.WaitForAsync();
        await bram.Page.RouteAsync("**/elsa/api/**", route => route.AbortAsync("connectionrefused"));
        var kept = bram.Page.WaitForResponseAsync(response => response.Status == 200 && StudioWindow.IsSave(response));
        await bram.DragAStepAsync();
        await bram.Page.GetByText("Er is geen verbinding met de server").WaitForAsync();
        await bram.Page.UnrouteAllAsync();
        var key = (await kept).Request.Headers["idempotency-key"];
        await bram.Page.GetByText("Er is geen verbinding met de server").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await bram.Canvas.Locator("#blazor-error-ui").IsVisibleAsync()).ShouldBeFalse();
        key.Length.ShouldBe(32);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task The_pages_around_it_have_no_accessibility_violation_and_need_no_script(int width, bool javaScript)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var bram = await StudioWindow.AsAsync(window, address, "Bram");
        await bram.GoAsync("/studio");
        await bram.Page.GetByLabel("Hoe heet de werkstroom?").FillAsync("Zonder script");
        await bram.PressAsync("Begin met tekenen");
        await bram.Page.ArrivesAtAsync("**/studio/tekening/zonder-script");
        foreach (var path in (string[])["/studio", "/studio?zoek=bestaat+niet", "/studio/versies/toegang", "/studio/versies/zonder-script", "/studio/versies/zonder-script/weg", "/studio/proeven", "/studio/weer-aangemeld", "/studio/tekening/bestaat-niet"])
        {
            await bram.GoAsync(path);
            if (javaScript)
                (await bram.Page.RunAxe()).Violations.Select(v => $"{path}: {v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}").ShouldBeEmpty();
            else
                (await bram.Page.Locator("main").EvaluateAsync<int>("e => e.ownerDocument.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, path);
        }
        await bram.GoAsync("/studio/versies/zonder-script/weg");
        await bram.PressAsync("Ja, gooi het weg");
        await bram.Page.GetByText("Het concept is weggegooid").WaitForAsync();
    }
}

/// <summary>What a drawing means: all of it, but for where things stand, in which order they are written, and what says nothing.</summary>
static class Meaning
{
    static readonly HashSet<string> Silent = ["id", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "links", "materializerName", "isReadonly", "isSystem", "kanteling:concept", "designer", "vertices", "nodeId", "memoryReference"];

    public static string Of(JsonObject definition) => Of((JsonNode?)definition, true);

    static string Of(JsonNode? node, bool isRoot = false) => node switch
    {
        JsonObject o => "{" + string.Join(",\n", o.Where(p => !(Silent.Contains(p.Key) && (isRoot || p.Key is not ("id" or "version"))) && !IsEmpty(p.Value)).Select(p => $"{p.Key}:{Of(p.Value)}").Order(StringComparer.Ordinal)) + "}",
        JsonArray a => "[" + string.Join(",\n", a.Select(i => Of(i)).Order(StringComparer.Ordinal)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };

    static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } || (node is JsonObject o && o.All(p => IsEmpty(p.Value) || Silent.Contains(p.Key)));
}
