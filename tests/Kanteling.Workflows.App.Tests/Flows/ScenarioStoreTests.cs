using System.Collections.Concurrent;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;

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

    static async Task PlayAll(OpenStorage storage)
    {
        await Flows.PublishAsync(storage.Store);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Flows.Told.SelectMany(f => Flows.Folder.Scenarios(f).Select(s => (Flow: f, Scenario: s))), async (x, _) =>
        {
            foreach (var difference in (await Flows.PlayAsync(storage.Store, x.Flow, x.Scenario)).Verschillen)
                differences.Add($"{x.Flow}/{x.Scenario}: {difference}");
        });
        differences.Order().ShouldBeEmpty();
    }
}
