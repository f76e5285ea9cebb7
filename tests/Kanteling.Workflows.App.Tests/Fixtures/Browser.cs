using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>
/// Debian's Chromium, driven by Playwright; the tests of a run share one, each in a window of its own.
/// No name but this machine's resolves, so a page that asks for something outside the house fails in the test.
/// The browser ends with the test host, because its driver listens on the host's pipe.
/// </summary>
public static class Browser
{
    public const string Program = "/usr/bin/chromium";

    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    ];

    static readonly Lazy<Task<IBrowser>> Shared = new(() => LaunchAsync(Program));

    /// <summary>A fresh window: no cookies, Dutch, Amsterdam time. Dispose it with <c>await using</c>.</summary>
    /// <param name="width">In CSS pixels; 360 is a phone.</param>
    /// <param name="adjust">What this test wants otherwise, for instance no JavaScript or a dark screen.</param>
    public static async Task<IBrowserContext> OpenAsync(int width = 1280, Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions
        {
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new() { Width = width, Height = 900 }
        };
        adjust?.Invoke(options);
        var window = await (await Shared.Value).NewContextAsync(options);
        window.SetDefaultTimeout(10_000);
        return window;
    }

    /// <summary>
    /// Waits until the page is there. Asked again and again: Playwright's own waits, for an address and for a page that is loaded,
    /// miss what happens between their look and their first moment of listening.
    /// </summary>
    /// <param name="address">Whole, or with ** for anything.</param>
    public static async Task ArrivesAtAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(address).Replace("\\*\\*", ".*") + "$"), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("body")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>Nothing that axe finds, and nothing to scroll sideways for.</summary>
    /// <param name="javaScript">Whether the page runs scripts; axe waits for ever where it does not.</param>
    public static async Task ShouldBeSoundAsync(this IPage page, bool javaScript = true)
    {
        if (javaScript)
            (await page.RunAxe()).Violations.Select(v => $"{page.Url}: {v.Id} {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}").ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
    }

    /// <exception cref="InvalidOperationException">Chromium is not installed; the message says how.</exception>
    internal static async Task<IBrowser> LaunchAsync(string program)
    {
        if (!File.Exists(program))
            throw new InvalidOperationException("This test needs a browser: apt-get install chromium");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
    }
}
