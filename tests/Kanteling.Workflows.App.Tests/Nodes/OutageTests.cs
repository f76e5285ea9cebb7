using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Storage;

namespace Kanteling.Workflows.App.Tests.Nodes;

/// <summary>While PostgreSQL is away a node lives, says that it is not ready and why, and goes on by itself when it is back.</summary>
[Trait("Category", "Crash")]
[Collection("Nodes")]
public sealed class OutageTests : IDisposable
{
    readonly TempFolder folder = new();

    string Flows => CrashFlow.WriteTo(folder.File("workflows"));

    [Fact]
    public async Task A_database_that_stops_crashes_is_killed_or_has_no_place_ends_no_node_and_it_goes_on_by_itself()
    {
        await using var servers = await PostgresServers.StartAsync();
        await using var node = await ServerProcess.StartAsync(servers.Options().Target, Flows);
        using var anna = await SignInAsync(node.Address);
        Task Again() => servers.StartAsync(PostgresServers.One);
        foreach (var (way, away, back) in new (string Way, Func<Task> Away, Func<Task> Back)[]
        {
            ("stopped", () => servers.StopAsync(), Again), ("crashed", () => servers.CrashAsync(), Again), ("killed", () => servers.KillAsync(), Again),
            ("full", () => FillAsync(servers), () => servers.AskAsync("ALTER ROLE kanteling CONNECTION LIMIT -1")),
        })
        {
            await away();
            await ShouldBeAwayAsync(anna, way);
            // What runs in the background has met it too.
            foreach (var job in (string[])["deadlines", "messages", "projections"])
                await node.SaidAsync($"Job {job} failed");
            await back();
            await ShouldBeBackAsync(anna, way);
            node.HasEnded.ShouldBeFalse(node.Output);
        }
        node.Output.ShouldNotContain("geheim-woord");
        (await node.StopAsync()).ShouldBe(0);
    }

    /// <summary>No place for the program alone, which PostgreSQL calls by the number of a full server: 53300.</summary>
    static async Task FillAsync(PostgresServers servers)
    {
        await servers.AskAsync("ALTER ROLE kanteling CONNECTION LIMIT 0");
        await servers.CutAsync();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_503_in_time_and_passes()
    {
        await using var servers = await PostgresServers.StartAsync();
        await using var slow = await CutConnection.BeforeAsync(servers.Options(more: "Command Timeout=2;Timeout=2;").Target);
        await using var node = await ServerProcess.StartAsync(slow.ConnectionString, Flows);
        using var anna = await SignInAsync(node.Address);
        slow.Hold();
        await ShouldBeAwayAsync(anna, "traag");
        slow.Release();
        await ShouldBeBackAsync(anna, "traag");
    }

    [Fact]
    public async Task A_database_that_only_reads_refuses_writing_with_503_and_not_what_is_read()
    {
        await using var servers = await PostgresServers.StartAsync();
        await using var node = await ServerProcess.StartAsync(servers.Options().Target, Flows);
        using var anna = await SignInAsync(node.Address);
        await servers.AskAsync("ALTER ROLE kanteling SET default_transaction_read_only = on");
        await servers.CutAsync();
        await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Weg"), "lezen").ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
        (await anna.GetAsync("/api/v1/taken?status=open")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await servers.AskAsync("ALTER ROLE kanteling RESET default_transaction_read_only");
        await servers.CutAsync();
        await ShouldBeBackAsync(anna, "lezen");
    }

    [Fact]
    public async Task When_the_second_server_takes_over_a_node_goes_on_there_with_all_that_was_acknowledged()
    {
        await using var servers = await PostgresServers.StartAsync();
        await servers.FollowAsync();
        await using var node = await ServerProcess.StartAsync(servers.Options(both: true).Target, Flows);
        using var anna = await SignInAsync(node.Address);
        var before = await anna.MeldAsync();
        await servers.CrashAsync();
        await ShouldBeAwayAsync(anna, "overname");
        await servers.PromoteAsync();
        // Npgsql remembers for ten seconds which server it could not write to, so that meanwhile it may still say 503 now and then.
        await ShouldBeBackAsync(anna, "overname", UntilServedAsync);
        (await (await UntilServedAsync(() => anna.GetAsync("/api/v1/taken?status=open"))).ReadAsync(200))["items"]!.AsArray().ShouldContain(t => t!["huishoudenId"]!.ToString() == before);
        node.Output.ShouldNotContain("geheim-woord");
    }

    [Fact]
    public async Task A_node_that_starts_before_its_database_says_so_and_goes_on_when_it_comes()
    {
        await using var servers = await PostgresServers.StartAsync();
        await servers.StopAsync();
        var url = $"http://127.0.0.1:{PostgresServers.FreePort()}";
        await using var node = ServerProcess.Begin(servers.Options().Target, Flows, url);
        await node.SaidAsync("De database is er nog niet");
        using var anna = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        await ShouldLiveAsync(anna);
        (await PageAsync(anna, "/taken")).ShouldContain("De opslag is even niet bereikbaar");
        await anna.GetAsync("/api/v1/taken").ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");

        await servers.StartAsync(PostgresServers.One);
        await node.SaidAsync("De database is er. Het programma start verder.");
        await ServerProcess.UntilReadyAsync(anna);
        node.Output.ShouldNotContain("geheim-woord");
        (await node.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_node_that_is_stopped_while_it_waits_for_its_database_was_stopped()
    {
        await using var servers = await PostgresServers.StartAsync();
        await servers.StopAsync();
        await using var node = ServerProcess.Begin(servers.Options().Target, Flows);
        await node.SaidAsync("De database is er nog niet");
        (await node.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_database_that_does_not_let_this_user_in_is_no_reason_to_wait()
    {
        await using var servers = await PostgresServers.StartAsync();
        await servers.AskAsync("ALTER ROLE kanteling NOLOGIN");
        await using var node = ServerProcess.Begin(servers.Options().Target, Flows);
        (await node.EndedAsync()).ShouldBe(1);
        await node.SaidAsync("PostgreSQL laat dit programma niet binnen (code 28000)");
        node.Output.ShouldNotContain("geheim-woord");
    }

    static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new CookieJar().At(address);
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Every door says the same, and that it may be asked again.</summary>
    static async Task ShouldBeAwayAsync(HttpClient anna, string key)
    {
        var refused = await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Weg"), key);
        refused.Headers.RetryAfter.ShouldNotBeNull(await refused.Content.ReadAsStringAsync());
        await Task.FromResult(refused).ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
        await anna.GetAsync("/api/v1/taken?status=open").ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
        await anna.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" }).ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
        var elsa = await anna.GetAsync("/elsa/api/workflow-definitions");
        elsa.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await elsa.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.ToString().ShouldBe("OPSLAG_NIET_BEREIKBAAR");
        foreach (var page in (string[])["/", "/taken"])
            (await PageAsync(anna, page)).ShouldContain("De opslag is even niet bereikbaar");
        // What the page looks like asks nothing of the database, whoever is signed in.
        (await anna.GetAsync("/css/site.css")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldLiveAsync(anna);
    }

    static async Task ShouldLiveAsync(HttpClient anna)
    {
        (await anna.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var about in (string[])["/health/ready", "/health"])
        {
            var answer = await anna.GetAsync(about);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.ToString().ShouldBe("de database is niet bereikbaar");
        }
    }

    static async Task<string> PageAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.RetryAfter.ShouldNotBeNull();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What was refused is asked again under the same key, twice, and done once.</summary>
    static async Task ShouldBeBackAsync(HttpClient anna, string key, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? asking = null)
    {
        asking ??= ask => ask();
        await ServerProcess.UntilReadyAsync(anna);
        Task<HttpResponseMessage> Meld() => asking(() => anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Weg"), key));
        var first = await (await Meld()).ReadAsync(201);
        var again = await (await Meld()).ReadAsync(201);
        again["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();
        again["huishouden"]!.ToString().ShouldBe(first["huishouden"]!.ToString());
        (await (await asking(() => anna.GetAsync("/health"))).ReadAsync(200))["servers"]!["stil"]!.GetValue<int>().ShouldBe(0);
    }

    /// <summary>Does what a 503 says: asks the same again.</summary>
    static async Task<HttpResponseMessage> UntilServedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var answer = await ask();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || patience.IsCancellationRequested)
                return answer;
            answer.Dispose();
        }
    }

    public void Dispose() => folder.Dispose();
}
