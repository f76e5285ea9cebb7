using System.Diagnostics;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Rows;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Feeds;

/// <summary>A dump that is put back is noticed when it is opened: what is committed then comes after everything of before.</summary>
public sealed class PostgresRestoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dumped_restored_and_committed_the_epoch_went_up_and_the_projection_sees_it(bool inAnotherServer)
    {
        using var folder = new TempFolder();
        var dump = folder.File("kanteling.dump");
        await using var first = await PostgresCluster.StartAsync();
        var from = await first.CreateDatabaseAsync();
        // Transactions that no other server has had yet: their numbers are still to come there.
        await BurnAsync(from, 3_000);
        FeedPosition before;
        await using (var storage = await StorageSetup.OpenAsync(PostgresCluster.Options(from)))
        {
            await FeedContract.CommitOnAsync(storage, "s1", 0);
            await storage.Projections.RunAsync();
            await FeedContract.CommitOnAsync(storage, "s1", 1);
            before = (await new Feed((SqlStore)storage.Store).ReadAsync(default, 10, default))[^1].Position;
        }
        await ToolAsync("pg_dump", "-Fc", "-f", dump, "-d", Address(from));

        await using var second = inAnotherServer ? await PostgresCluster.StartAsync() : null;
        var to = await (second ?? first).CreateDatabaseAsync();
        await ToolAsync("pg_restore", "-d", Address(to), dump);
        await using var restored = await StorageSetup.OpenAsync(PostgresCluster.Options(to));
        await using var other = await StorageSetup.OpenAsync(PostgresCluster.Options(to));
        await FeedContract.CommitOnAsync(restored, "s1", 2);
        await FeedContract.CommitOnAsync(other, "s1", 3);

        var rows = await new Feed((SqlStore)restored.Store).ReadAsync(default, 10, default);
        rows.Select(r => ((FeedRow.Commit)r).Version).ShouldBe([1, 2, 3, 4]);
        rows[2].Position.IsAfter(before).ShouldBeTrue();
        rows[2].Position.Epoch.ShouldBeGreaterThan(before.Epoch);
        rows[3].Position.Epoch.ShouldBe(rows[2].Position.Epoch, "it is noticed once");
        while ((await restored.Projections.LagAsync())[0].Behind > 0)
            await restored.Projections.RunAsync();
        (await restored.Counts.SinceAsync(DateOnly.MinValue)).Single(a => a.Kind == CountedKind.Cause).Amount.ShouldBe(4);
        (await restored.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    static async Task BurnAsync(string connection, int transactions)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand($"DO $$ BEGIN FOR n IN 1..{transactions} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        await command.ExecuteNonQueryAsync();
    }

    static string Address(string connection)
    {
        var c = new NpgsqlConnectionStringBuilder(connection);
        return $"host={c.Host} port={c.Port} user={c.Username} dbname={c.Database}";
    }

    static async Task ToolAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(PostgresBinaries.Find(), tool), arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
    }
}
