using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>The first time that a page asks its questions anew, the answer is held until the test lets it go.</summary>
sealed class HeldAnswer : IAsyncDisposable
{
    readonly IPage page;
    readonly TaskCompletionSource<IRoute> held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    HeldAnswer(IPage page) => this.page = page;

    /// <summary>Ends when the page has asked; then the answer is waiting.</summary>
    public Task Asked => held.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public static async Task<HeldAnswer> OnAsync(IPage page)
    {
        var answer = new HeldAnswer(page);
        await page.RouteAsync("**/taken/**", answer.HoldAsync);
        return answer;
    }

    /// <summary>Gives the page its answer, and waits until the form has become what was answered.</summary>
    public async Task LetGoAsync()
    {
        await held.Task.Result.ContinueAsync();
        await page.Locator("#formulier:not([aria-busy])").WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });

    async Task HoldAsync(IRoute route)
    {
        if (route.Request.PostData?.Contains("actie=bijwerken", StringComparison.Ordinal) != true || !held.TrySetResult(route))
            await route.ContinueAsync();
    }
}
