using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Elsa;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>The program below a path of an address that it shares with others.</summary>
public sealed partial class PathTests : IAsyncLifetime
{
    const string Below = "/zorg/kanteling";

    readonly TempFolder folder = new();
    PlacedServer server = null!;

    public async Task InitializeAsync()
    {
        HouseTemplates.CopySqlite(folder.File("k.db"));
        server = await PlacedServer.StartAsync(folder.File("k.db"), ("Kanteling__Proxy__Pad", Below + "/"));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("bram")]
    [InlineData("esra")]
    public async Task Every_link_form_and_file_of_every_page_that_somebody_comes_to_is_below_it(string name)
    {
        using var client = await SignInAsync(name);
        var (todo, seen) = (new Queue<string>([Below + "/"]), new HashSet<string> { Below + "/" });
        while (todo.TryDequeue(out var path))
        {
            using var answer = await client.GetAsync(path);
            ((int)answer.StatusCode).ShouldBeLessThan(400, path);
            if (answer.Headers.Location is { } location)
                location.ToString().ShouldStartWith(Below);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await answer.Content.ReadAsStringAsync();
            foreach (var address in Addresses().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[2].Value)).Where(a => a.StartsWith('/')))
                address.ShouldStartWith(Below + "/", Case.Sensitive, path);
            foreach (var to in Addresses().Matches(page).Where(m => m.Groups[1].Value is "href" or "src").Select(m => WebUtility.HtmlDecode(m.Groups[2].Value).Split('#')[0]).Where(a => a.StartsWith(Below)))
            {
                if (seen.Count < 150 && seen.Add(to))
                    todo.Enqueue(to);
            }
        }
        seen.Count.ShouldBeGreaterThan(10);
        seen.ShouldContain(Below + "/css/site.css");
    }

    [Fact]
    public async Task Who_has_to_sign_in_is_led_back_to_where_he_wanted_to_be_with_a_cookie_of_this_host()
    {
        using var client = server.Bare();
        var sent = await client.GetAsync(Below + "/werkstromen?x=1");
        sent.Headers.Location!.PathAndQuery.ShouldBe($"{Below}/aanmelden?terug={Uri.EscapeDataString(Below + "/werkstromen?x=1")}");
        var page = await client.GetAsync(sent.Headers.Location.PathAndQuery);
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("__Host-") && c.Contains("path=/;", StringComparison.OrdinalIgnoreCase));
        var text = await page.Content.ReadAsStringAsync();
        var back = Regex.Matches(text, "name=\"terug\" value=\"([^\"]*)\"").Select(m => m.Groups[1].Value).First(v => v.Contains("werkstromen?", StringComparison.Ordinal));
        var signedIn = await client.PostAsync(Below + "/aanmelden", page.CookieOf(), ("naam", "anna"), ("wachtwoord", "kanteling"), ("terug", WebUtility.HtmlDecode(back)), ("__RequestVerificationToken", Forms.Proof(text)));
        signedIn.Headers.Location!.ToString().ShouldBe(Below + "/werkstromen?x=1");
        signedIn.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("__Host-") && c.Contains("path=/;", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_API_says_where_it_is_and_where_what_was_made_is()
    {
        using var client = await SignInAsync("anna");
        JsonNode.Parse(await client.GetStringAsync(Below + "/openapi.json"))!["servers"]![0]!["url"]!.ToString().TrimEnd('/').ShouldBe(server.Address.ToString().TrimEnd('/') + Below);
        var made = await client.SendAsync(Below + "/api/v1/meldingen", Calls.Melding());
        made.Headers.Location!.ToString().ShouldStartWith(Below + "/api/v1/huishoudens/");
        (await client.GetAsync(made.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proxy_that_takes_the_path_off_is_answered_as_one_that_leaves_it()
    {
        using var client = server.Bare();
        (await client.GetAsync("/werkstromen?x=1")).Headers.Location!.PathAndQuery.ShouldBe($"{Below}/aanmelden?terug={Uri.EscapeDataString(Below + "/werkstromen?x=1")}");
        (await client.GetStringAsync("/aanmelden")).ShouldContain($"href=\"{Below}/css/site.css\"");
    }

    [Fact]
    public async Task A_known_proxy_may_say_the_path_and_nobody_else()
    {
        HouseTemplates.CopySqlite(folder.File("v.db"));
        foreach (var (known, path) in ((string, string)[])[("127.0.0.1", "/anders"), ("10.0.0.9", "")])
        {
            await using var prefixed = await PlacedServer.StartAsync(folder.File("v.db"), ("Kanteling__Proxy__Voorvoegsel", "true"), ("Kanteling__Proxy__Adressen", known));
            using var client = prefixed.Bare();
            foreach (var (said, expected) in ((string, string)[])[("/anders", path), ("/anders/", path), ("//elders.example", ""), ("/a\"b", "")])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/aanmelden");
                request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", said);
                (await (await client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain($"href=\"{expected}/css/site.css\"", customMessage: $"{known} {said}");
            }
        }
    }

    [Fact]
    public async Task Studio_draws_below_it()
    {
        await using var window = await Browser.OpenAsync(1440);
        var bram = await StudioWindow.AsAsync(window, server.Address.ToString().TrimEnd('/') + Below, "Bram");
        await bram.OpenAsync("toegang");
        await bram.MoveAStepAsync();
        await bram.ShouldBeSoundAsync();
    }

    async Task<HttpClient> SignInAsync(string name)
    {
        var client = new CookieJar().At(server.Address);
        (await client.SendAsync(Below + "/api/v1/aanmelden", new JsonObject { ["naam"] = name, ["wachtwoord"] = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    [GeneratedRegex("""\s(href|src|action|formaction|data-[a-z-]+)="([^"]*)""")]
    private static partial Regex Addresses();
}
