using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>A signal, two households that go on as one, and one that becomes two, in a real browser, with and without a script.</summary>
public sealed class KoppelPageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    readonly string address = shared.Address;

    async Task<string> StelAsync()
    {
        var body = Calls.Melding("Wil Postma");
        body["huishouden"]!["leden"]!.AsArray().Add(new JsonObject { ["naam"] = "Henk Postma", ["geboortedatum"] = "2015" });
        return (await (await anna.SendAsync("/api/v1/meldingen", body)).ReadAsync(201))["huishouden"]!.ToString();
    }

    [Theory]
    [InlineData(true, 1280, "Maas")]
    [InlineData(false, 360, "Linden")]
    public async Task A_signal_is_searched_for_first_and_comes_to_the_household_that_is_known(bool javaScript, int width, string name)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GetByRole(AriaRole.Link, new() { Name = "Signaal doorgeven" }).ClickAsync();
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByLabel("Naam").FillAsync($"R. {name}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("We vonden niemand");
        await page.GetByRole(AriaRole.Link, new() { Name = "Het staat er niet bij" }).ClickAsync();
        (await page.GetByLabel("Naam", new() { Exact = true }).InputValueAsync()).ShouldBe($"R. {name}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg het signaal vast" }).ClickAsync();
        (await page.Locator(".error-summary li").CountAsync()).ShouldBe(2);
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByLabel("Wat is er gezien of gehoord?").FillAsync("De gordijnen zijn al weken dicht.");
        await page.GetByLabel("Naam van de signaalgever").FillAsync("Piet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg het signaal vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Signaal beoordelen");

        // A second worry about the same man.
        await page.GotoAsync(address + "/signalen/nieuw");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"R. {name}" }).ClickAsync();
        await page.GetByLabel("Wat is er gezien of gehoord?").FillAsync("Hij haalt zijn kind niet meer op.");
        await page.GetByLabel("Naam van de signaalgever").FillAsync("De juf");
        await page.GetByLabel("Nee").CheckAsync();
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg het signaal vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        await page.GetByRole(AriaRole.Link, new() { Name = $"R. {name}" }).First.ClickAsync();
        var timeline = await page.Locator(".timeline").InnerTextAsync();
        timeline.ShouldContain("De gordijnen zijn al weken dicht.");
        timeline.ShouldContain("Wil geen antwoord.");
    }

    [Theory]
    [InlineData(true, 1280, "Boer")]
    [InlineData(false, 360, "Smit")]
    public async Task Two_households_go_on_as_one_after_somebody_saw_what_happens(bool javaScript, int width, string name)
    {
        var (hier, weg) = (await anna.MeldAsync("Familie Bos"), await anna.MeldAsync($"Meneer de {name}"));
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{hier}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Samenvoegen met een ander huishouden" }).ClickAsync();
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByLabel("Naam").FillAsync(name.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Meneer de {name}" }).ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Een nieuwe melding komt voortaan bij Familie Bos.");
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Voeg samen" }).ClickAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("hebt gezien wat er gebeurt");
        await page.GetByLabel("Ja, ik heb gezien wat er gebeurt").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Voeg samen" }).ClickAsync();
        await page.ShouldBeSoundAsync(javaScript);
        (await page.Locator("#reden-fout").CountAsync()).ShouldBe(1);
        await page.GetByLabel("Waarom voegt u ze samen?").FillAsync("Ze trouwen.");
        await page.GetByLabel("Ja, ik heb gezien wat er gebeurt").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Voeg samen" }).ClickAsync();
        await page.ArrivesAtAsync("**begonnen=**");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Naar Meneer de {name}" }).ClickAsync();
        await page.ArrivesAtAsync($"**/huishoudens/{weg}");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("we gaan verder in een ander huishouden");
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task A_household_becomes_two_after_somebody_saw_what_happens(bool javaScript, int width)
    {
        var id = await StelAsync();
        await (await anna.SendAsync($"/api/v1/huishoudens/{id}/mogelijk/vertegenwoordiger", new JsonObject { ["persoon"] = "p2" })).ReadAsync(201);
        await (await anna.CompleteAsync(id, "vertegenwoordiger", null, new JsonObject
        {
            ["persoon"] = "p2", ["soort"] = "mentor", ["naam"] = "mr. De Haan", ["reikwijdte"] = "Zorg", ["vanaf"] = "2099-01-01", ["tot"] = "2099-12-31", ["bewijs"] = "Rechtbank",
        })).ReadAsync(200);
        (await anna.GetStringAsync($"/huishoudens/{id}")).ShouldContain("mr. De Haan (mentor), nog niet: vanaf 1 januari 2099 tot en met 31 december 2099");
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{address}/huishoudens/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Dit huishouden splitsen" }).ClickAsync();
        await page.GetByLabel("Wil Postma").CheckAsync();
        await page.GetByLabel("Henk Postma").CheckAsync();
        await page.GetByLabel("Hoe heet het nieuwe huishouden?").FillAsync("Henk Postma");
        await page.GetByLabel("Waarom splitst u het?").FillAsync("Ze gaan uit elkaar.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat er gebeurt" }).ClickAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("Er moet iemand achterblijven");
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByLabel("Wil Postma").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat er gebeurt" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nieuw: Henk Postma" }).WaitForAsync();
        (await (await anna.GetAsync($"/api/v1/huishoudens/{id}")).ReadAsync(200))["koppelingen"]!.AsArray().ShouldBeEmpty("looking does nothing");
        var gevolg = await page.Locator("[aria-labelledby=gevolg]").InnerTextAsync();
        gevolg.ShouldContain("De vertegenwoordiger van Henk Postma gaat mee: mr. De Haan (mentor).");
        gevolg.ShouldContain("Dit kunt u niet ongedaan maken.");
        gevolg.ShouldContain("Er gaat geen volwassene mee");
        await page.ShouldBeSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Splits het huishouden" }).ClickAsync();
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("hebt gezien wat er gebeurt");
        await page.GetByLabel("Ja, ik heb gezien wat er gebeurt").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Splits het huishouden" }).ClickAsync();
        await page.ArrivesAtAsync("**begonnen=**");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Henk Postma");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Naar Wil Postma (daar woont Wil Postma;");
        (await page.Locator(".person").First.InnerTextAsync()).ShouldContain("mr. De Haan (mentor)");
    }

    [Fact]
    public async Task Who_may_not_do_it_does_not_see_the_way_and_is_refused()
    {
        var id = await StelAsync();
        var dirk = await house.AsAsync("dirk");
        foreach (var path in (string[])["/signalen/nieuw", $"/huishoudens/{id}/samenvoegen", $"/huishoudens/{id}/splitsen"])
            ((int)(await dirk.GetAsync(path)).StatusCode).ShouldBe(403, path);
        var zuid = await house.AsNewAsync("consulent", "wijkteam-zuid", "zuid");
        var ander = await zuid.MeldAsync("Meneer Visser");
        await (await zuid.CompleteAsync(ander, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await zuid.CompleteAsync(ander, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "zuid", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        (await anna.SearchAsync("visser", $"/huishoudens/{id}/samenvoegen", $"/huishoudens/{id}/samenvoegen/zoeken")).ShouldNotContain(ander);
        ((int)(await anna.GetAsync($"/huishoudens/{id}/samenvoegen?met={ander}")).StatusCode).ShouldBe(403);
    }
}
