using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Web.Gemeenten;
using Kanteling.Workflows.Web.Instellingen;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>One process serves several gemeenten, by the name in the Host header. Each is a controller of its own: nothing of one can be had at the other.</summary>
public sealed class GemeentenTests
{
    const string Noord = "noord.localhost", Zuid = "zuid.localhost";
    static readonly string[] Both = [Noord, Zuid];

    [Fact]
    public async Task Two_gemeenten_in_one_process_know_nothing_of_each_other()
    {
        var postgres = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await using var node = await Node.StartAsync(Both, (path, settings) =>
        {
            settings["Kanteling:Gemeenten:1:Storage"] = postgres;
            settings["Kanteling:Gemeenten:1:Sleutels:0"] = KeyText.New("zuid");
            settings["Kanteling:Gemeenten:1:Wislijst"] = path(Zuid) + ".gewist";
        });
        using var anna = await node.AsAsync("anna", Noord);
        using var ander = await node.AsAsync("anna", Zuid);
        var key = Calls.Key();

        var here = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Mevrouw Ver"), key)).ReadAsync(201);
        var there = await (await ander.SendAsync("/api/v1/meldingen", Calls.Melding("Mevrouw Na"), key)).ReadAsync(201);
        var (ver, na) = (here["huishouden"]!.ToString(), there["huishouden"]!.ToString());
        ver.ShouldNotBe(na, "the same Idempotency-Key is another request at another gemeente");

        await ander.GetAsync($"/api/v1/huishoudens/{ver}").ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        await anna.GetAsync($"/api/v1/huishoudens/{na}").ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        (await ander.GetStringAsync("/api/v1/taken")).ShouldNotContain("Mevrouw Ver");
        (await anna.GetStringAsync("/")).ShouldNotContain("Mevrouw Na");

        // The calendar, one of the things that both know under the same name.
        using var esra = await node.AsAsync("esra", Noord);
        var calendar = JsonNode.Parse(await esra.GetStringAsync("/api/v1/kalender"))!.AsObject();
        using var change = new HttpRequestMessage(HttpMethod.Put, "/api/v1/kalender") { Content = JsonContent.Create(calendar) };
        change.Headers.Add("Idempotency-Key", Calls.Key());
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{calendar["versie"]}\"");
        var changed = (await (await esra.SendAsync(change)).ReadAsync(200))["versie"]!.GetValue<int>();
        using var esraZuid = await node.AsAsync("esra", Zuid);
        JsonNode.Parse(await esraZuid.GetStringAsync("/api/v1/kalender"))!["versie"]!.GetValue<int>().ShouldBeLessThan(changed);

        // The timers of both run: nobody else brings the projections up to date.
        foreach (var host in Both)
            await node.UntilAsync(host, "/health", async answer => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["projecties"]!.AsArray().All(p => p!["achter"]!.GetValue<long>() == 0));
    }

    [Fact]
    public async Task Who_signed_in_at_one_is_nobody_at_the_other()
    {
        await using var node = await Node.StartAsync(Both, OnCopies);
        using var noord = node.At(Noord);
        using var zuid = node.At(Zuid);

        var signedIn = await noord.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" });
        var cookie = Cookie(signedIn);
        (await AskAsync(noord, "/api/v1/taken", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(zuid, "/api/v1/taken", cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // Alternating on one connection, so that nothing of the last request stays with it.
        (await AskAsync(noord, "/api/v1/taken", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // A form that was made at one cannot be sent to the other, also not with its cookie.
        var page = await noord.GetAsync("/aanmelden");
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        async Task<HttpStatusCode> PostAsync(HttpClient client)
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, "/aanmelden")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["naam"] = "anna", ["wachtwoord"] = "kanteling", ["__RequestVerificationToken"] = token }),
            };
            form.Headers.Add("Cookie", Cookie(page));
            return (await client.SendAsync(form)).StatusCode;
        }
        (await PostAsync(zuid)).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(noord)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("elders.test")]
    [InlineData("127.0.0.1")]
    [InlineData("noord.localhost.elders.test")]
    public async Task An_address_of_nobody_says_so_and_names_no_gemeente(string host)
    {
        await using var node = await Node.StartAsync(Both, OnCopies);
        using var client = node.At(host);
        var problem = await client.GetAsync("/api/v1/taken").ShouldBeProblemAsync(421, "ADRES_ONBEKEND");
        problem.ToJsonString().ShouldNotContain("noord");
        (await client.GetAsync("/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        var health = await client.GetStringAsync("/health");
        JsonNode.Parse(health)!["gemeenten"]!["open"]!.GetValue<int>().ShouldBe(2);
        health.ShouldSatisfyAllConditions(h => h.ShouldNotContain("noord"), h => h.ShouldNotContain("projecties"));
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_host_name_is_known_whatever_its_capitals_its_port_and_its_last_dot()
    {
        await using var node = await Node.StartAsync(["noord.localhost, www.noord.localhost", Zuid], OnCopies);
        foreach (var host in (string[])["NOORD.localhost", "noord.localhost:8443", "noord.localhost.", "www.noord.localhost"])
        {
            using var client = node.At(host);
            (await client.GetStringAsync("/health")).ShouldContain("projecties", customMessage: host);
        }
    }

    [Fact]
    public async Task One_whose_database_does_not_open_is_closed_alone_and_opens_by_itself_when_that_is_mended()
    {
        await using var node = await Node.StartAsync(Both, (path, settings) =>
        {
            OnCopies(path, settings);
            File.Move(path(Zuid) + ".sleutels", path(Zuid) + ".elders");
        });
        using var zuid = node.At(Zuid);
        var problem = await zuid.GetAsync("/api/v1/taken").ShouldBeProblemAsync(503, "GEMEENTE_DICHT");
        problem.ToJsonString().ShouldNotContain(".sleutels");
        (await zuid.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        zuid.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await zuid.GetAsync("/");
        (page.StatusCode, page.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.ServiceUnavailable, "text/html"));
        using var anna = await node.AsAsync("anna", Noord);
        await anna.MeldAsync();
        node.Log.All.Count(line => line.Contains(Zuid, StringComparison.Ordinal) && line.Contains(".sleutels", StringComparison.Ordinal)).ShouldBe(1, "the same reason is told once");
        using var elsewhere = node.At("elders.test");
        JsonNode.Parse(await elsewhere.GetStringAsync("/health"))!["gemeenten"]!["dicht"]!.GetValue<int>().ShouldBe(1);

        File.Move(node.Database(Zuid) + ".elders", node.Database(Zuid) + ".sleutels");
        await node.UntilOpenAsync(Zuid);
        using var later = await node.AsAsync("anna", Zuid);
        await later.MeldAsync();
    }

    [Fact]
    public async Task One_whose_database_another_server_holds_waits_for_it_while_the_other_works()
    {
        using var elsewhere = new TempFolder();
        HouseTemplates.CopySqlite(elsewhere.File("k.db"));
        var held = await StorageSetup.OpenAsync(StorageOptions.Sqlite(elsewhere.File("k.db")));
        await using var node = await Node.StartAsync(Both, (path, settings) =>
        {
            OnCopies(path, settings);
            settings["Kanteling:Gemeenten:1:Storage"] = elsewhere.File("k.db");
        });
        using var zuid = node.At(Zuid);
        await zuid.GetAsync("/api/v1/taken").ShouldBeProblemAsync(503, "GEMEENTE_DICHT");
        await node.UntilOpenAsync(Noord);
        await held.DisposeAsync();
        await node.UntilOpenAsync(Zuid);
        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_demonstration_that_begins_anew_leaves_the_other_as_it_was()
    {
        await using var node = await Node.StartAsync(Both, OnCopies);
        using var anna = await node.AsAsync("anna", Noord);
        using var ander = await node.AsAsync("anna", Zuid);
        var (gone, kept) = (await anna.MeldAsync(), await ander.MeldAsync());

        var page = await anna.GetStringAsync("/klok/opnieuw");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        (await anna.PostAsync("/klok/opnieuw", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await node.UntilAsync(Noord, "/health/ready", answer => Task.FromResult(answer.IsSuccessStatusCode && node.Log.All.Count(l => l == Noord + " is open.") == 2));

        using var again = await node.AsAsync("anna", Noord);
        await again.GetAsync($"/api/v1/huishoudens/{gone}").ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        (await ander.GetAsync($"/api/v1/huishoudens/{kept}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        node.Log.All.ShouldNotContain(Zuid + " is gesloten.");
    }

    [Fact]
    public async Task When_the_node_stops_every_database_is_closed_and_free()
    {
        await using var node = await Node.StartAsync(Both, OnCopies);
        await node.StopAsync();
        foreach (var host in Both)
        {
            File.Exists(node.Database(host) + "-wal").ShouldBeFalse();
            await (await StorageSetup.OpenAsync(StorageOptions.Sqlite(node.Database(host)))).DisposeAsync();
        }
    }

    [Theory]
    [InlineData("dezelfde database", "1:Storage=a.db")]
    [InlineData("dezelfde database", "1:Storage=./x/../a.db")]
    [InlineData("dezelfde database", "0:Storage=Host=db;Database=k;Username=a", "1:Storage=Host=DB;Database=k;Username=b;Port=5432")]
    [InlineData("dezelfde wislijst", "0:Wislijst=l", "1:Wislijst=l")]
    [InlineData("dezelfde wislijst", "0:Storage=Host=a;Database=k", "1:Storage=Host=b;Database=k")]
    [InlineData("een sleutel gemeen", "0:Sleutels:0=een:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "1:Sleutels:0=ander:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("b.test: Een van de sleutels is er geen", "1:Sleutels:0=geen")]
    [InlineData("Het adres a.test hoort bij meer gemeenten", "1:Host=b.test, A.TEST")]
    [InlineData("Zet bij Kanteling:Gemeenten:1:Host het adres", "1:Host=")]
    [InlineData("Zet bij Kanteling:Gemeenten:1:Host het adres", "1:Host=b.test/x")]
    [InlineData("Zet bij Kanteling:Gemeenten:1:Storage de database van b.test", "1:Storage=")]
    public void What_two_gemeenten_may_not_have_in_common_is_refused_at_the_start(string sentence, params string[] changes)
    {
        var settings = Two();
        foreach (var change in changes)
            settings["Kanteling:Gemeenten:" + change.Split('=', 2)[0]] = change.Split('=', 2)[1];
        var refused = Should.Throw<StartGeweigerdException>(() => Knoop.Bouw(Node.Builder(settings)));
        refused.Message.ShouldContain(sentence);
        refused.Message.ShouldNotContain("AAAA");
    }

    [Fact]
    public void What_is_of_one_gemeente_alone_is_never_taken_from_what_is_common()
    {
        var settings = Two();
        foreach (var (key, value) in (IEnumerable<(string, string)>)[("Storage", "common.db"), ("Sleutels:0", KeyText.New("x")), ("Wislijst", "common"), ("Gemeente", "Overal"), ("DemoHuishoudens", "7"), ("Gemeenten:1:DemoHuishoudens", "8"), ("Gemeenten:1:Gemeente", "Zuid")])
            settings["Kanteling:" + key] = value;
        var builder = Node.Builder(settings);
        var read = Gemeenteplaatsen.Lees(builder.Configuration, builder.Environment);
        read.Select(p => Path.GetFileName(p.Instellingen.Storage.Target)).ShouldBe(["a.db", "b.db"]);
        read.ShouldAllBe(p => p.Instellingen.Storage.Keys == null && p.Instellingen.Storage.ErasureList == null);
        read.Select(p => p.Instellingen.Gemeente).ShouldBe([null, "Zuid"]);
        read.Select(p => p.Instellingen.DemoHuishoudens).ShouldBe([7, 8]);
    }

    [Theory]
    [InlineData("Gemeenten:1:Aanmelden:TweedeStapVoor:0", "b.test: Kanteling:Gemeenten:1:Aanmelden:TweedeStapVoor noemt 'beheerdr'.")]
    [InlineData("Aanmelden:TweedeStapVoor:0", "a.test: Kanteling:Aanmelden:TweedeStapVoor noemt 'beheerdr'.")]
    public void A_role_that_is_not_there_is_refused_with_whose_setting_it_is(string setting, string expected)
    {
        var settings = Two();
        settings["Kanteling:Gemeenten:0:Aanmelden:TweedeStapVoor"] = setting.StartsWith("Gemeenten", StringComparison.Ordinal) ? "beheerder" : null;
        settings["Kanteling:" + setting] = "beheerdr";
        var builder = Node.Builder(settings);
        Should.Throw<StartGeweigerdException>(() => Gemeenteplaatsen.Lees(builder.Configuration, builder.Environment)).Message.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData(null, null, "Hier zijn meer gemeenten. Zeg welke, met --gemeente: a.test, b.test.")]
    [InlineData("c.test", null, "De gemeente c.test is hier niet. Kies uit: a.test, b.test.")]
    [InlineData("B.test", null, "b.db")]
    [InlineData("b.test", "/terug/b.db", "/terug/b.db")]
    [InlineData(null, "/los.db", "/los.db")]
    public void A_command_says_for_which_gemeente(string? gemeente, string? database, string expected)
    {
        var builder = Node.Builder(Two());
        string Answer()
        {
            try
            {
                return Gemeenteplaatsen.Kies(builder.Configuration, builder.Environment, gemeente, database).Storage.Target;
            }
            catch (StartGeweigerdException refused)
            {
                return refused.Message;
            }
        }
        Answer().ShouldEndWith(expected);
    }

    [Fact]
    public void Where_one_gemeente_is_served_a_command_names_none()
    {
        var builder = Node.Builder([]);
        Should.Throw<StartGeweigerdException>(() => Gemeenteplaatsen.Kies(builder.Configuration, builder.Environment, "a.test", null)).Message.ShouldContain("maar één gemeente");
        Gemeenteplaatsen.Kies(builder.Configuration, builder.Environment, null, null).IsDemo.ShouldBeFalse();
    }

    static Dictionary<string, string?> Two() => new()
    {
        ["Kanteling:Gemeenten:0:Host"] = "a.test", ["Kanteling:Gemeenten:0:Storage"] = "a.db", ["Kanteling:Gemeenten:1:Host"] = "b.test", ["Kanteling:Gemeenten:1:Storage"] = "b.db",
    };

    /// <summary>Each begins on a copy of a database that was started once: faster, and with the same people in both.</summary>
    static void OnCopies(Func<string, string> path, Dictionary<string, string?> settings)
    {
        foreach (var (key, value) in settings.Where(s => s.Key.EndsWith(":Storage", StringComparison.Ordinal)).ToList())
            HouseTemplates.CopySqlite(value!);
    }

    static string Cookie(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    static Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request);
    }
}
