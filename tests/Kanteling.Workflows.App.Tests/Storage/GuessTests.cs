using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>
/// After an erasure the hash of what was erased still stands in the body, and whoever has every file may guess. Here he does:
/// he knows the value itself and tries every sixteen bytes that stand anywhere as its salt, or as the key of a seal. Both are random and stand
/// outside what is packed, so he need not unpack anything for them.
/// </summary>
public sealed class GuessTests : IDisposable
{
    const string Stream = "s1";
    static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    static readonly StartInstance Start = new(new("flow"), new JsonObject { ["geboren"] = "1944-03-01" });
    readonly TempFolder folder = new();

    string Database => folder.File("kanteling.db");

    [Fact]
    public async Task With_the_true_value_and_every_file_nothing_of_it_is_computed_again()
    {
        await BeginAsync();
        var (hash, value) = (await HashAsync(), Encoding.UTF8.GetBytes(Start.Input.ToJsonString(Json.Compact)));
        Salts().Any(salt => Slot.HashOf(salt, value).AsSpan().SequenceEqual(hash)).ShouldBeTrue("before the erasure the salt is there: this guess is a real one");
        Seals().Any(seal => RequestSeal.Fits(seal, Start)).ShouldBeTrue("and so is the seal of the request");
        PackedSearch.InFiles(Files(), "1944-03-01").Anywhere.ShouldBeTrue("and so is the value");

        await EraseAsync();

        (await HashAsync()).ShouldBe(hash, "the body stays as it was");
        Salts().Any(salt => Slot.HashOf(salt, value).AsSpan().SequenceEqual(hash)).ShouldBeFalse();
        Seals().Any(seal => RequestSeal.Fits(seal, Start)).ShouldBeFalse();
        PackedSearch.InFiles(Files(), "1944-03-01").Anywhere.ShouldBeFalse();
    }

    [Fact]
    public async Task A_build_that_keeps_the_salt_falls_to_a_guess_of_a_million_values()
    {
        await BeginAsync();
        var (hash, salt) = (await HashAsync(), (await SlotAsync()).Salt);
        await EraseAsync();
        // As such a build leaves it: the salt beside the emptied slot.
        Run("UPDATE commits SET slots = CAST(slots || $1 AS BLOB) WHERE stream = 's1' AND version = 1", salt.ToArray());
        var day = new DateOnly(1900, 1, 1);
        var guesses = Enumerable.Range(0, 1 << 20).Select(n => $$"""{"geboren":"{{day.AddDays(n % 47_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}"}""");
        guesses.AsParallel().Any(guess => Slot.HashOf(salt.AsSpan(), Encoding.UTF8.GetBytes(guess)).AsSpan().SequenceEqual(hash)).ShouldBeTrue();
        Salts().Any(s => s.SequenceEqual(salt.ToArray())).ShouldBeTrue("and the search of every file finds that salt");
    }

    [Fact]
    public async Task With_the_true_body_and_every_file_nobody_finds_that_it_was_this_that_was_destroyed()
    {
        await BeginAsync();
        StoredCommit was;
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database)))
        {
            var engine = Engine(storage);
            (await engine.ExecuteAsync(new("s2"), "case", Start with { Dossier = new DossierId("d1") }, Asking.Person(new("anna"), "k2"))).ShouldBeOfType<Answer.Done>();
            was = await storage.Store.HistoryAsync(new("s2"), 1, default).FirstAsync();
            (await engine.ExecuteAsync(new("s2"), "case", new CancelInstance(new InstanceId(1), "over"), Asking.Person(new("anna"), "k3"))).ShouldBeOfType<Answer.Done>();
        }
        var (hash, body) = (CommitCodec.BodyHash(was), was.Body.ToArray());
        bool IsFound() => Windows(StoredCommit.NonceLength).AsParallel().Any(nonce => SHA256.HashData((byte[])[.. nonce, .. body]).AsSpan().SequenceEqual(hash));
        IsFound().ShouldBeTrue("before, its nonce is there to be found");

        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database)))
            (await Engine(storage).DestroyAsync(new("s2"), [new DossierId("d1")], "RETENTION_OVER", Asking.Person(new("anna"), "d"))).ShouldBeOfType<Answer.Done>();

        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database)))
            (await storage.Store.HistoryAsync(new("s2"), 1, default).FirstAsync()).Tombstone!.BodyHash.ToArray().ShouldBe(hash);
        IsFound().ShouldBeFalse();
    }

    async Task BeginAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
        var engine = Engine(storage);
        await engine.ExecuteAsync(Streams.OfDefinition(new("flow")), Streams.DefinitionKind, new PublishDefinition(Flow.Document("flow", Flow.Step("Elsa.RunTask", "a", ("taskName", "Een")))), Asking.Person(new("anna"), "p"));
        (await engine.ExecuteAsync(new(Stream), "case", Start, Asking.Person(new("anna"), "k1"))).ShouldBeOfType<Answer.Done>();
    }

    async Task EraseAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
        var slots = SlotCodec.Read((await storage.Store.HistoryAsync(new(Stream), 1, default).FirstAsync()).Slots).Select((_, n) => new SlotAddress(1, n));
        (await Engine(storage).EraseAsync(new(Stream), [.. slots], "WMO_5_3_5", Asking.Person(new("anna"), "wis"))).ShouldBeOfType<Answer.Done>();
    }

    /// <summary>The hash of the input as it stands in the body of the first commit.</summary>
    async Task<byte[]> HashAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
        using var body = JsonDocument.Parse(Packing.Unpack((await storage.Store.HistoryAsync(new(Stream), 1, default).FirstAsync()).Body));
        return body.RootElement[0].GetProperty("d").GetProperty("input").GetProperty("hash").GetBytesFromBase64();
    }

    async Task<Slot> SlotAsync()
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database));
        return SlotCodec.Read((await storage.Store.HistoryAsync(new(Stream), 1, default).FirstAsync()).Slots)[0];
    }

    IEnumerable<byte[]> Files() => Directory.EnumerateFiles(folder.Path).Where(file => new FileInfo(file).Length > 0).Select(File.ReadAllBytes);

    IEnumerable<byte[]> Windows(int length) => Files().SelectMany(bytes => Enumerable.Range(0, Math.Max(0, bytes.Length - length + 1)).Select(at => bytes[at..(at + length)]));

    ParallelQuery<byte[]> Salts() => Windows(Slot.SaltLength).AsParallel();

    // A page full of zeros is no seal; trying those too would only take longer.
    ParallelQuery<byte[]> Seals() => Windows(Slot.SaltLength + SHA256.HashSizeInBytes).Where(seal => seal[0] != 0 || seal[1] != 0).AsParallel();

    void Run(string sql, byte[] value)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", value);
        command.ExecuteNonQuery().ShouldBe(1);
    }

    static WorkflowEngine Engine(OpenStorage storage) => new(storage.Store, new EngineParts(Agenda.Domain with { Destroyed = (state, _) => new Destruction(state, []) }, Agenda.Kinds()), () => Now);

    public void Dispose() => folder.Dispose();
}
