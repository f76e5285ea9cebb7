using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Nodes;

/// <summary>Several real processes on one PostgreSQL, and clients that want the same of them.</summary>
sealed class Fleet : IAsyncDisposable
{
    const int Clients = 16;
    readonly string storage;
    readonly string flows;
    readonly ServerProcess[] nodes;
    readonly SharedCase shared = new();
    readonly CookieJar cookies = new();
    int turn;
    volatile bool isOver;
    Task work = Task.CompletedTask;

    Fleet(string storage, string flows, ServerProcess[] nodes) => (this.storage, this.flows, this.nodes) = (storage, flows, nodes);

    public Ledger Ledger { get; } = new();

    public IReadOnlyList<ServerProcess> Nodes => nodes;

    /// <summary>Starts them all at once.</summary>
    public static async Task<Fleet> StartAsync(PostgresServers servers, string flows, int count)
    {
        var storage = servers.Options().Target;
        return new Fleet(storage, flows, await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ServerProcess.StartAsync(storage, flows))));
    }

    /// <summary>Begins a case, and lets sixteen clients work on it until it is over.</summary>
    public async Task BeginAsync()
    {
        // A cookie is for a host, whatever the port: signed in at one is signed in at all.
        await new CrashClient(Ledger, cookies, -1).SignInAsync(nodes[0].Address);
        using var http = cookies.At(nodes[0].Address);
        using var melding = CrashClient.Melding();
        melding.Headers.Add("Idempotency-Key", "first");
        using var answer = await http.SendAsync(melding);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        Ledger.Meldingen["first"] = JsonNode.Parse(text)!["huishouden"]!.ToString();
        foreach (var task in JsonNode.Parse(text)!["volgendeTaken"]!.AsArray())
            shared.Saw(task!);
        work = Task.WhenAll(Enumerable.Range(0, Clients).Select(n => new Rival(Ledger, shared, cookies, Next, () => !isOver).WorkAsync(n)));
    }

    /// <summary>Until the clients have had so many answers, and so much time has gone by.</summary>
    public async Task WorkAsync(int answers, TimeSpan atLeast = default)
    {
        var began = DateTime.UtcNow;
        do
        {
            var enough = Ledger.AnswersAsync(answers);
            (await Task.WhenAny(enough, work).WaitAsync(TimeSpan.FromMinutes(5))).ShouldBe(enough, Ledger.ToString());
            await enough;
        }
        while (DateTime.UtcNow - began < atLeast);
        Ledger.Wrong.ShouldBeEmpty();
    }

    /// <summary>Killed without a word, and started again.</summary>
    public async Task KillAsync(int node)
    {
        await nodes[node].KillAsync();
        await nodes[node].DisposeAsync();
        nodes[node] = await ServerProcess.StartAsync(storage, flows);
    }

    /// <summary>The clients stop when what they asked last is answered; then the nodes, which all live still: what is proved stands still.</summary>
    public async Task EndAsync()
    {
        isOver = true;
        await work.WaitAsync(TimeSpan.FromMinutes(3));
        Ledger.Wrong.ShouldBeEmpty();
        foreach (var node in nodes)
        {
            node.HasEnded.ShouldBeFalse(node.Output);
            using var http = new HttpClient { BaseAddress = node.Address };
            await ServerProcess.UntilReadyAsync(http);
        }
        foreach (var node in nodes)
            (await node.StopAsync()).ShouldBe(0, node.Output);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{nodes.Length} nodes, {Clients} clients: {Ledger.Completions.Count} completions and {Ledger.Meldingen.Count} meldingen done once, {Ledger.Refused.Count} refused because somebody was first, {Ledger.Gone.Count} asked again");

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    Uri Next() => nodes[(int)((uint)Interlocked.Increment(ref turn) % (uint)nodes.Length)].Address;
}
