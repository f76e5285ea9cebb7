using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;
using Xunit.Abstractions;

namespace Kanteling.Workflows.App.Tests.Nodes;

/// <summary>
/// Reliability 9 and 15: several nodes on one PostgreSQL, sixteen clients on one case, while nodes are killed and frozen and the
/// database goes away. KANTELING_RIVALRY=1 is the long run: 10,000 answers, a node frozen for a minute, the database away for a minute.
/// </summary>
[Trait("Category", "Crash")]
[Collection("Nodes")]
public sealed class RivalryTests(ITestOutputHelper said) : IDisposable
{
    static readonly bool IsWhole = Environment.GetEnvironmentVariable("KANTELING_RIVALRY") is not null;

    readonly TempFolder folder = new();

    [Fact]
    public async Task Sixteen_clients_on_one_case_at_three_nodes_lose_nothing_and_a_node_that_was_frozen_or_killed_writes_nothing_late()
    {
        await using var servers = await PostgresServers.StartAsync();
        var flows = CrashFlow.WriteTo(folder.File("workflows"));
        await using (var fleet = await Fleet.StartAsync(servers, flows, 3))
        {
            await fleet.BeginAsync();
            await fleet.WorkAsync(Of(100, 5_000));
            await fleet.Nodes[1].FreezeAsync();
            await fleet.WorkAsync(Of(30, 500), Of(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60)));
            await fleet.Nodes[1].ThawAsync();
            await fleet.WorkAsync(Of(50, 500));
            await fleet.KillAsync(2);
            await fleet.WorkAsync(Of(100, 4_000));
            await fleet.EndAsync();
            await ProveAsync(servers, flows, fleet);
        }
    }

    [Fact]
    public async Task A_database_that_stops_crashes_and_cuts_its_connections_under_load_loses_nothing_and_ends_no_node()
    {
        await using var servers = await PostgresServers.StartAsync();
        var flows = CrashFlow.WriteTo(folder.File("workflows"));
        await using (var fleet = await Fleet.StartAsync(servers, flows, 3))
        {
            await fleet.BeginAsync();
            await fleet.WorkAsync(50);
            // In the middle of whatever they are doing, commits too.
            for (var cut = 0; cut < Of(3, 50); cut++)
            {
                await servers.CutAsync();
                await fleet.WorkAsync(20);
            }
            await fleet.KillAsync(0);
            await fleet.Nodes[1].FreezeAsync();
            await fleet.WorkAsync(50, Of(TimeSpan.Zero, TimeSpan.FromSeconds(40)));
            await servers.StopAsync();
            await AwayAsync(fleet, Of(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60)));
            await servers.StartAsync(PostgresServers.One);
            await fleet.Nodes[1].ThawAsync();
            await fleet.WorkAsync(50);
            for (var crash = 0; crash < Of(1, 3); crash++)
            {
                await (crash == 1 ? servers.KillAsync() : servers.CrashAsync());
                await servers.StartAsync(PostgresServers.One);
                await fleet.WorkAsync(Of(50, 300));
            }
            await fleet.EndAsync();
            await ProveAsync(servers, flows, fleet);
        }
    }

    /// <summary>All the while a node says that it lives and is not ready.</summary>
    static async Task AwayAsync(Fleet fleet, TimeSpan forThis)
    {
        using var http = new HttpClient { BaseAddress = fleet.Nodes[2].Address, Timeout = TimeSpan.FromMinutes(1) };
        for (var began = DateTime.UtcNow; DateTime.UtcNow - began < forThis;)
        {
            (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
            (await http.GetAsync("/health/live")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        }
    }

    async Task ProveAsync(PostgresServers servers, string flows, Fleet fleet)
    {
        said.WriteLine(fleet.ToString());
        fleet.Ledger.Refused.ShouldNotBeEmpty("nobody was ever too late");
        fleet.Ledger.Completions.Count.ShouldBeGreaterThan(20);
        await LedgerProof.CheckAsync(servers.Options(), fleet.Ledger);
        var (code, output) = await ServerProcess.CommandAsync(servers.Options().Target, flows, "verifieer");
        code.ShouldBe(0, output);
    }

    static T Of<T>(T share, T whole) => IsWhole ? whole : share;

    public void Dispose() => folder.Dispose();
}
