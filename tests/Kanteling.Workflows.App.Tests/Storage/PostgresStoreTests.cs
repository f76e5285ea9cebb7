using System.Text;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

public class PostgresStoreTests : BlobContract
{
    string connection = "";
    OpenStorage storage = null!;

    /// <summary>What is done to the tables before anything is in them.</summary>
    protected virtual string Prepare => "";

    protected override async Task<IWorkflowStore> OpenAsync()
    {
        connection = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        storage = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        if (Prepare.Length > 0)
        {
            await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
            await using var prepare = source.CreateCommand(Prepare);
            await prepare.ExecuteNonQueryAsync();
        }
        return storage.Store;
    }

    protected override async Task CloseAsync() => await storage.DisposeAsync();

    // Every row of every table, in the form in which it can be read.
    protected override async Task<bool> HoldsAsync(string words)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        foreach (var table in await TablesAsync(source))
        {
            await using var command = source.CreateCommand($"SELECT * FROM \"{table}\"");
            await using var r = await command.ExecuteReaderAsync();
            while (await r.ReadAsync())
            {
                if (Enumerable.Range(0, r.FieldCount).Select(r.GetValue).Any(value => value is byte[] bytes ? PackedSearch.InValue(bytes, words) : $"{value}".Contains(words, StringComparison.Ordinal)))
                    return true;
            }
        }
        return false;
    }

    static async Task<List<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        await using var r = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await r.ReadAsync())
            tables.Add(r.GetString(0));
        return tables;
    }

    [Fact]
    public async Task Two_nodes_may_open_one_database()
    {
        await using var other = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        await Committed(Commit("s1", 0));
        (await other.Store.CommitAsync(Commit("s1", 0), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await other.Store.CommitAsync(Commit("s1", 1), None)).ShouldBeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task Connections_that_the_server_ended_are_replaced_without_anybody_noticing()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Committed(Commit($"s{n}", 0))));
        await using var admin = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using (var end = admin.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"))
            ((long)(await end.ExecuteScalarAsync())!).ShouldBeGreaterThan(0);

        await Committed(Commit("s0", 1));
        (await Store.LoadAsync(new("s0"), None))!.Head.Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_was_lost_after_the_commit_is_found_again()
    {
        await using var cut = await CutConnection.BeforeAsync(connection);
        await using var far = await StorageSetup.OpenAsync(PostgresCluster.Options(cut.ConnectionString));
        await CommittedThrough(far, Commit("s1", 0));

        cut.LoseNextAnswer();
        await CommittedThrough(far, Commit("s1", 1, NoRows with { Claims = [new Instances.ClaimRow("k", new("s1"), new(2))] }, command: "once"));

        cut.Lost.ShouldBe(1);
        (await Store.HistoryAsync(new("s1"), 1, None).ToListAsync()).Select(c => c.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_node_that_hangs_in_a_transaction_holds_the_others_up_no_longer_than_it_may()
    {
        const string Idle = "idle_in_transaction_session_timeout";
        (await MayHangAsync(storage)).ShouldBe("15s");
        // Who runs the database may say otherwise.
        await using var node = await StorageSetup.OpenAsync(PostgresCluster.Options($"{connection};Options=-c {Idle}=300ms"));
        (await MayHangAsync(node)).ShouldBe("300ms");

        var (held, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var hangs = node.Registers.WriteAsync(new("a"), Now, async db =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO settings (key, value, version) VALUES ('x', 'a', 1)");
            held.SetResult();
            await goOn.Task;
            return true;
        }, together: true);
        await held.Task;
        // Waits for that row, and gets it when the server ends the other.
        await storage.Registers.WriteAsync(new("b"), Now, async db => await db.Settings.AddAsync(new Setting { Key = "x", Value = "b" }));
        goOn.SetResult();
        await Should.ThrowAsync<StorageUnavailableException>(() => hangs);
        (await storage.Registers.ReadAsync(db => db.ListAsync(db.Settings))).ShouldHaveSingleItem().Value.ShouldBe("b");

        static Task<string> MayHangAsync(OpenStorage at) => at.Registers.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT current_setting({Idle}) AS \"Value\"").SingleAsync());
    }

    static async Task CommittedThrough(OpenStorage far, CommitRequest request) =>
        (await far.Store.CommitAsync(request, None)).ShouldBeOfType<CommitResult.Committed>();
}
