using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Elsa;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// What another website makes the browser of somebody who is signed in send. Asked of every door that changes something, as the
/// running program has them: a door that is added is asked the same.
/// </summary>
public sealed class AndereWebsiteTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Elders = "https://elders.example";

    readonly House house = shared.House;

    sealed record Deur(string Method, string Path, IReadOnlyList<object> Metadata)
    {
        public override string ToString() => $"{Method} {Path}";

        public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);

        public bool IsElsa => Path.StartsWith("/elsa/", StringComparison.Ordinal);
    }

    /// <summary>Every door that changes something, with something for each part of its address.</summary>
    IReadOnlyList<Deur> Deuren()
    {
        var deuren = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => new Deur(m, "/" + Filled(e.RoutePattern.RawText!).TrimStart('/'), e.Metadata)))
            .Where(d => d.Method is not ("GET" or "HEAD" or "OPTIONS")).DistinctBy(d => d.ToString()).ToList();
        deuren.Count.ShouldBeGreaterThan(60, "the doors are not found");
        // Somebody who signs out comes to no other door.
        return [.. deuren.OrderBy(d => d.Path.Contains("melden", StringComparison.Ordinal))];
    }

    static string Filled(string pattern) => Regex.Replace(pattern, @"\{\*?\w+(:\w+)?\}", part => part.Value.Contains(":int") || part.Value.Contains(":long") ? "1" : "x");

    static HttpRequestMessage Asked(Deur deur, string? type = "application/json", string? key = "sleutel", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(deur.Method), deur.Path);
        if (type is not null)
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    static async Task<(int Status, string Text)> SendAsync(HttpClient by, HttpRequestMessage request)
    {
        using var answer = await by.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nothing_that_changes_something_is_done_for_another_website()
    {
        (string, string)[][] foreign =
        [
            [("Origin", Elders)], [("Origin", "null")], [("Origin", "http://localhost:1")], [("Origin", "https://localhost")], [("Origin", "http://localhost.elders.example")], [("Origin", "http://localhost, " + Elders)], [("Origin", "localhost")],
            [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Sec-Fetch-Site", "none")],
            [("Sec-Fetch-Site", "same-origin"), ("Origin", Elders)], [("Origin", "http://localhost"), ("Sec-Fetch-Site", "cross-site")],
        ];
        using var nobody = house.Anonymous();
        using var anna = await house.AsAsync("anna");
        foreach (var deur in Deuren())
        {
            // All of them at each door would be the same question again and again.
            foreach (var headers in deur.Path is "/api/v1/meldingen" or "/elsa/api/workflow-definitions" or "/aanmelden" or "/api/v1/aanmelden" ? foreign : [foreign[0], foreign[7]])
            {
                foreach (var by in (HttpClient[])[anna, nobody])
                {
                    var (status, text) = await SendAsync(by, Asked(deur, headers: headers));
                    status.ShouldBe(403, $"{deur} {string.Join(' ', headers)}");
                    text.ShouldContain("HERKOMST_VREEMD", customMessage: $"{deur}");
                }
            }
        }
    }

    [Fact]
    public async Task A_page_of_our_own_and_a_program_that_is_no_browser_get_in()
    {
        using var anna = await house.AsAsync("anna");
        foreach (var deur in Deuren())
        {
            foreach (var headers in ((string, string)[][])[[], [("Origin", "http://localhost"), ("Sec-Fetch-Site", "same-origin")], [("Origin", "HTTP://LOCALHOST:80")]])
                (await SendAsync(anna, Asked(deur, type: null, key: null, headers: headers))).Text.ShouldNotContain("HERKOMST_VREEMD", customMessage: $"{deur} {string.Join(' ', headers)}");
        }
    }

    [Fact]
    public async Task What_a_form_of_a_browser_can_send_is_JSON_to_no_program_door()
    {
        using var anna = await house.AsAsync("anna");
        foreach (var deur in Deuren().Where(d => d.IsApi || d.IsElsa))
        {
            if (deur.Path == "/api/v1/bestanden")
                continue;
            foreach (var type in (string[])["text/plain", "text/plain;a=json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=json", "", "json"])
                (await SendAsync(anna, Asked(deur, type))).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(415, $"{deur} {type}"), a => a.Text.ShouldContain("GEEN_JSON"));
        }
    }

    [Fact]
    public async Task Without_a_key_nothing_changes_at_the_API()
    {
        using var anna = await house.AsAsync("anna");
        var zonder = new List<string>();
        foreach (var deur in Deuren().Where(d => d.IsApi))
        {
            var (status, text) = await SendAsync(anna, Asked(deur, key: null));
            if (!text.Contains("IDEMPOTENCY_KEY_ONTBREEKT"))
                zonder.Add(deur.ToString());
            else
                status.ShouldBe(400, $"{deur}");
        }
        zonder.ShouldBe(["POST /api/v1/aanmelden", "POST /api/v1/afmelden"], ignoreOrder: true);
        var api = JsonNode.Parse(await anna.GetStringAsync("/openapi.json"))!["paths"]!.AsObject();
        foreach (var (path, verbs) in api)
        {
            foreach (var (verb, operation) in verbs!.AsObject().Where(v => v.Key is "post" or "put" or "delete"))
                (operation!["parameters"] as JsonArray ?? []).Any(p => p!["name"]!.ToString() == "Idempotency-Key" && p["required"]!.GetValue<bool>()).ShouldBe(!path.EndsWith("melden", StringComparison.Ordinal), $"{verb} {path}");
        }
    }

    [Fact]
    public async Task A_page_does_nothing_for_a_form_without_its_proof_or_its_key()
    {
        // Signing in and out, and a question, do nothing more when they are sent again.
        string[] zonderSleutel = ["/aanmelden", "/aanmelden/code", "/aanmelden/demo", "/afmelden", "/zoeken", "/huishoudens/x/samenvoegen/zoeken", "/signalen/zoeken", "/klok/opnieuw", "/wachtwoord", "/wachtwoord/wijzigen"];
        using var anna = await house.AsAsync("anna");
        var token = Regex.Match(await anna.GetStringAsync("/zoeken"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        foreach (var deur in Deuren().Where(d => !d.IsApi && !d.IsElsa))
        {
            // It would begin the demonstration anew.
            if (deur.Path == "/klok/opnieuw")
                continue;
            HttpRequestMessage Form(params KeyValuePair<string, string>[] fields) => new(HttpMethod.Post, deur.Path) { Content = new FormUrlEncodedContent(fields) };
            var without = await SendAsync(anna, Form(new KeyValuePair<string, string>("sleutel", Calls.Key())));
            without.Status.ShouldBe(deur.Path == "/huishoudens/x/bijlagen" ? 404 : 400, $"{deur} without proof");
            if (zonderSleutel.Contains(deur.Path) || deur.Path == "/huishoudens/x/bijlagen")
                continue;
            foreach (var sleutel in (string[])["", " ", new('s', 201)])
                (await SendAsync(anna, Form(new("__RequestVerificationToken", token), new("sleutel", sleutel)))).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(400, $"{deur} '{sleutel}'"), a => a.Text.ShouldContain("VERZOEK_ONLEESBAAR"));
        }
    }

    [Fact]
    public async Task A_cookie_is_of_this_host_alone_and_for_nothing_but_requests()
    {
        using var client = house.Anonymous();
        var page = await client.GetAsync("/aanmelden");
        var signedIn = await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" });
        foreach (var (answer, names) in ((HttpResponseMessage, string[])[])[(page, ["__Host-kanteling-formulier"]), (signedIn, ["__Host-kanteling", "__Host-kanteling-toestel"])])
        {
            var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
            cookies.Select(cookie => cookie.Split('=')[0]).ShouldBe(names, ignoreOrder: true);
            foreach (var cookie in cookies)
            {
                var said = cookie.Split("; ")[1..].Select(part => part.ToLowerInvariant()).Where(part => !part.StartsWith("max-age=", StringComparison.Ordinal));
                said.ShouldBe(["path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
            }
        }
        (await client.GetAsync("/api/v1/taken")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var gone = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/afmelden"));
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/v1/taken")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("http", "kanteling.gemeente.example", false)]
    [InlineData("http", "10.0.0.7:5080", false)]
    [InlineData("http", "localhost.elders.example", false)]
    [InlineData("https", "kanteling.gemeente.example", true)]
    [InlineData("http", "localhost:5080", true)]
    [InlineData("http", "127.0.0.1:5080", true)]
    [InlineData("http", "[::1]:5080", true)]
    public async Task A_password_goes_over_https_or_stays_on_this_machine(string scheme, string host, bool mag)
    {
        using var client = house.CreateDefaultClient(new Uri($"{scheme}://{host}"), new CookieJar().Around());
        var answer = await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" });
        if (mag)
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        else
            await Task.FromResult(answer).ShouldBeProblemAsync(403, "VERBINDING_ONVEILIG");
        var page = await client.SubmitAsync("/aanmelden", "/aanmelden", [new("naam", "anna"), new("wachtwoord", "kanteling")]);
        page.StatusCode.ShouldBe(mag ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden);
        if (!mag)
            WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain("Aanmelden kan alleen met een beveiligde verbinding");
    }

    [Theory]
    [InlineData("/taken/x?a=b#c", "/taken/x?a=b#c")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("taken", "/")]
    [InlineData("//elders.example", "/")]
    [InlineData("/\\elders.example", "/")]
    [InlineData("/\t/elders.example", "/")]
    [InlineData("/\n/elders.example", "/")]
    [InlineData("/taken\r\nSet-Cookie: a=b", "/")]
    [InlineData("\t//elders.example", "/")]
    [InlineData("https://elders.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/taken", "/")]
    [InlineData("/aanmelden?terug=/", "/")]
    public async Task After_signing_in_nobody_is_sent_elsewhere(string terug, string waarheen)
    {
        using var client = house.Anonymous();
        var answer = await client.SubmitAsync("/aanmelden", "/aanmelden", [new("naam", "anna"), new("wachtwoord", "kanteling"), new("terug", terug)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(waarheen);
        (await client.SubmitAsync("/aanmelden", "/aanmelden", [new("naam", "anna"), new("wachtwoord", "kanteling"), new("terug", terug + "\0")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var demo = await client.SubmitAsync("/aanmelden", "/aanmelden/demo", [new("persoon", "demo-anna"), new("terug", terug)]);
        demo.Headers.Location!.OriginalString.ShouldBe(waarheen);
        var page = await client.GetAsync("/aanmelden?terug=" + Uri.EscapeDataString(terug));
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("elders.example");
    }
}

/// <summary>The same with a real browser, in which somebody is signed in here and opens a page of another website.</summary>
public sealed class AndereWebsitePageTests(SharedPages shared) : IClassFixture<SharedPages>
{
    [Fact]
    public async Task A_form_of_another_website_retracts_no_flow_and_tells_no_melding()
    {
        await using var elsewhere = await ElsewhereAsync($"""
            <form id="een" method="post" action="{shared.Address}/elsa/api/workflow-definitions/toegang/retract"><button>Win een prijs</button></form>
            <form id="twee" method="post" enctype="text/plain" action="{shared.Address}/api/v1/meldingen"><button>Win er nog een</button></form>
            <form id="drie" method="post" action="{shared.Address}/meldingen/nieuw"><button>Nog een</button></form>
            """);
        // Chrome sends a cookie that is young along with a form of another website, whatever Lax says.
        await using var window = await Browser.OpenAsync();
        await shared.AsAsync(window, "Bram");
        foreach (var form in (string[])["een", "twee", "drie"])
        {
            var page = await window.NewPageAsync();
            await page.GotoAsync(Address(elsewhere));
            var answer = page.WaitForResponseAsync(r => r.Request.Method == "POST");
            await page.Locator($"#{form} button").ClickAsync();
            (await answer).Status.ShouldBe(403, form);
        }
        using var bram = await shared.House.AsAsync("bram");
        (await bram.OpenAsync("toegang", "Published"))["isPublished"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task The_demonstration_on_http_localhost_signs_in_and_keeps_its_cookie_from_scripts()
    {
        foreach (var address in (string[])[shared.Address, shared.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)])
        {
            await using var window = await Browser.OpenAsync();
            var page = await window.AsAsync(address, "Anna");
            (await page.EvaluateAsync<string>("document.cookie")).ShouldBeEmpty();
            (await window.CookiesAsync()).Select(c => (c.Name, c.Secure, c.HttpOnly)).ShouldBe([("__Host-kanteling", true, true), ("__Host-kanteling-formulier", true, true)], ignoreOrder: true);
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
            await page.ArrivesAtAsync(address + "/aanmelden");
        }
    }

    [Fact]
    public async Task Curl_signs_in_on_http_localhost_and_keeps_the_cookie()
    {
        using var folder = new TempFolder();
        var (jar, here) = (folder.File("koekjes"), shared.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await CurlAsync("-c", jar, "-H", "Content-Type: application/json", "-d", """{"naam":"anna","wachtwoord":"kanteling"}""", here + "/api/v1/aanmelden");
        JsonNode.Parse(await CurlAsync("-b", jar, here + "/api/v1/taken"))!["items"].ShouldNotBeNull();
    }

    static async Task<string> CurlAsync(params string[] arguments)
    {
        const string Program = "/usr/bin/curl";
        if (!File.Exists(Program))
            throw new InvalidOperationException("This test needs curl: apt-get install curl");
        using var curl = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Program, ["-sS", "--fail-with-body", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (curl.StandardOutput.ReadToEndAsync(), curl.StandardError.ReadToEndAsync());
        await curl.WaitForExitAsync();
        curl.ExitCode.ShouldBe(0, await wrong + await said);
        return await said;
    }

    /// <summary>Another website, on a port of its own.</summary>
    static async Task<WebApplication> ElsewhereAsync(string html)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => Results.Text($"<!doctype html><title>Elders</title>{html}", "text/html", Encoding.UTF8));
        await app.StartAsync();
        return app;
    }

    static string Address(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
}
