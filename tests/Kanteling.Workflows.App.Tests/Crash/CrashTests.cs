using System.Globalization;
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
        await LedgerProof.CheckAsync(storage, ledger);
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
}
