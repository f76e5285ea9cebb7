using System.Text;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

public sealed class SqliteStoreTests : BlobContract
{
    readonly TempFolder folder = new();
    OpenStorage storage = null!;

    string Database => folder.File("kanteling.db");

    protected override async Task<IWorkflowStore> OpenAsync()
    {
        storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database) with { IsDurable = false });
        return storage.Store;
    }

    protected override async Task CloseAsync()
    {
        await storage.DisposeAsync();
        folder.Dispose();
    }

    // Every file of the folder, as bytes: database, WAL and shared memory. The lock cannot be opened, and is empty.
    protected override Task<bool> HoldsAsync(string words) => Task.FromResult(PackedSearch.InFolder(folder.Path, words).Anywhere);

    [Fact]
    public async Task A_command_that_fails_does_not_hurt_those_that_were_written_with_it()
    {
        // A null where the table wants a word: it passes every check and fails in the middle of its rows.
        var guilty = NoRows with { Tasks = [OpenTask("bad"), OpenTask("bad", 2) with { Title = null! }] };
        var commits = Enumerable.Range(0, 40).Select(n => Store.CommitAsync(n % 8 == 3 ? Commit($"bad{n}", 0, guilty) : Commit($"good{n}", 0), None)).ToArray();
        await Task.WhenAll(commits.Select(c => c.ContinueWith(_ => true, TaskScheduler.Default)));

        commits.Count(c => c.IsFaulted).ShouldBe(5);
        commits.Where(c => !c.IsFaulted).ShouldAllBe(c => c.Result is CommitResult.Committed);
        var streams = await Store.StreamsAsync(None).ToListAsync();
        streams.Count.ShouldBe(35);
        streams.ShouldAllBe(s => s.Stream.Text.StartsWith("good", StringComparison.Ordinal));
        (await Store.DerivedAsync(new("bad"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_second_server_refuses_to_start_and_may_when_the_first_has_gone()
    {
        var refusal = await Should.ThrowAsync<DatabaseInUseException>(() => StorageSetup.OpenAsync(StorageOptions.Sqlite(Database)));
        refusal.Path.ShouldBe(Database);

        await storage.DisposeAsync();
        File.Exists(Database + ".lock").ShouldBeTrue();
        storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
    }

    [Fact]
    public async Task Who_only_reads_needs_no_lock_and_cannot_write()
    {
        await Committed(Commit("s1", 0));
        await using var beside = StorageSetup.OpenSqliteReadOnly(Database);

        (await beside.Store.LoadAsync(new("s1"), None))!.Head.Version.ShouldBe(1);
        await Committed(Commit("s1", 1));
        (await beside.Store.LoadAsync(new("s1"), None))!.Head.Version.ShouldBe(2);
        await Should.ThrowAsync<StorageUnavailableException>(() => beside.Store.CommitAsync(Commit("s1", 2), None));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_opening_again()
    {
        await Committed(Commit("s1", 0, EveryRow("s1")));
        var before = Text(await Store.DerivedAsync(new("s1"), None));
        await storage.DisposeAsync();
        var again = await OpenAsync();
        Text(await again.DerivedAsync(new("s1"), None)).ShouldBe(before);
    }

    [Fact]
    public async Task An_erasure_that_a_reader_was_in_the_way_of_is_finished_after_a_later_write()
    {
        const string words = "Wilhelmina-van-Planting-1234";
        await Committed(Commit("s1", 0, slots: [Slot(words)]));
        using (var reader = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False"))
        {
            reader.Open();
            using var transaction = reader.BeginTransaction(deferred: true);
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT count(*) FROM streams";
            command.ExecuteScalar().ShouldBe(1L);
            var erasing = Commit("s1", 1);
            (await Store.EraseAsync(erasing, new Events.Erased([new Events.SlotAddress(1, 0)], [], [], "ground"), Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();
            (await HoldsAsync(words)).ShouldBeTrue();
        }
        await Committed(Commit("s1", 2));
        (await HoldsAsync(words)).ShouldBeFalse();
    }

    [Fact]
    public async Task After_closing_nothing_is_accepted()
    {
        await storage.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => Store.CommitAsync(Commit("s1", 0), None));
        storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
    }
}
