using Kanteling.Workflows.App.Tests.Beheer;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;
using OtpNet;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>Accounts in a real browser, which says of itself from where a form comes: what another program does not.</summary>
public sealed class AccountPageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task Somebody_new_chooses_a_password_with_a_link_signs_in_and_changes_it(bool javaScript, int width)
    {
        var naam = $"nieuw{width}";
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var esra = await window.AsAsync(shared.Address, "Esra");
        await esra.GotoAsync(shared.Address + "/beheer/nieuwe-gebruiker");
        await esra.GetByLabel("Gebruikersnaam").FillAsync(naam);
        await esra.GetByLabel("Naam op het scherm").FillAsync($"Noor van {width}");
        await esra.Locator("input[name=rol][value=consulent]").CheckAsync();
        await esra.Locator("#reden").FillAsync("Komt hier werken.");
        await esra.GetByRole(AriaRole.Button, new() { Name = "Maak het account" }).ClickAsync();
        var link = await esra.Locator("code#geheim").InnerTextAsync();
        link.ShouldStartWith(shared.Address + "/wachtwoord/");

        await using var elders = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var noor = await elders.NewPageAsync();
        await noor.GotoAsync(link);
        await KiesAsync(noor, Accountcalls.Password, "iets heel anders dan dat");
        await noor.GetByText("U hebt twee keer iets anders ingevuld.").WaitForAsync();
        await KiesAsync(noor, Accountcalls.Password, Accountcalls.Password);
        await noor.ArrivesAtAsync("**/aanmelden?klaar=wachtwoord");
        await MeldAanAsync(noor, naam, Accountcalls.Password);

        await noor.GotoAsync(shared.Address + "/wachtwoord/wijzigen");
        await noor.GetByLabel("Uw wachtwoord van nu").FillAsync("niet het goede");
        await KiesAsync(noor, "een heel andere zin", "een heel andere zin");
        await noor.GetByText("Het wachtwoord dat u nu hebt, klopt niet.").WaitForAsync();
        await noor.GetByLabel("Uw wachtwoord van nu").FillAsync(Accountcalls.Password);
        await KiesAsync(noor, "een heel andere zin", "een heel andere zin");
        await noor.GetByText("Uw wachtwoord is gewijzigd.").WaitForAsync();
        await noor.Context.ClearCookiesAsync();
        await MeldAanAsync(noor, naam, "een heel andere zin");
    }

    [Theory]
    [InlineData(true, 360)]
    [InlineData(false, 1280)]
    public async Task A_second_step_is_set_up_and_asked(bool javaScript, int width)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var wie = javaScript ? "Anna" : "Bram";
        var page = await window.AsAsync(shared.Address, wie);
        await page.GotoAsync(shared.Address + "/aanmeldingen/tweede-stap");
        await page.GetByLabel("Uw wachtwoord").FillAsync(Demowachtwoord);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stel de tweede stap in" }).ClickAsync();
        await page.Locator("svg.qr").WaitForAsync();
        await page.ShouldBeSoundAsync(javaScript);
        var sleutel = await page.Locator("section:has(#instellen) p > code").InnerTextAsync();
        await page.GetByLabel("Code uit de app").FillAsync(new Totp(Base32Encoding.ToBytes(sleutel)).ComputeTotp());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet de tweede stap aan" }).ClickAsync();
        await page.GetByText("Bewaar uw herstelcodes").WaitForAsync();
        var codes = await page.Locator("section:has(#herstel) li code").AllInnerTextsAsync();
        codes.Count.ShouldBe(10);
        await page.ShouldBeSoundAsync(javaScript);

        await page.Context.ClearCookiesAsync();
        await VulInAsync(page, wie.ToLowerInvariant(), Demowachtwoord);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden" }).ClickAsync();
        await page.GetByText("Deze code klopt niet").WaitForAsync();
        // A code of the app is used once, so that a recovery code saves waiting for the next one.
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(codes[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden" }).ClickAsync();
        await page.ArrivesAtAsync(shared.Address + "/");
    }

    const string Demowachtwoord = "kanteling";

    async Task MeldAanAsync(IPage page, string naam, string wachtwoord)
    {
        await VulInAsync(page, naam, wachtwoord);
        await page.ArrivesAtAsync(shared.Address + "/");
    }

    async Task VulInAsync(IPage page, string naam, string wachtwoord)
    {
        await page.GotoAsync(shared.Address + "/aanmelden");
        if (await page.Locator("details:not([open]) #naam").CountAsync() > 0)
            await page.Locator("details:has(#naam) > summary").ClickAsync();
        await page.Locator("#naam").FillAsync(naam);
        await page.Locator("#wachtwoord").FillAsync(wachtwoord);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden", Exact = true }).ClickAsync();
    }

    static async Task KiesAsync(IPage page, string nieuw, string nogmaals)
    {
        await page.GetByLabel("Nieuw wachtwoord").FillAsync(nieuw);
        await page.GetByLabel("Nog een keer hetzelfde").FillAsync(nogmaals);
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg het wachtwoord vast" }).ClickAsync();
    }
}
