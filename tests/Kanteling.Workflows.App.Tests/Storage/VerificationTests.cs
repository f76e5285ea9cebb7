using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>Whoever changes, removes, reorders or cuts off what was stored is found, and the first bad commit is named.</summary>
public sealed class VerificationTests : IAsyncLifetime, IDisposable
{
    const string Household = "h1";
    static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    readonly TempFolder folder = new();

    string Path => folder.File("kanteling.db");

    [Fact]
    public async Task What_nobody_touched_is_in_order() => (await VerifyAsync()).ShouldBeEmpty();

    [Theory]
    [InlineData("UPDATE commits SET body = CAST(body || x'00' AS BLOB) WHERE version = 2", 2, "HASH_WRONG")]
    [InlineData("UPDATE commits SET actor = 'user:somebody' WHERE version = 3", 3, "HASH_WRONG")]
    [InlineData("UPDATE commits SET at = at + 1 WHERE version = 1", 1, "HASH_WRONG")]
    [InlineData("UPDATE commits SET command_id = 'x' WHERE version = 3", 3, "HASH_WRONG")]
    [InlineData("UPDATE commits SET format = 2 WHERE version = 3", 3, "HASH_WRONG")]
    [InlineData("UPDATE commits SET nonce = zeroblob(16) WHERE version = 3", 3, "HASH_WRONG")]
    [InlineData("UPDATE commits SET stream = 'h2' WHERE version = 4", 4, "HISTORY_CUT_OFF")]
    [InlineData("DELETE FROM commits WHERE version = 2", 2, "COMMIT_MISSING")]
    [InlineData("DELETE FROM commits WHERE version = 4", 4, "HISTORY_CUT_OFF")]
    [InlineData("UPDATE commits SET slots = x'010100F8FFFFFFFF0700' WHERE version = 2", 2, "CONTENT_CHANGED")]
    [InlineData("UPDATE commits SET slots = x'01FFFFFFFF07' WHERE version = 2", 2, "CONTENT_CHANGED")]
    [InlineData("UPDATE commits SET version = -version WHERE version IN (2, 3); UPDATE commits SET version = 5 + version WHERE version < 0", 2, "HASH_WRONG")]
    public async Task A_change_in_the_history_names_its_first_bad_commit(string sql, long version, string code)
    {
        Run(sql.Replace("WHERE ", $"WHERE stream = '{Household}' AND ", StringComparison.Ordinal));
        var doubt = (await VerifyAsync()).ShouldHaveSingleItem();
        (doubt.Version, doubt.Code).ShouldBe((version, code));
    }

    [Fact]
    public async Task A_word_that_was_changed_inside_packed_content_is_found()
    {
        Change("slots", stored => SlotCodec.Write([.. SlotCodec.Read(stored).Select(s => s with { Bytes = Changed(s.Bytes!.Value.AsSpan()) })]));
        var doubt = (await VerifyAsync())[0];
        (doubt.Version, doubt.Code).ShouldBe((2, "CONTENT_CHANGED"));
    }

    [Fact]
    public async Task A_word_that_was_changed_inside_a_packed_snapshot_is_found()
    {
        Change("bytes", stored => Packing.Pack(Changed(Packing.Unpack(stored).Span).AsSpan()));
        (await VerifyAsync()).ShouldHaveSingleItem().ShouldBe(new Doubt(new(Household), null, "ROWS_DIFFER", ["snapshot"]), Compare);
    }

    static ImmutableArray<byte> Changed(ReadOnlySpan<byte> bytes) => [.. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("geheim", "GEHEIM", StringComparison.Ordinal))];

    /// <summary>Changes the slots of the second commit, or the snapshot.</summary>
    void Change(string column, Func<byte[], byte[]> change)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        var rows = column == "slots" ? "commits WHERE stream = 'h1' AND version = 2" : "snapshots WHERE stream = 'h1'";
        command.CommandText = $"SELECT {column} FROM {rows}";
        var (was, table) = ((byte[])command.ExecuteScalar()!, rows.Split(" WHERE "));
        command.CommandText = $"UPDATE {table[0]} SET {column} = $1 WHERE {table[1]}";
        command.Parameters.AddWithValue("$1", change(was));
        command.ExecuteNonQuery().ShouldBe(1);
    }

    [Fact]
    public async Task Content_that_was_emptied_without_an_erasure_that_says_so_is_found()
    {
        byte[] emptied;
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path)))
            emptied = SlotCodec.Erase((await storage.Store.HistoryAsync(new(Household), 2, default).FirstAsync()).Slots, new HashSet<int> { 0 });
        Run($"UPDATE commits SET slots = x'{Convert.ToHexString(emptied)}' WHERE stream = '{Household}' AND version = 2");
        var doubt = (await VerifyAsync())[0];
        (doubt.Version, doubt.Code).ShouldBe((2, "CONTENT_CHANGED"));
    }

    [Theory]
    [InlineData("UPDATE blob_parts SET bytes = CAST(replace(CAST(bytes AS TEXT), 'geheim', 'GEHEIM') AS BLOB)", "BLOB_CHANGED")]
    [InlineData("UPDATE blobs SET salt = zeroblob(16)", "BLOB_CHANGED")]
    [InlineData("UPDATE blobs SET length = length - 1", "BLOB_CHANGED")]
    [InlineData("DELETE FROM blob_parts", "BLOB_CHANGED")]
    [InlineData("DELETE FROM blobs", "BLOB_MISSING")]
    [InlineData("UPDATE blobs SET stream = 'h2'", "BLOB_MISSING")]
    [InlineData("UPDATE blobs SET number = 3", "BLOB_UNKNOWN")]
    [InlineData("INSERT INTO blobs SELECT stream, version, 1, dossier, kind, salt, length, 'x' FROM blobs", "BLOB_UNKNOWN")]
    public async Task Bytes_that_stand_apart_and_were_changed_removed_or_added_are_found(string sql, string code)
    {
        await AttachAsync();
        (await VerifyAsync()).ShouldBeEmpty();
        Run(sql);
        var doubt = (await VerifyAsync()).ShouldHaveSingleItem();
        (doubt.Version, doubt.Code).ShouldBe((5, code));
    }

    /// <summary>A file with the household, in its fifth commit.</summary>
    async Task AttachAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path));
        var upload = (await new Uploads(storage.Store.Blobs, () => Moment).TakeAsync(new("user:anna"), "geheim.txt", "text/plain", new MemoryStream("geheim"u8.ToArray()), default)).Upload!;
        await DoAsync(EngineOn(storage), Household, new AttachFile(upload.Id, new DossierId("d1"), "geheim"));
    }

    [Fact]
    public async Task A_backup_that_was_put_back_is_brought_in_line_by_the_list_outside_the_database()
    {
        await AttachAsync();
        var backup = await File.ReadAllBytesAsync(Path);
        await EraseAllAsync();
        var list = Path + ".gewist";
        (await File.ReadAllTextAsync(list)).ShouldNotContain("geheim");
        await File.WriteAllBytesAsync(Path, backup);
        foreach (var beside in (string[])["-wal", "-shm"])
            File.Delete(Path + beside);
        PackedSearch.InFolder(folder.Path, "geheim").Anywhere.ShouldBeTrue("the backup is of before");

        (await RepeatAsync()).ShouldContain("1 opnieuw gedaan");
        // The program wrote it anew, so it is its engine that proves it.
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path)))
            (await Opdrachtregel.MotorOp(storage).Verification.RunAsync(new(Household), Moment)).ShouldBeEmpty();
        PackedSearch.InFolder(folder.Path, "geheim").Anywhere.ShouldBeFalse();
        (await RepeatAsync()).ShouldContain("0 opnieuw gedaan");

        // As a node leaves it that lost its power while it wrote: that erasure had not begun.
        await File.AppendAllTextAsync(list, """{"stream":"h1","slo""");
        (await RepeatAsync()).ShouldContain("0 opnieuw gedaan");
    }

    [Fact]
    public async Task What_has_the_place_of_something_erased_and_was_written_later_is_left_alone()
    {
        // As after a restore: on the list is what stood in this place before, erased before this was written.
        await File.WriteAllTextAsync(Path + ".gewist", $$"""{"stream":"{{Household}}","slots":[{"version":2,"slot":0}],"ground":"WMO_5_3_5","at":"{{Moment.AddDays(-1):O}}"}""" + "\n");
        (await RepeatAsync()).ShouldContain("0 opnieuw gedaan");
        await File.WriteAllTextAsync(Path + ".gewist", $$"""{"stream":"{{Household}}","slots":[{"version":2,"slot":0}],"ground":"WMO_5_3_5","at":"{{Moment:O}}"}""" + "\n");
        (await RepeatAsync()).ShouldContain("1 opnieuw gedaan");
    }

    async Task<string> RepeatAsync()
    {
        using var said = new StringWriter();
        (await Wissingen.HerhaalAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path)), said)).ShouldBe(0, said.ToString());
        return said.ToString();
    }

    async Task EraseAllAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path));
        var slots = new List<SlotAddress>();
        await foreach (var commit in storage.Store.HistoryAsync(new(Household), 1, default))
            slots.AddRange(SlotCodec.Read(commit.Slots).Select((_, n) => new SlotAddress(commit.Version, n)));
        var blobs = (await storage.Store.Blobs.OfAsync(new(Household), default)).Select(b => b.At).ToImmutableArray();
        (await EngineOn(storage).EraseAsync(new(Household), new EraseContent([.. slots], "WMO_5_3_5", blobs), Asking.Person(new("anna"), "wis"))).ShouldBeOfType<Answer.Done>();
    }

    [Theory]
    [InlineData("UPDATE tasks SET title = 'Iets anders'", "tasks")]
    [InlineData("DELETE FROM closed_tasks", "closed tasks")]
    [InlineData("DELETE FROM instances", "instances")]
    [InlineData("UPDATE snapshots SET bytes = x'F8FFFFFF7F00'", "snapshot")]
    public async Task A_row_that_is_not_what_the_history_says_is_named(string sql, string what)
    {
        Run(sql);
        (await VerifyAsync()).ShouldHaveSingleItem().ShouldBe(new Doubt(new(Household), null, "ROWS_DIFFER", [what]), Compare);
    }

    [Fact]
    public async Task Erased_content_still_verifies_and_is_gone_from_every_file()
    {
        await AttachAsync();
        await EraseAllAsync();
        (await VerifyAsync()).ShouldBeEmpty();
        PackedSearch.InFolder(folder.Path, "geheim").Anywhere.ShouldBeFalse();
    }

    static readonly IEqualityComparer<Doubt> Compare = EqualityComparer<Doubt>.Create((a, b) => a!.ToString() == b!.ToString(), d => d.ToString().GetHashCode(StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path));
        var engine = EngineOn(storage);
        var flow = Flow.Document("flow", Flow.Step("Elsa.RunTask", "a", ("taskName", "Een")), Flow.Step("Elsa.RunTask", "b", ("taskName", "Twee")), Flow.Step("Elsa.RunTask", "c", ("taskName", "Drie")), Flow.Step("Elsa.RunTask", "d", ("taskName", "Vier")));
        await DoAsync(engine, Streams.OfDefinition(new("flow")).Text, new PublishDefinition(flow));
        var done = await DoAsync(engine, Household, new StartInstance(new("flow"), new System.Text.Json.Nodes.JsonObject { ["vraag"] = "geheim" }));
        for (var i = 0; i < 3; i++)
        {
            var task = done.Events.OfType<TaskOpened>().Single().Task;
            done = await DoAsync(engine, Household, new CompleteTask(task.Id, 1, null, new System.Text.Json.Nodes.JsonObject { ["antwoord"] = "geheim" }));
        }
    }

    static async Task<Answer.Done> DoAsync(WorkflowEngine engine, string stream, Command command) =>
        (await engine.ExecuteAsync(new(stream), "test", command, Asking.Person(new("anna"), Guid.NewGuid().ToString("N")))).ShouldBeOfType<Answer.Done>();

    static WorkflowEngine EngineOn(OpenStorage storage) => new(storage.Store, new EngineParts(Agenda.Domain, Agenda.Kinds()), () => Moment);

    async Task<ImmutableArray<Doubt>> VerifyAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Path));
        return await EngineOn(storage).Verification.RunAsync(new(Household), Moment);
    }

    void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
