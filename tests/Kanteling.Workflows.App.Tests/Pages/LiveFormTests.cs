using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>A form whose questions follow the answers, while the answers of the server come late.</summary>
public sealed class LiveFormTests(SharedPages shared) : IClassFixture<SharedPages>, IAsyncLifetime
{
    IBrowserContext window = null!;
    IPage page = null!;

    public async Task InitializeAsync()
    {
        var task = (await shared.Anna.TaskAsync(await shared.Anna.MeldAsync(), "eerste-beoordeling"))["id"]!.ToString();
        window = await Browser.OpenAsync();
        page = await shared.AsAsync(window, "Anna");
        await page.GotoAsync($"{shared.Address}/taken/{task}");
    }

    public async Task DisposeAsync() => await window.DisposeAsync();

    [Fact]
    public async Task What_is_typed_while_the_questions_are_asked_anew_stays_with_focus_and_caret()
    {
        await using var answer = await HeldAnswer.OnAsync(page);
        await Outcome("Spoed").CheckAsync();
        await answer.Asked;
        await page.Locator("#v-toelichting").FillAsync("De trap  steil.");
        await page.EvaluateAsync("document.querySelector('#v-toelichting').setSelectionRange(8, 8)");

        await answer.LetGoAsync();
        await page.Keyboard.TypeAsync("is");

        (await page.Locator("#v-toelichting").InputValueAsync()).ShouldBe("De trap is steil.");
        (await page.Locator("#v-spoedReden").IsVisibleAsync()).ShouldBeTrue();
        (await Outcome("Spoed").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_answers_in_the_wrong_order_the_newest_wins()
    {
        var overtaken = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.RequestFailed += (_, request) => overtaken.TrySetResult(request.Failure);
        await using var answer = await HeldAnswer.OnAsync(page);
        await Outcome("Spoed").CheckAsync();
        await answer.Asked;

        await Outcome("Elders").CheckAsync();
        await page.Locator("#v-elders").FillAsync("Het Juridisch Loket");

        (await overtaken.Task.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("net::ERR_ABORTED");
        await answer.LetGoAsync();
        (await page.Locator("#v-spoedReden").CountAsync()).ShouldBe(0);
        (await page.Locator("#v-elders").InputValueAsync()).ShouldBe("Het Juridisch Loket");
        (await Outcome("Elders").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_that_no_longer_applies_goes_and_the_others_keep_their_answers()
    {
        await page.Locator("#v-toelichting").FillAsync("De trap is steil.");
        await Outcome("Spoed").CheckAsync();
        await page.Locator("#v-spoedReden").FillAsync("Vandaag gevallen.");
        await Outcome("Vraag beantwoord").CheckAsync();
        await page.Locator("#v-antwoord").FillAsync("De bibliotheek helpt.");

        (await page.Locator("#v-spoedReden").CountAsync()).ShouldBe(0);
        (await page.Locator("#v-toelichting").InputValueAsync()).ShouldBe("De trap is steil.");
    }

    [Fact]
    public async Task A_form_that_was_sent_waits_for_no_questions()
    {
        await using var answer = await HeldAnswer.OnAsync(page);
        await Outcome("Onderzoek").CheckAsync();
        await answer.Asked;
        await page.GetByRole(AriaRole.Button, new() { Name = "Rond de taak af" }).ClickAsync();
        await page.ArrivesAtAsync("**/taken/**na=**");
        (await page.Locator(".alert--success h2").InnerTextAsync()).ShouldBe("Klaar: Eerste beoordeling");
    }

    ILocator Outcome(string name) => page.Locator($"input[name=uitkomst][value='{name}']");
}
