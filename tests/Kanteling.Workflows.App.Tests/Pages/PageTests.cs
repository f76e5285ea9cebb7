using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>The pages in a real browser, as people use them.</summary>
public sealed class PageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    readonly string address = shared.Address, family = Calls.Family();

    async Task MeldAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).GetByRole(AriaRole.Link, new() { Name = "Nieuwe melding" }).ClickAsync();
        await page.GetByLabel("Naam van het huishouden").FillAsync(family);
        await page.Locator("#lid0-geslachtsnaam").FillAsync("El Amrani");
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("Ik kom de deur niet meer uit.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 360)]
    public async Task From_a_melding_to_the_next_task_and_the_household(bool javaScript, int width)
    {
        await using var window = await Browser.OpenAsync(width, o => o.JavaScriptEnabled = javaScript);
        var page = await shared.AsAsync(window, "Anna");
        await MeldAsync(page);

        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Eerste beoordeling");
        await page.Locator("input[value=Onderzoek]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**na=**");
        (await page.Locator(".alert--success h2").InnerTextAsync()).ShouldBe("Klaar: Eerste beoordeling");

        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        (await page.Locator(".error-summary li").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator(".field__error").CountAsync()).ShouldBeGreaterThan(0);

        await page.GetByRole(AriaRole.Link, new() { Name = family }).First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe(family);
        (await page.Locator(".timeline__item").CountAsync()).ShouldBeGreaterThan(1);

        // A second question of the same person, from the household.
        var known = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe melding voor dit huishouden" }).ClickAsync();
        (await page.GetByRole(AriaRole.Radio, new() { Name = "El Amrani" }).IsCheckedAsync()).ShouldBeTrue();
        await page.GetByLabel("Wat is er aan de hand?").FillAsync("Nu wil ook de traplift niet meer.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**");
        await page.GotoAsync(known);
        (await page.GetByText("Nu wil ook de traplift niet meer.").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task No_page_has_an_accessibility_violation_or_scrolls_sideways(int width)
    {
        await using var window = await Browser.OpenAsync(width);
        var page = await window.NewPageAsync();
        await page.GotoAsync(address + "/aanmelden");
        await page.ShouldBeSoundAsync();
        await page.CloseAsync();

        page = await shared.AsAsync(window, "Anna");
        await page.ShouldBeSoundAsync();
        await page.GotoAsync(address + "/meldingen/nieuw");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg de melding vast" }).ClickAsync();
        await page.ShouldBeSoundAsync();
        await MeldAsync(page);
        await page.ShouldBeSoundAsync();
        await page.Locator("input[value=Spoed]").CheckAsync();
        await page.GetByLabel("Waarom kan het niet wachten?").WaitForAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = family }).First.ClickAsync();
        await page.ShouldBeSoundAsync();
        foreach (var path in (string[])["/", "/?van=team", "/zoeken", "/klok", "/bestaat-niet"])
        {
            await page.GotoAsync(address + path);
            await page.ShouldBeSoundAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Word Bram" }).ClickAsync();
        await page.GotoAsync(address + "/incidenten");
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_task_is_done_with_the_keyboard_alone()
    {
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await MeldAsync(page);
        var task = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(address + "/");

        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Ga naar de inhoud");
        await page.Keyboard.PressAsync("Enter");
        // Other tests left theirs open.
        await TabToAsync(page, "Eerste beoordeling", task);
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**" + task);
        // The questions come back while the person is on the way to the button.
        await using var answer = await HeldAnswer.OnAsync(page);
        await page.Locator("input[name=uitkomst]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await answer.Asked;
        await TabToAsync(page, "Rond de taak af");
        await answer.LetGoAsync();
        (await FocusedAsync(page)).ShouldBe("Rond de taak af");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/taken/**na=**");
        (await page.Locator(".alert--success h2").InnerTextAsync()).ShouldBe("Klaar: Eerste beoordeling");
    }

    [Fact]
    public async Task Half_filled_answers_are_there_again_later()
    {
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await MeldAsync(page);
        var task = page.Url.Split('?')[0];
        await page.GetByLabel("Wat valt u op?").FillAsync("De trap is steil.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan en later verder" }).ClickAsync();
        await page.ArrivesAtAsync("**klaar=**");
        (await page.Locator(".alert--success").InnerTextAsync()).ShouldContain("bewaard");
        await page.GotoAsync(task);
        (await page.GetByLabel("Wat valt u op?").InputValueAsync()).ShouldBe("De trap is steil.");
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first()
    {
        await using var window = await Browser.OpenAsync();
        var page = await shared.AsAsync(window, "Anna");
        await MeldAsync(page);
        await using var other = await Browser.OpenAsync();
        var second = await shared.AsAsync(other, "Chantal");
        await second.GotoAsync(page.Url.Split('?')[0]);

        foreach (var each in (IPage[])[page, second])
        {
            await each.Locator("input[value=Onderzoek]").CheckAsync();
            await each.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
            await each.Locator(".alert").First.WaitForAsync();
        }
        (await second.Locator(".alert--danger").InnerTextAsync()).ShouldContain("Anna de Wit heeft deze taak al afgerond");
    }

    [Fact]
    public async Task The_clock_of_the_demonstration_tells_what_happened()
    {
        // The clock is of the whole house.
        await using var own = PageCalls.Open();
        await using var window = await Browser.OpenAsync();
        var page = await window.AsAsync(own.Address(), "Anna");
        await MeldAsync(page);
        for (var week = 0; week < 7; week++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Week verder" }).ClickAsync();
            await page.ArrivesAtAsync("**/klok");
        }
        (await page.Locator(".timeline").InnerTextAsync()).ShouldContain("Zes weken voorbij");
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_not_taken()
    {
        var response = await shared.Anna.PostAsync("/klok", new FormUrlEncodedContent([new("vooruit", "P1D")]));
        ((int)response.StatusCode).ShouldBe(400);
    }

    static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText.trim()");

    /// <param name="path">Where the link with that text leads, when there are more.</param>
    static async Task TabToAsync(IPage page, string text, string? path = null)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(page) == text && (path is null || await page.EvaluateAsync<string>("document.activeElement.pathname") == path))
                return;
        }
        throw new Xunit.Sdk.XunitException($"The keyboard does not reach '{text}'.");
    }
}
