using System.Globalization;
using System.Net;
using System.Text.Json;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>
/// Promises P1 to P4: the server is killed with -9 again and again under load, and whatever a client was told is there,
/// once. KANTELING_CRASHES sets the number of cycles; 1,000 is the long run.
/// </summary>
[Trait("Category", "Crash")]
public class CrashTests
{
    const int Clients = 8;
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
        await CrashAsync(StorageOptions.Postgres(await cluster.CreateDatabaseAsync()), folder);
    }

    static async Task CrashAsync(StorageOptions storage, TempFolder folder)
    {
        var flows = CrashFlow.WriteTo(folder.File("workflows"));
        var (ledger, cookies) = (new Ledger(), new CookieContainer());
        var random = new Random(20261122);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await using var server = await ServerProcess.StartAsync(storage.Target, flows);
            if (cycle == 0)
                await new CrashClient(ledger, cookies, -1).SignInAsync(server.Address);
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(50, 2_000)));
            var clients = Enumerable.Range(0, Clients).Select(n => new CrashClient(ledger, cookies, cycle * Clients + n).WorkAsync(server.Address, CancellationToken.None)).ToList();
            await WaitAsync(stop.Token);
            await server.KillAsync();
            await Task.WhenAll(clients);
        }
        await SettleAsync(storage, flows, ledger, cookies);
        ledger.Wrong.ShouldBeEmpty();
        ledger.Completions.Count.ShouldBeGreaterThan(Cycles);
        await CheckAsync(storage, ledger);
        var (code, said) = await ServerProcess.CommandAsync(storage.Target, flows, "verifieer");
        code.ShouldBe(0, said);
    }

    static async Task WaitAsync(CancellationToken until)
    {
        var over = new TaskCompletionSource();
        await using var _ = until.Register(over.SetResult);
        await over.Task;
    }

    /// <summary>What was under way at the last kill is sent once more, with the same keys.</summary>
    static async Task SettleAsync(StorageOptions storage, string flows, Ledger ledger, CookieContainer cookies)
    {
        await using var server = await ServerProcess.StartAsync(storage.Target, flows);
        await new CrashClient(ledger, cookies, -1).SettleAsync(server.Address);
        ledger.Unsettled.ShouldBeEmpty();
    }

    static async Task CheckAsync(StorageOptions storage, Ledger ledger)
    {
        await using var open = await StorageSetup.OpenAsync(storage);
        var byKey = new HashSet<string>(StringComparer.Ordinal);
        var completed = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var head in open.Store.StreamsAsync(default))
            await foreach (var commit in open.Store.HistoryAsync(head.Stream, 1, default))
            {
                byKey.Add(commit.CommandId[(commit.CommandId.IndexOf(':') + 1)..]).ShouldBeTrue($"{commit.CommandId} was committed twice");
                foreach (var task in CompletedIn(commit).Select(number => $"{head.Stream}-{number}"))
                    completed[task] = completed.GetValueOrDefault(task) + 1;
            }
        ledger.Meldingen.Keys.Concat(ledger.Completions.Keys).Where(key => !byKey.Contains(key)).ShouldBeEmpty("acknowledged and lost");
        completed.Where(c => c.Value > 1).ShouldBeEmpty("completed twice");
        ledger.Completions.Values.Where(task => !completed.ContainsKey(task)).ShouldBeEmpty("acknowledged and not completed");
    }

    /// <summary>Read from the stored bytes themselves, not through the program that is under test.</summary>
    static IEnumerable<long> CompletedIn(StoredCommit commit)
    {
        using var body = JsonDocument.Parse(commit.Body);
        return [.. body.RootElement.EnumerateArray().Where(e => e.GetProperty("e").GetString() == "TaskCompleted").Select(e => e.GetProperty("d").GetProperty("task").GetInt64())];
    }
}
