using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Storage;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Rows;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Feeds;

public class PostgresFeedTests : FeedDetailsContract
{
    string connection = "";

    /// <summary>What is done to the tables before anything is in them.</summary>
    protected virtual string Prepare => "";

    // As when the server process is killed: the connection is gone before the commit.
    protected override string Down => "SELECT pg_terminate_backend(pg_backend_pid())";

    protected override async Task<OpenStorage> OpenAsync()
    {
        connection = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        var storage = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        if (Prepare.Length > 0)
            await RunAsync(Prepare);
        return storage;
    }

    protected override async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task SettledAsync()
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var asking = await source.OpenConnectionAsync();
        await using var next = new NpgsqlCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint", asking);
        await using var oldest = new NpgsqlCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", asking);
        var before = (long)(await next.ExecuteScalarAsync())!;
        while ((long)(await oldest.ExecuteScalarAsync())! < before)
            await Task.Yield();
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_never_passed_over()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var late = await source.OpenConnectionAsync();
        await using (var transaction = await late.BeginTransactionAsync())
        {
            await using (var insert = new NpgsqlCommand("INSERT INTO dossier_reads (user_id, at, stream, what) VALUES ('late', 638000000000000000, 'late', 'plan')", late))
                await insert.ExecuteNonQueryAsync();
            for (var n = 1; n <= 5; n++)
            {
                await CommitAsync("s1", n);
                await Storage.Projections.RunAsync();
            }
            (await ReadableAsync()).Select(Named).ShouldBe(["s1/1"], "what came after it waits for it");
            (await Storage.Projections.LagAsync())[0].Behind.ShouldBe(5, "and is seen to wait");
            await transaction.CommitAsync();
        }
        (await AllAsync()).Select(Named).ShouldBe(["s1/1", "look/late", "s1/2", "s1/3", "s1/4", "s1/5", "s1/6"]);
        await ProjectAsync();
        ((await SumAsync(CountedKind.Cause)), (await SumAsync(CountedKind.Look))).ShouldBe((6, 1));
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("register")]
    [InlineData("look")]
    public async Task What_comes_after_a_transaction_that_runs_waits_for_it_whatever_it_is(string next)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var late = await source.OpenConnectionAsync();
        await using (var transaction = await late.BeginTransactionAsync())
        {
            await using (var insert = new NpgsqlCommand("INSERT INTO dossier_reads (user_id, at, stream, what) VALUES ('late', 638000000000000000, 'late', 'plan')", late))
                await insert.ExecuteNonQueryAsync();
            await (next switch { "commit" => CommitAsync("s1", 0), "register" => SetAsync("a"), _ => LookAsync() });
            await Storage.Projections.RunAsync();
            (await ReadableAsync()).ShouldBeEmpty();
            await transaction.CommitAsync();
        }
        (await AllAsync()).Count.ShouldBe(2);
        await ProjectAsync();
        (await Storage.Counts.SinceAsync(DateOnly.MinValue)).Sum(a => a.Amount).ShouldBe(2);
    }

    [Fact]
    public async Task The_transaction_goes_before_the_number_for_a_reader_and_for_where_a_projection_stands()
    {
        const string look = "INSERT INTO dossier_reads (user_id, at, stream, what) VALUES ('late', 638000000000000000, 'late', 'plan')";
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var early = await source.OpenConnectionAsync();
        await using var late = await source.OpenConnectionAsync();
        await using var first = await early.BeginTransactionAsync();
        await using var second = await late.BeginTransactionAsync();
        // The first has the lower transaction, the second the lower number.
        foreach (var (node, sql) in new[] { (early, "SELECT pg_current_xact_id()"), (late, look), (early, look) })
        {
            await using var command = new NpgsqlCommand(sql, node);
            await command.ExecuteNonQueryAsync();
        }
        await first.CommitAsync();
        while ((await ReadableAsync()).Count == 0)
            await Task.Yield();
        await Storage.Projections.RunAsync();
        await second.CommitAsync();

        var all = await AllAsync();
        all.Count.ShouldBe(2);
        all[1].Position.Number.ShouldBeLessThan(all[0].Position.Number);
        all[1].Position.IsAfter(all[0].Position).ShouldBeTrue();
        (await AllAsync(atOnce: 1)).ShouldBe(all, "a short page passes over nothing");
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty("the second is not in it yet");
        await ProjectAsync();
        (await SumAsync(CountedKind.Look)).ShouldBe(2);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_projection_is_proved_from_one_moment_also_when_another_node_counts_on_meanwhile()
    {
        await CommitAsync("s1", 0);
        await ProjectAsync();
        await CommitAsync("s1", 1);
        await SettledAsync();
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var counting = await source.OpenConnectionAsync();
        await using var transaction = await counting.BeginTransactionAsync();
        async Task<object?> DoAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, counting);
            return await command.ExecuteScalarAsync();
        }
        // The proof has read where the projection stands, and waits for its rows; they come with the next position.
        await DoAsync("LOCK TABLE daily_counts IN ACCESS EXCLUSIVE MODE");
        var proof = Storage.Projections.DoubtsAsync();
        while (!proof.IsCompleted && (long)(await DoAsync("SELECT count(*) FROM pg_locks WHERE relation = 'daily_counts'::regclass AND NOT granted"))! == 0)
            await Task.Yield();
        await DoAsync("UPDATE daily_counts SET amount = 2");
        await DoAsync("UPDATE projections SET (epoch, xact, number) = (SELECT epoch, xact, position FROM commits WHERE version = 2)");
        await transaction.CommitAsync();

        (await proof).ShouldBeEmpty();
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_misses_nothing_and_gets_nothing_twice_while_two_nodes_write()
    {
        await using var other = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
                await CommitOnAsync(w % 2 == 0 ? Storage : other, $"s{w}", n);
        })));
        var (seen, after) = (new List<string>(), default(FeedPosition));
        for (var isLast = false; ;)
        {
            isLast = writing.IsCompleted;
            if (isLast)
                await SettledAsync();
            var page = await Feed.ReadAsync(after, 13, None);
            seen.AddRange(page.Select(Named));
            after = page is [.., { Position: var last }] ? last : after;
            if (isLast && page.Count == 0)
                break;
        }
        await writing;
        seen.Count.ShouldBe(480);
        seen.Distinct().Count().ShouldBe(480);
    }

    [Fact]
    public async Task Two_nodes_that_project_while_both_write_count_every_row_once()
    {
        await using var other = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
                await CommitOnAsync(w % 2 == 0 ? Storage : other, $"s{w}", n);
        })));
        await Task.WhenAll(new[] { Storage, other }.Select(node => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                await node.Projections.RunAsync();
                (await node.Projections.DoubtsAsync()).ShouldBeEmpty();
            }
        })));
        await writing;
        while ((await Storage.Projections.LagAsync())[0].Behind > 0)
            await Storage.Projections.RunAsync();

        (await SumAsync(CountedKind.Cause)).ShouldBe(480);
        (await other.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opening_again_and_a_copy_within_the_server_are_no_restore()
    {
        await CommitAsync("s1", 0);
        await RunAsync("VACUUM FULL feed_epochs");
        await using var other = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        await CommitOnAsync(other, "s1", 1);
        (await AllAsync()).ShouldAllBe(row => row.Position.Epoch == 0);
    }

    [Fact]
    public async Task A_server_that_was_recovered_to_an_earlier_moment_is_a_restore()
    {
        await CommitAsync("s1", 0);
        // Every number in it is of this very server, and only the timeline differs: as after a recovery that ended earlier.
        await RunAsync("UPDATE feed_epochs SET xact = pg_current_xact_id()::text::bigint, origin = replace(origin, '/00000001', '/00000009')");
        await using var recovered = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        await CommitOnAsync(recovered, "s1", 1);
        (await AllAsync()).Select(row => row.Position.Epoch > 0).ShouldBe([false, true]);
    }
}

/// <summary>The same where the commits are spread over partitions by their stream.</summary>
public sealed class PartitionedPostgresFeedTests : PostgresFeedTests
{
    protected override string Prepare => PartitionedPostgresStoreTests.Partition;
}
