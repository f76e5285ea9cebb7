using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>Searching on a page: the browser's own ways (Back, reload, links) work, and no address has what was typed.</summary>
public sealed class ZoekPageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    readonly HttpClient anna = shared.Anna;
    readonly string name = "Zoekman" + string.Concat(Guid.NewGuid().ToString("n").Where(char.IsAsciiLetter).Take(10));

    [Theory]
    [InlineData(true, "/zoeken")]
    [InlineData(false, "/zoeken")]
    [InlineData(true, "/signalen/nieuw")]
    [InlineData(false, "/huishoudens/{0}/samenvoegen")]
    public async Task Back_shows_who_was_found_and_no_address_has_what_was_typed(bool javaScript, string path)
    {
        var other = await anna.MeldAsync();
        var household = await anna.MeldAsync($"Meneer {name}");
        await using var window = await Browser.OpenAsync(adjust: o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(shared.Address + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, other));
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = $"Meneer {name}" });
        await link.ClickAsync();
        await page.ArrivesAtAsync($"**{household}**");
        await page.GoBackAsync();
        (await link.CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Searchbox).InputValueAsync()).ShouldBe(name.ToLowerInvariant());
        await page.ReloadAsync();
        (await link.CountAsync()).ShouldBe(1);
        asked.ShouldAllBe(url => !url.Contains("zoekman", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task From_a_household_there_is_a_way_back_to_the_page_of_results_that_it_was_chosen_from()
    {
        var household = await anna.MeldAsync($"Meneer {name}");
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Meneer {name}" }).ClickAsync();
        await page.ArrivesAtAsync($"**{household}**");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Terug naar de zoekresultaten" }).ClickAsync();
        await page.ArrivesAtAsync("**/zoeken?vraag=**");
        (await page.GetByRole(AriaRole.Link, new() { Name = $"Meneer {name}" }).CountAsync()).ShouldBe(1);
        await page.GotoAsync($"{shared.Address}/huishoudens/{household}?vraag=onzin");
        (await page.GetByRole(AriaRole.Link, new() { Name = "Terug naar de zoekresultaten" }).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_question_of_somebody_else_or_of_yesterday_or_that_is_broken_asks_to_search_again()
    {
        var household = await anna.MeldAsync($"Meneer {name}");
        var address = await anna.SoughtAtAsync(name);
        (await anna.PageAsync(address)).ShouldContain(household);
        (await (await shared.House.AsAsync("chantal")).PageAsync(address)).ShouldSatisfyAllConditions(p => p.ShouldContain("Deze zoekvraag is verlopen. Zoek opnieuw."), p => p.ShouldNotContain(household), p => p.ShouldNotContain(name));
        var seal = shared.House.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("kanteling.zoekvraag", "demo-anna").ToTimeLimitedDataProtector();
        (await anna.PageAsync("/zoeken?vraag=" + seal.Protect(name, DateTimeOffset.UtcNow.AddMinutes(1)))).ShouldContain(household, customMessage: "the seal of this test is that of the program");
        var other = await anna.MeldAsync();
        foreach (var broken in (string[])["onzin", "CfDJ8", "%ff", address[^20..], seal.Protect(name, DateTimeOffset.UtcNow.AddMinutes(-1))])
        {
            foreach (var path in (string[])["/zoeken", "/signalen/nieuw", $"/huishoudens/{other}/samenvoegen"])
                (await anna.PageAsync($"{path}?vraag={broken}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Deze zoekvraag is verlopen. Zoek opnieuw."), p => p.ShouldNotContain(household));
        }
        (await anna.PageAsync("/signalen/nieuw?onbekend=1&vraag=onzin")).ShouldContain("Naam van de signaalgever");
    }

    [Theory]
    [InlineData("")]
    [InlineData("𝔍𝔞𝔫𝔰𝔢𝔫 of een vraag die veel langer is dan iemand ooit typt, met achteraan een letter uit twee helften: 𝔍𝔞𝔫𝔰𝔢𝔫 Jansen Jansen")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789𝔍")]
    [InlineData("012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678𝔍")]
    public async Task Whatever_is_typed_can_be_sealed(string typed) => (await anna.SearchAsync(typed)).ShouldContain("<h1>Zoeken</h1>");

    [Fact]
    public async Task Who_finds_nobody_reads_what_helps()
    {
        var page = await anna.SearchAsync($"{name} bestaat niet");
        page.ShouldContain("We vonden niemand");
        page.ShouldContain("Zoek eens met minder woorden, met alleen de achternaam of met de geboortedatum.");
    }
}
