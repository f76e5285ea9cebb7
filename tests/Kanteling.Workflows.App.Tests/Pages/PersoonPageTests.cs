using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>Who somebody is: told at the melding, seen with the household, mended afterwards.</summary>
public sealed class PersoonPageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    readonly string family = Calls.Family();

    [Theory]
    [InlineData(true, 1280, "999990019")]
    [InlineData(true, 360, "111222333")]
    [InlineData(false, 360, "123456782")]
    public async Task A_melding_with_the_parts_of_a_name_and_the_details_mended_afterwards(bool javaScript, int width, string bsn)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync(shared.Address + "/meldingen/nieuw");
        await page.GetByLabel("Naam van het huishouden").FillAsync(family);
        await page.Locator("#lid0-roepnaam").FillAsync("Wil");
        await page.Locator("#lid0-tussenvoegsel").FillAsync("de");
        await page.Locator("#lid0-geboortedatum").FillAsync("2999");
        await page.GetByText("Naam van de partner", new() { Exact = true }).First.ClickAsync();
        await page.Locator("#lid0-partner-geslachtsnaam").FillAsync("Berg");
        await page.GetByLabel("Naam van de partner, dan eigen naam").CheckAsync();
        await page.GetByText("Telefoon, e-mail, taal en BSN").ClickAsync();
        await page.Locator("#lid0-telefoon").FillAsync("06 00000013");
        await page.Locator("#lid0-bsn").FillAsync("123456789");
        await page.Locator("#huisnummer").FillAsync("12a");
        await page.Locator("#straat").FillAsync("Kerkpad");
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("Het lukt niet meer.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();

        // What is wrong stands at its field, and the link leads there.
        await page.Locator("#lid0-geslachtsnaam-fout").WaitForAsync();
        (await page.Locator("#lid0-geboortedatum-fout").InnerTextAsync()).ShouldContain("nog niet geweest");
        (await page.Locator("#lid0-bsn-fout").InnerTextAsync()).ShouldContain("bestaat niet");
        (await page.Locator(".error-summary a").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href')).filter(h => !document.querySelector(h))")).ShouldBeEmpty();
        await page.ShouldBeSoundAsync(javaScript);

        await page.Locator("#lid0-geslachtsnaam").FillAsync("Boer");
        await page.Locator("#lid0-geboortedatum").FillAsync("maart 1950");
        await page.Locator("#lid0-bsn").FillAsync(bsn);
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        await page.GetByRole(AriaRole.Link, new() { Name = family }).First.ClickAsync();
        var mens = await page.Locator(".person").First.InnerTextAsync();
        mens.ShouldContain("Wil Berg-de Boer");
        mens.ShouldContain("geboren maart 1950");
        mens.ShouldContain("06 00000013");
        mens.ShouldContain($"*****{bsn[^4..]}");
        (await page.Locator(".facts").First.InnerTextAsync()).ShouldContain("Kerkpad 12a");
        await page.ShouldBeSoundAsync(javaScript);

        // And mended.
        var huishouden = page.Url;
        await page.GotoAsync(huishouden.Split('?')[0] + "/mogelijk/gegevens");
        await page.Locator("input[name=persoon]").First.CheckAsync();
        await page.Locator("main form button.button").First.ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        (await page.Locator("#v-naam-roepnaam").InputValueAsync()).ShouldBe("Wil");
        (await page.Locator("#v-geboortedatum").InputValueAsync()).ShouldBe("03-1950");
        (await page.Locator("#v-bsn").InputValueAsync()).ShouldBe("");
        await page.ShouldBeSoundAsync(javaScript);
        await page.Locator("#v-geboortedatum").FillAsync("31-02-1950");
        await page.Locator("input[name=uitkomst][value=Vastgelegd]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("31 februari 1950 bestaat niet.");
        (await page.Locator("#v-geboortedatum").InputValueAsync()).ShouldBe("31-02-1950");
        await page.Locator("#v-geboortedatum").FillAsync("12 mrt 50");
        await page.Locator("#v-huisarts").FillAsync("Praktijk Noord");
        await page.Locator("input[name=uitkomst][value=Vastgelegd]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        await page.ArrivesAtAsync("**na=**");
        (await page.Locator(".alert--success").InnerTextAsync()).ShouldContain("Gegevens vastgelegd.");
        await page.GotoAsync(huishouden);
        mens = await page.Locator(".person").First.InnerTextAsync();
        mens.ShouldContain("geboren 12 maart 1950");
        mens.ShouldContain("Praktijk Noord");
    }

    [Fact]
    public async Task All_is_told_at_once_and_a_sentence_that_stands_twice_says_of_whom_it_is()
    {
        await using var window = await Browser.OpenAsync(1280, o => o.JavaScriptEnabled = false);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync(shared.Address + "/meldingen/nieuw");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nog een persoon" }).ClickAsync();
        foreach (var plek in (int[])[0, 1])
        {
            await page.Locator($"#lid{plek}-roepnaam").FillAsync("Wil");
            await page.Locator($"#lid{plek}-geboortedatum").FillAsync(plek == 0 ? "3 mei 48" : "31-02-1980");
        }
        await page.Locator("#postcode").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        (await page.Locator(".error-summary li").AllInnerTextsAsync()).Order(StringComparer.Ordinal).ShouldBe(
        [
            "31 februari 1980 bestaat niet.", "Persoon 1: Vul de achternaam in.", "Persoon 2: Vul de achternaam in.", "Vul een postcode in zoals 1234 AB.", "Vul in wat de inwoner vraagt.",
        ]);
        (await page.Locator("#lid0-geboortedatum").InputValueAsync()).ShouldBe("3 mei 48");
        await page.ShouldBeSoundAsync(false);
    }
}
