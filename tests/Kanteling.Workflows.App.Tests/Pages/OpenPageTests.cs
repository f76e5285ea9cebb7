using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>What can be begun from a household, the meldcode, the flows, and the page for everybody, in a real browser.</summary>
public sealed class OpenPageTests(SharedPages shared) : IClassFixture<SharedPages>, IAsyncLifetime
{
    readonly string address = shared.Address;
    string household = "";

    public async Task InitializeAsync() => household = await shared.Anna.MeldAsync("Familie El Amrani");

    public Task DisposeAsync() => Task.CompletedTask;

    static async Task ShouldBeSoundAsync(IPage page, string? picture = null)
    {
        if (picture is not null && Environment.GetEnvironmentVariable("KANTELING_BEELDEN") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture + ".png"), FullPage = true });
        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task Something_is_begun_from_the_household_with_or_without_a_script(bool javaScript, int width)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{household}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Contact vastleggen" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin hiermee" }).ClickAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("Vul in wat er aan de hand is.");
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("De dochter belde.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin hiermee" }).ClickAsync();
        await page.ArrivesAtAsync("**begonnen=**");
        (await page.Locator(".alert--success").InnerTextAsync()).ShouldContain("Contact vastleggen");
        (await page.Locator(".timeline").InnerTextAsync()).ShouldContain("De dochter belde.");
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task A_file_is_put_with_a_procedure_and_opened_again_with_or_without_a_script(bool javaScript, int width)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{household}/bijlagen");
        await page.GetByLabel("Wat is het?").FillAsync("Brief van de huisarts");
        await page.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "brief.txt", MimeType = "text/plain", Buffer = "Geachte consulent"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Voeg toe" }).ClickAsync();
        (await page.Locator(".alert--success").InnerTextAsync()).ShouldContain("De bijlage is toegevoegd");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "brief.txt" });
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Brief van de huisarts");
        var saved = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        (await File.ReadAllTextAsync(await saved.PathAsync())).ShouldBe("Geachte consulent");
    }

    [Fact]
    public async Task Urgency_is_begun_with_the_keyboard_alone_and_opens_its_task()
    {
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{household}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Spoed: hulp die niet kan wachten" }).Or(page.GetByText("Nu meteen")).First.FocusAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Spoed: hulp die niet kan wachten" });
        if (!await link.IsVisibleAsync())
            await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 10 && !(await page.EvaluateAsync<string>("document.activeElement.innerText")).StartsWith("Spoed", StringComparison.Ordinal); i++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/mogelijk/spoed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin hiermee" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/taken/**");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Spoed regelen");
        await page.GotoAsync($"{address}/huishoudens/{household}/mogelijk/spoed");
        (await page.Locator(".alert--warning").InnerTextAsync()).ShouldContain("is al begonnen");
    }

    [Fact]
    public async Task A_household_shows_its_meldcode_to_its_holder_only()
    {
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{household}/mogelijk/veiligheid");
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("Veel geschreeuw.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin hiermee" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        await ShouldBeSoundAsync(page, "veiligheid-taak");
        await page.GotoAsync($"{address}/huishoudens/{household}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open de meldcode" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("Veiligheid");
        await ShouldBeSoundAsync(page, "veiligheid");
        await page.GetByRole(AriaRole.Button, new() { Name = "Word Chantal" }).ClickAsync();
        await page.GotoAsync($"{address}/huishoudens/{household}");
        (await page.ContentAsync()).ShouldNotContain("Open de meldcode");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task These_pages_have_no_accessibility_violation_and_do_not_scroll_sideways(int width)
    {
        await using var window = await Browser.OpenAsync(width);
        var stranger = await window.NewPageAsync();
        foreach (var path in (string[])["/aanmelden", "/zo-werkt-het", "/zo-werkt-het/veiligheid"])
        {
            await stranger.GotoAsync(address + path);
            await ShouldBeSoundAsync(stranger, $"{width}{path.Replace('/', '-')}");
        }
        await stranger.CloseAsync();
        var page = await shared.AsAsync(window, "Anna");
        foreach (var path in (string[])[$"/huishoudens/{household}", $"/huishoudens/{household}/mogelijk/taak", $"/huishoudens/{household}/mogelijk/aanvraag", $"/huishoudens/{household}/bijlagen", "/noodtoegang", "/noodtoegang/zoeken", "/aanmeldingen", "/aanmeldingen/tweede-stap", "/wachtwoord/wijzigen", "/werkstromen", "/werkstromen/toegang"])
        {
            await page.GotoAsync(address + path);
            await page.EvaluateAsync("document.querySelectorAll('details.acts').forEach(d => d.open = true)");
            await ShouldBeSoundAsync(page, $"{width}{path.Replace('/', '-').Replace(household, "x")}");
        }
        await page.GotoAsync(address + "/aanmeldingen/tweede-stap");
        await page.GetByLabel("Uw wachtwoord").FillAsync("kanteling");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stel de tweede stap in" }).ClickAsync();
        await page.GetByLabel("Code uit de app").WaitForAsync();
        await ShouldBeSoundAsync(page, $"{width}-tweede-stap-instellen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Word Bram" }).ClickAsync();
        foreach (var path in (string[])["/studio/versies/toegang?documenten=1", "/studio/documenten/formulier/hulpvragen/1", "/studio/documenten/brief/verslag/1", "/studio/documenten/leidraad/gesprek/1"])
        {
            (await page.GotoAsync(address + path))!.Status.ShouldBe(200, path);
            await ShouldBeSoundAsync(page, $"{width}{path.Replace('/', '-').Replace('?', '-')}");
        }
        await page.GotoAsync(address + "/aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder als Esra" }).ClickAsync();
        foreach (var path in (string[])["/beheer/gebruikers", "/beheer/gebruikers/demo-anna", "/beheer/gebruikers/demo-anna/aanmeldingen", "/beheer/nieuwe-gebruiker"])
        {
            (await page.GotoAsync(address + path))!.Status.ShouldBe(200, path);
            await ShouldBeSoundAsync(page, $"{width}{path.Replace('/', '-')}");
        }
    }

    [Fact]
    public async Task How_it_works_is_for_everybody_without_a_name_and_is_kept_by_its_tag()
    {
        var stranger = shared.House.Anonymous();
        var response = await stranger.GetAsync("/zo-werkt-het");
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200);
        text.ShouldContain("Wat u merkt als inwoner");
        text.ShouldContain("versie");
        text.ShouldContain("/zo-werkt-het/toegang.svg");
        text.ShouldNotContain("README.md");
        response.Headers.CacheControl!.Public.ShouldBeTrue();
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await shared.Anna.GetStringAsync("/zo-werkt-het")).ShouldBe(text, "a cache keeps it for everybody, so it is the same for everybody");

        foreach (var path in (string[])["/zo-werkt-het", "/zo-werkt-het/toegang.svg"])
        {
            var first = await stranger.GetAsync(path);
            var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
            ((int)(await stranger.SendAsync(again)).StatusCode).ShouldBe(304, path);
        }
        ((int)(await stranger.GetAsync("/zo-werkt-het/bestaat-niet")).StatusCode).ShouldBe(404);
        (await stranger.GetStringAsync("/aanmelden")).ShouldContain("/zo-werkt-het");
    }
}
