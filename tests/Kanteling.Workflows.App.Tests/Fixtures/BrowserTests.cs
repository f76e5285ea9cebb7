namespace Kanteling.Workflows.App.Tests.Fixtures;

public sealed class BrowserTests
{
    [Fact]
    public async Task A_page_is_shown_and_photographed()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("data:text/html,<title>Kanteling</title><h1>Mijn werk</h1>");

        (await page.TitleAsync()).ShouldBe("Kanteling");
        (await page.ScreenshotAsync())[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Fact]
    public async Task Nothing_outside_the_house_is_reached()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        string? failure = null;
        page.RequestFailed += (_, request) => failure = request.Failure;
        await page.SetContentAsync("<img src='https://example.org/pixel.png'>");
        failure.ShouldBe("net::ERR_NAME_NOT_RESOLVED");
    }

    [Fact]
    public async Task Without_Chromium_the_test_says_what_to_install() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => Browser.LaunchAsync("/nowhere/chromium")))
            .Message.ShouldContain("apt-get install chromium");
}
