using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>
/// Elsa Studio in a browser, as somebody works in it: drops, connects, fills in. It watches what goes over the line all the
/// while; <see cref="ShouldBeSoundAsync"/> says that nothing failed, nothing left the machine, and Studio still stands.
/// </summary>
sealed class StudioWindow
{
    readonly List<string> troubles = [];
    readonly string address;

    StudioWindow(IPage page, string address)
    {
        (Page, this.address) = (page, address);
        page.Request += (_, request) => Note(IsOurs(request.Url) ? null : $"left the machine: {request.Url}");
        page.Response += (_, response) => Note(response.Status < 400 || Expected(response) ? null : $"{response.Status} {response.Request.Method} {response.Url}");
        // What somebody no longer waits for, because he went elsewhere, did not fail.
        page.RequestFailed += (_, request) => Note(request.Failure is null or "net::ERR_ABORTED" ? null : $"{request.Failure} {request.Url}");
        page.PageError += (_, error) => Note(error);
    }

    public IPage Page { get; }

    public IFrameLocator Canvas => Page.FrameLocator("iframe.canvas");

    /// <summary>Answers that this test provokes, besides those that offer a drawing.</summary>
    public Func<IResponse, bool> Expected { get; set; } = response => response.Status == 400 && IsSave(response);

    /// <summary>Somebody of the demonstration, signed in.</summary>
    public static async Task<StudioWindow> AsAsync(IBrowserContext window, string address, string name)
    {
        // The whole suite shares two processors, and Studio is several megabytes of .NET.
        window.SetDefaultTimeout(90_000);
        var studio = new StudioWindow(await window.NewPageAsync(), address);
        await studio.SignInAsync(name);
        return studio;
    }

    public async Task SignInAsync(string name)
    {
        await GoAsync("/aanmelden");
        await Page.GetByRole(AriaRole.Button, new() { Name = name == "Esra" ? "Esra" : $"Verder als {name}" }).First.ClickAsync();
        await Page.ArrivesAtAsync(address + "/");
    }

    public Task GoAsync(string path) => Page.GotoAsync(address + path);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public async Task OpenAsync(string drawing)
    {
        await GoAsync("/studio/tekening/" + drawing);
        await ReadyAsync();
    }

    /// <summary>Waits until the canvas can be worked on.</summary>
    public async Task ReadyAsync()
    {
        await Canvas.Locator(".x6-graph").First.WaitForAsync();
        await Canvas.Locator("#wacht").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Drags a step out of the list onto the canvas.</summary>
    public async Task DropAsync(string group, string step, int x, int y)
    {
        await Canvas.Locator("input[placeholder=Zoek]").FillAsync(step);
        var panel = Canvas.Locator(".mud-expand-panel", new() { Has = Canvas.GetByText(group, new() { Exact = true }) });
        var item = panel.Locator("[draggable=true]", new() { Has = Canvas.GetByText(step, new() { Exact = true }) }).First;
        if (!await item.IsVisibleAsync())
            await panel.Locator(".mud-expand-panel-header").ClickAsync();
        await item.WaitForAsync();
        var before = await Canvas.Locator(".x6-node").CountAsync();
        // Studio hears of a drag a moment after the browser does; on a busy machine the first may come to nothing.
        for (var again = 0; ; again++)
        {
            var (from, graph) = (await BoxAsync(item), await BoxAsync(Canvas.Locator(".x6-graph").First));
            await Page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(from.X + from.Width / 2 + 12, from.Y + from.Height / 2 + 4, new() { Steps = 3 });
            await Page.Mouse.MoveAsync(graph.X + x, graph.Y + y, new() { Steps = 12 });
            await Page.Mouse.UpAsync();
            try
            {
                await Canvas.Locator(".x6-node").Nth(before).WaitForAsync(new() { Timeout = 20_000 });
                return;
            }
            catch (TimeoutException) when (again < 3)
            {
            }
        }
    }

    /// <summary>The drawn step of this type.</summary>
    public ILocator Step(string type) => Canvas.Locator(".x6-node", new() { Has = Canvas.Locator($"elsa-activity-wrapper[activity-json*='\"type\":\"{type}\"']") }).First;

    /// <summary>Draws a line from a port to a step.</summary>
    public async Task ConnectAsync(string from, string port, string to)
    {
        var edges = await Canvas.Locator(".x6-edge").CountAsync();
        var (a, b) = (await BoxAsync(Step(from).Locator($"[port=\"{port}\"] circle").First), await BoxAsync(Step(to).Locator("[port=\"In\"] circle").First));
        await SavedAsync(async () =>
        {
            await Page.Mouse.MoveAsync(a.X + a.Width / 2, a.Y + a.Height / 2);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(a.X + a.Width / 2 + 30, a.Y + 5, new() { Steps = 4 });
            await Page.Mouse.MoveAsync(b.X + b.Width / 2, b.Y + b.Height / 2, new() { Steps = 8 });
            await Page.Mouse.UpAsync();
        });
        (await Canvas.Locator(".x6-edge").CountAsync()).ShouldBe(edges + 1);
    }

    /// <summary>Chooses a step and fills in one of its inputs.</summary>
    public async Task FillAsync(string step, string input, string value)
    {
        await Step(step).Locator(".activity-icon").ClickAsync();
        var field = Canvas.Locator(".mud-input-control", new() { Has = Canvas.Locator("label", new() { HasText = input }) }).Locator("input, textarea").First;
        await SavedAsync(
            async () =>
            {
                await field.FillAsync(value);
                await field.PressAsync("Tab");
            },
            holding: value);
    }

    /// <summary>Moves the first step that can be seen, and waits until that is kept.</summary>
    public Task MoveAStepAsync() => SavedAsync(DragAStepAsync);

    /// <summary>Moves the first step that can be seen.</summary>
    public async Task DragAStepAsync()
    {
        var graph = await BoxAsync(Canvas.Locator(".x6-graph").First);
        foreach (var icon in await Canvas.Locator(".x6-node .activity-icon").AllAsync())
        {
            if (await icon.BoundingBoxAsync() is not { } box || !IsInside(box, graph))
                continue;
            await Page.Mouse.MoveAsync(box.X + 8, box.Y + 8);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(box.X + 38, box.Y + 28, new() { Steps = 6 });
            await Page.Mouse.UpAsync();
            return;
        }
        throw new Xunit.Sdk.XunitException($"{Page.Url}: no step is in sight.");
    }

    /// <summary>Does something that Studio saves by itself, and waits until the server has it.</summary>
    /// <param name="holding">What stands in the saved drawing; a save from before does not count.</param>
    public async Task SavedAsync(Func<Task> act, string holding = "") =>
        (await Page.RunAndWaitForResponseAsync(act, response => IsSave(response) && response.Request.PostData?.Contains(holding, StringComparison.Ordinal) == true)).Status.ShouldBe(200);

    /// <summary>Studio's own button for publishing.</summary>
    public Task OfferAsync() => Canvas.Locator(".mud-icon-button.mud-primary-text:not(.mud-switch-base)").First.ClickAsync();

    /// <summary>Studio's Run. Waits for the viewer.</summary>
    public async Task<string> RunAsync()
    {
        await Canvas.Locator(".mud-icon-button.mud-success-text").First.ClickAsync();
        await Page.ArrivesAtAsync("**/studio/run/**");
        await ReadyAsync();
        return Page.Url[(Page.Url.LastIndexOf('/') + 1)..];
    }

    public async Task ShouldBeSoundAsync()
    {
        lock (troubles)
            troubles.ShouldBeEmpty();
        if (await Page.Locator("iframe.canvas").CountAsync() > 0)
            (await Canvas.Locator("#blazor-error-ui").IsVisibleAsync()).ShouldBeFalse("Studio stopped");
    }

    public static bool IsSave(IResponse response) => response.Request.Method == "POST" && response.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    static bool IsInside(LocatorBoundingBoxResult box, LocatorBoundingBoxResult around) =>
        box.X > around.X + 10 && box.Y > around.Y + 10 && box.X + box.Width < around.X + around.Width - 40 && box.Y + box.Height < around.Y + around.Height - 40;

    static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator locator) => await locator.BoundingBoxAsync() ?? throw new Xunit.Sdk.XunitException($"{locator} is not shown.");

    bool IsOurs(string url) => url.StartsWith(address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal) || url == "about:blank";

    void Note(string? trouble)
    {
        if (trouble is null)
            return;
        lock (troubles)
            troubles.Add(trouble);
    }
}
