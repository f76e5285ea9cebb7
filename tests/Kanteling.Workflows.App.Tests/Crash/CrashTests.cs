using Kanteling.Workflows.Commands;
using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Rows;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>
/// Promises P1 to P4: the server is killed with -9 again and again under load, and whatever a client was told is there,
/// once. KANTELING_CRASHES sets the number of cycles; 1,000 is the long run.
/// </summary>
[Trait("Category", "Crash")]
public class CrashTests
{
    const int Clients = 8;
    const int MostAnswers = 80;

    /// <summary>For so many answers, on a machine that has much else to do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    static readonly int Cycles = int.Parse(Environment.GetEnvironmentVariable("KANTELING_CRASHES") ?? "25", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Killed_under_load_on_SQLite_nothing_acknowledged_is_lost_or_doubled()
    {
        using var folder = new TempFolder();
        await CrashAsync(StorageOptions.Sqlite(folder.File("crash.db")), folder);
    }

    [Fact]
    public async Task Killed_under_load_on_PostgreSQL_nothing_acknowledged_is_lost_or_doubled()
    {
        using var folder = new TempFolder();
        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        await CrashAsync(PostgresCluster.Options(await cluster.CreateDatabaseAsync()), folder);
    }

    static async Task CrashAsync(StorageOptions storage, TempFolder folder)
    {
        var flows = CrashFlow.WriteTo(folder.File("workflows"));
        var (ledger, cookies) = (new Ledger(), new CookieJar());
        var random = new Random(20261122);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await WithServerAsync(storage, flows, ledger, async server =>
            {
                if (cycle == 0)
                    await new CrashClient(ledger, cookies, -1).SignInAsync(server.Address);
                await KillAmidAsync(server, ledger, random.Next(MostAnswers), n => new CrashClient(ledger, cookies, cycle * Clients + n));
            });
        }
        // What was under way at the last kill is sent once more, with the same keys.
        await WithServerAsync(storage, flows, ledger, server => new CrashClient(ledger, cookies, -1).SettleAsync(server.Address));
        ledger.Unsettled.ShouldBeEmpty();
        ledger.Completions.Count.ShouldBeGreaterThan(Cycles);
        await CheckAsync(storage, ledger);
        var (code, said) = await ServerProcess.CommandAsync(storage.Target, flows, "verifieer");
        code.ShouldBe(0, said);
    }

    /// <summary>
    /// The kill comes after so many answers, and not after so much time: a machine that is busy is killed as far on its way
    /// as one that is not. Eight requests are under way at that moment.
    /// </summary>
    static async Task KillAmidAsync(ServerProcess server, Ledger ledger, int answers, Func<int, CrashClient> client)
    {
        var enough = ledger.AnswersAsync(answers);
        var clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(n => client(n).WorkAsync(server.Address)));
        await Task.WhenAny(enough, clients).WaitAsync(Patience);
        enough.IsCompletedSuccessfully.ShouldBeTrue("the clients lost a server that nobody had killed");
        await server.KillAsync();
        await clients;
    }

    /// <summary>Whatever goes wrong is told together with what the server said and with what the clients saw.</summary>
    static async Task WithServerAsync(StorageOptions storage, string flows, Ledger ledger, Func<ServerProcess, Task> act)
    {
        await using var server = await ServerProcess.StartAsync(storage.Target, flows);
        try
        {
            await act(server);
            ledger.Wrong.ShouldBeEmpty();
        }
        catch (Exception reason)
        {
            throw new InvalidOperationException($"{reason.Message}\n{ledger}\nThe server said:\n{server.Output}", reason);
        }
    }

    static async Task CheckAsync(StorageOptions storage, Ledger ledger)
    {
        await using var open = await StorageSetup.OpenAsync(storage);
        await CheckProjectionsAsync(open);
        var key = open.Store.Keys.Current;
        var (commands, actors, households) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), 0);
        var completed = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var head in open.Store.StreamsAsync(default))
        {
            households += head.Kind == "huishouden" ? 1 : 0;
            await foreach (var commit in open.Store.HistoryAsync(head.Stream, 1, default))
            {
                commands.Add(commit.CommandId.Text).ShouldBeTrue($"{commit.CommandId} was committed twice");
                actors.Add(commit.Actor.Text);
                foreach (var task in CompletedIn(commit).Select(number => $"{head.Stream}-{number}"))
                    completed[task] = completed.GetValueOrDefault(task) + 1;
            }
        }
        bool Has(string request, string stream) => actors.Any(actor => commands.Contains(key.CommandId(new(stream), new Asking(request, new(actor), Doors.Web, true)).Text));
        ledger.Meldingen.Where(m => !Has(m.Key, m.Value)).ShouldBeEmpty("a melding was acknowledged and lost");
        ledger.Completions.Where(c => !Has(c.Key, c.Value[..c.Value.LastIndexOf('-')])).ShouldBeEmpty("a completion was acknowledged and lost");
        if (ledger.Unsettled.IsEmpty)
            households.ShouldBe(ledger.Meldingen.Count, "a melding began two households");
        completed.Where(c => c.Value > 1).ShouldBeEmpty("completed twice");
        ledger.Completions.Values.Where(task => !completed.ContainsKey(task)).ShouldBeEmpty("acknowledged and not completed");
    }

    /// <summary>The servers counted while they were killed: each commit once, and what they left is what a rebuild says.</summary>
    static async Task CheckProjectionsAsync(OpenStorage open)
    {
        var left = await open.Counts.SinceAsync(DateOnly.MinValue);
        left.ShouldNotBeEmpty("no server came to counting");
        (await open.Projections.DoubtsAsync()).ShouldBeEmpty();
        // What a killed server was doing may still hold the feed up for a moment.
        while ((await open.Projections.LagAsync())[0].Behind > 0)
            await open.Projections.RunAsync();
        var commits = 0L;
        await foreach (var head in open.Store.StreamsAsync(default))
            commits += head.Version;
        (await open.Counts.SinceAsync(DateOnly.MinValue)).Where(a => a.Kind == CountedKind.Cause).Sum(a => a.Amount).ShouldBe(commits);
    }

    /// <summary>Read from the stored bytes themselves, unpacked and no more than that.</summary>
    static IEnumerable<long> CompletedIn(StoredCommit commit)
    {
        using var body = JsonDocument.Parse(Packing.Unpack(commit.Body));
        return [.. body.RootElement.EnumerateArray().Where(e => e.GetProperty("e").GetString() == "TaskCompleted").Select(e => e.GetProperty("d").GetProperty("task").GetInt64())];
    }
}
