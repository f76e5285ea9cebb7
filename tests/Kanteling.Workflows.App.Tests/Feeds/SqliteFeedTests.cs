using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Feeds;

public sealed class SqliteFeedTests : FeedDetailsContract
{
    readonly TempFolder folder = new();

    string Database => folder.File("kanteling.db");

    // It throws, and the transaction is rolled back.
    protected override string Down => "INSERT INTO projections (name) VALUES (NULL)";

    protected override Task<OpenStorage> OpenAsync() => StorageSetup.OpenAsync(StorageOptions.Sqlite(Database) with { IsDurable = false });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_position_is_used_once_also_when_the_last_rows_are_gone_after_opening_again()
    {
        await CommitAsync("s1", 0);
        await LookAsync();
        await Storage.Projections.RunAsync();
        await Storage.DisposeAsync();
        await RunAsync("DELETE FROM dossier_reads");
        await using var again = await OpenAsync();
        await CommitOnAsync(again, "s1", 1);
        await again.Projections.RunAsync();
        (await again.Projections.LagAsync())[0].Behind.ShouldBe(0);
        (await again.Counts.SinceAsync(DateOnly.MinValue)).Single(a => a.Kind == CountedKind.Cause).Amount.ShouldBe(2);
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("register")]
    [InlineData("look")]
    public async Task After_opening_again_the_positions_go_on_after_the_last_whatever_that_was(string last)
    {
        await CommitAsync("s1", 0);
        await SetAsync("a");
        await LookAsync();
        await (last switch { "commit" => CommitAsync("s1", 1), "register" => SetAsync("b"), _ => LookAsync() });
        var before = (await AllAsync())[^1].Position;
        await Storage.DisposeAsync();

        await using var again = await OpenAsync();
        await CommitOnAsync(again, "s2", 0);
        var rows = await new Workflows.Storage.Feeds.Feed((Workflows.Storage.Commits.SqlStore)again.Store).ReadAsync(before, 10, None);
        rows.Select(Named).ShouldBe(["s2/1"]);
    }

    [Fact]
    public async Task A_copy_that_was_put_back_goes_on_in_a_higher_epoch()
    {
        await CommitAsync("s1", 0);
        await Storage.Projections.RunAsync();
        await Storage.DisposeAsync();
        var copy = await File.ReadAllBytesAsync(Database);
        await using (var later = await OpenAsync())
        {
            // As the start of a server does.
            later.Erasures.Prepare().ShouldBeTrue();
            for (var n = 1; n < 9; n++)
                await CommitOnAsync(later, "s1", n);
            await later.Projections.RunAsync();
        }
        await File.WriteAllBytesAsync(Database, copy);

        using var said = new StringWriter();
        (await Wissingen.HerhaalAsync(await OpenAsync(), said)).ShouldBe(0, said.ToString());
        await using var back = await OpenAsync();
        await CommitOnAsync(back, "s1", 1);
        var rows = await new Workflows.Storage.Feeds.Feed((Workflows.Storage.Commits.SqlStore)back.Store).ReadAsync(default, 10, None);
        rows.Select(Named).ShouldBe(["s1/1", "s1/2"]);
        rows[1].Position.Epoch.ShouldBeGreaterThan(rows[0].Position.Epoch);
        await back.Projections.RunAsync();
        (await back.Counts.SinceAsync(DateOnly.MinValue)).Single().Amount.ShouldBe(2);
        (await back.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_only_reads_proves_a_projection_beside_the_server()
    {
        await CommitAsync("s1", 0);
        await Storage.Projections.RunAsync();
        await using var beside = StorageSetup.OpenSqliteReadOnly(Database);
        (await beside.Projections.DoubtsAsync()).ShouldBeEmpty();
        await RunAsync("DELETE FROM daily_counts");
        (await beside.Projections.DoubtsAsync()).ShouldBe(["daily-counts"]);
    }
}
