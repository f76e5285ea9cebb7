using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>A new melding of somebody who is known already, in a real browser, with and without a script.</summary>
public sealed class MeldingPageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    [Theory]
    [InlineData(true, 1280, "Dubbelaar")]
    [InlineData(false, 360, "Tweemaal")]
    public async Task Who_is_known_already_is_shown_and_what_was_typed_stays(bool javaScript, int width, string name)
    {
        var known = await shared.Anna.MeldAsync($"Jan {name}");
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync(shared.Address + "/meldingen/nieuw");
        await page.GetByLabel("Voornaam of voorletters").FillAsync("jan");
        await page.Locator("#lid0-geslachtsnaam").FillAsync(name);
        await page.GetByLabel("Geboortedatum").FillAsync("1-3-1944");
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("De trap is te steil.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        var said = page.Locator(".alert--warning");
        (await said.InnerTextAsync()).ShouldContain($"Jan {name}, geboren op 1 maart 1944, staat al in huishouden Jan {name}.");
        (await said.GetByRole(AriaRole.Link).GetAttributeAsync("href")).ShouldBe($"/huishoudens/{known}");
        (await page.GetByLabel("Wat is er aan de hand?").InputValueAsync()).ShouldBe("De trap is te steil.");
        (await page.GetByLabel("Geboortedatum").InputValueAsync()).ShouldBe("1-3-1944");
        await page.ShouldBeSoundAsync(javaScript);

        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await said.WaitForAsync();
        await page.GetByLabel("Toch een nieuw huishouden maken").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nog een persoon" }).ClickAsync();
        (await page.GetByLabel("Toch een nieuw huishouden maken").CountAsync()).ShouldBe(0, "of one who is still to come nothing was said");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.GetByLabel("Toch een nieuw huishouden maken").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Eerste beoordeling");
    }
}
