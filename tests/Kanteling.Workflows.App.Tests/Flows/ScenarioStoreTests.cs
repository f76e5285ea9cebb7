using System.Collections.Concurrent;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>Every scenario of every flow on both databases: one database, a stream each, saved and restored at every step.</summary>
public sealed class ScenarioStoreTests
{
    [Fact]
    public async Task Every_scenario_goes_as_expected_on_SQLite()
    {
        using var folder = new TempFolder();
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")));
        await PlayAll(storage);
    }

    [Fact]
    public async Task Every_scenario_goes_as_expected_on_PostgreSQL()
    {
        await using var storage = await StorageSetup.OpenAsync(PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()));
        await PlayAll(storage);
    }

    static async Task<HashSet<string>> HashesAsync(OpenStorage storage)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var head in storage.Store.StreamsAsync(default))
        {
            await foreach (var commit in storage.Store.HistoryAsync(head.Stream, 1, default))
                hashes.UnionWith(Referenced.In(commit).Select(reference => reference.Hash));
        }
        return hashes;
    }

    static async Task PlayAll(OpenStorage storage)
    {
        await Flows.PublishAsync(storage.Store);
        var rows = await RegisterRows.OfAsync(storage);
        var opstelling = Flows.Opstelling with { Rijen = rows };
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Flows.Told.SelectMany(f => Flows.Folder.Scenarios(f).Select(s => (Flow: f, Scenario: s))), async (x, _) =>
        {
            foreach (var difference in (await Flows.PlayAsync(storage.Store, x.Flow, x.Scenario, opstelling)).Verschillen)
                differences.Add($"{x.Flow}/{x.Scenario}: {difference}");
        });
        differences.Order().ShouldBeEmpty();

        // Every version of a register that any of their commits names, is kept.
        rows.Named.ShouldBeGreaterThan(3);
        (await new Registerbewijs(storage).DraaiAsync()).ShouldBeEmpty();
        (await HashesAsync(storage)).ShouldAllBe(hash => hash.Length == 43);
    }
}
