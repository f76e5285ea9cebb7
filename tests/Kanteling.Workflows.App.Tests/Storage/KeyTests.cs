using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Storage.Migrations;
using Kanteling.Workflows.Storage.Schema;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>One key ring per database: made at the first start, needed at every next one, and changed without forgetting what was asked before.</summary>
public sealed class KeyTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly string first = KeyText.New("first"), second = KeyText.New("second");

    string Database => folder.File("kanteling.db");

    string Keys => Database + ".sleutels";

    Task<OpenStorage> OpenAsync(params string[] keys) => StorageSetup.OpenAsync(Options(keys));

    StorageOptions Options(string[] keys) => StorageOptions.Sqlite(Database) with { IsDurable = false, Keys = keys.Length == 0 ? null : KeyText.Read(keys) };

    [Fact]
    public async Task The_first_start_makes_a_file_that_only_its_owner_reads_and_the_next_uses_it()
    {
        string id;
        await using (var made = await OpenAsync())
            id = made.Store.Keys.Current.IdFor("x", "y");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var again = await OpenAsync();
        again.Store.Keys.Current.IdFor("x", "y").ShouldBe(id);
    }

    [Fact]
    public async Task Without_its_file_a_database_does_not_open_and_no_other_file_is_made()
    {
        await (await OpenAsync()).DisposeAsync();
        File.Move(Keys, Keys + ".elders");
        var refused = await Should.ThrowAsync<KeysRefusedException>(() => OpenAsync());
        (refused.Why, refused.Subject).ShouldBe((KeysRefusal.FileMissing, Keys));
        File.Exists(Keys).ShouldBeFalse();
        File.Move(Keys + ".elders", Keys);
        await (await OpenAsync()).DisposeAsync();
    }

    [Theory]
    [InlineData("first")]
    [InlineData("other")]
    public async Task Another_key_is_refused_under_whatever_name(string name)
    {
        await (await OpenAsync(first)).DisposeAsync();
        var refused = await Should.ThrowAsync<KeysRefusedException>(() => OpenAsync(KeyText.New(name)));
        (refused.Why, refused.Subject).ShouldBe((KeysRefusal.NotItsOwn, "first"));
        await (await OpenAsync(first)).DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name:short")]
    [InlineData("name:AAAA")]
    [InlineData(":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void What_is_no_key_is_refused_without_repeating_it(string line) =>
        Should.Throw<KeysRefusedException>(() => KeyText.Read([line])).Message.ShouldNotContain("AAAA");

    [Fact]
    public async Task After_the_keys_changed_a_request_of_before_is_known_again_and_begins_nothing_twice()
    {
        var asking = Asking.Person(new("anna"), "k1");
        var start = new StartInstance(new("flow"), new JsonObject { ["vraag"] = "hulp" });
        string stream;
        await using (var before = await OpenAsync(first))
        {
            var engine = Engine(before);
            (await engine.ExecuteAsync(Streams.OfDefinition(new("flow")), Streams.DefinitionKind, new PublishDefinition(Flow.Document("flow", Flow.Step("Elsa.RunTask", "a", ("taskName", "Een")))), Asking.Person(new("anna"), "p"))).ShouldBeOfType<Answer.Done>();
            stream = (await engine.KeyOfAsync(asking, k => new(k.IdFor("case", asking)))).IdFor("case", asking);
            (await engine.ExecuteAsync(new(stream), "case", start, asking)).ShouldBeOfType<Answer.Done>();
        }
        await using (var after = await OpenAsync(second, first))
        {
            var engine = Engine(after);
            var again = (await engine.KeyOfAsync(asking, k => new(k.IdFor("case", asking)))).IdFor("case", asking);
            again.ShouldBe(stream);
            ((Answer.Done)await engine.ExecuteAsync(new(again), "case", start, asking)).IsReplay.ShouldBeTrue();
            (await engine.IsDoneAsync(new(stream), asking)).ShouldBeTrue();
            (await engine.ExecuteAsync(new(stream), "case", start with { Dossier = new("d") }, asking)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("COMMAND_ID_REUSED");
            var fresh = Asking.Person(new("anna"), "k2");
            (await engine.KeyOfAsync(fresh, k => new(k.IdFor("case", fresh)))).Id.ShouldBe("second");
            (await after.Store.StreamsAsync(default).CountAsync()).ShouldBe(2);
        }
        // Both have been used now, and both are needed.
        await Should.ThrowAsync<KeysRefusedException>(() => OpenAsync(second));
        await Should.ThrowAsync<KeysRefusedException>(() => OpenAsync(first));
        await (await OpenAsync(second, first)).DisposeAsync();
    }

    [Fact]
    public async Task What_is_derived_without_the_key_is_another_id()
    {
        await using var storage = await OpenAsync(first);
        var asking = Asking.Person(new("anna"), "123456782");
        var key = storage.Store.Keys.Current;
        var ids = new[] { key, RingKey.New("guess") }.Select(k => (k.IdFor("huishouden", asking), k.IdFor("veiligheid-van", "h1"), k.CommandId(new("h1"), asking))).ToList();
        ids[0].Item1.ShouldNotBe(ids[1].Item1);
        ids[0].Item2.ShouldNotBe(ids[1].Item2);
        ids[0].Item3.ShouldNotBe(ids[1].Item3);
        key.ToString().ShouldBe("RingKey(first)");
    }

    [Fact]
    public async Task PostgreSQL_asks_for_keys_and_knows_its_own()
    {
        var connection = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await Should.ThrowAsync<KeysRefusedException>(() => StorageSetup.OpenAsync(StorageOptions.Postgres(connection)));
        await (await StorageSetup.OpenAsync(PostgresCluster.Options(connection))).DisposeAsync();
        await Should.ThrowAsync<KeysRefusedException>(() => StorageSetup.OpenAsync(StorageOptions.Postgres(connection) with { Keys = KeyText.Read([first]) }));
        await (await StorageSetup.OpenAsync(PostgresCluster.Options(connection))).DisposeAsync();
    }

    [Fact]
    public async Task Nodes_that_start_together_on_a_new_database_all_open_it()
    {
        var connection = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StorageSetup.OpenAsync(PostgresCluster.Options(connection))));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_is_not_there_yet_is_made()
    {
        var there = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        var connection = new NpgsqlConnectionStringBuilder(there);
        connection.Database += "_made";
        await using var storage = await StorageSetup.OpenAsync(PostgresCluster.Options(connection.ConnectionString));
        (await storage.Users.AllAsync()).ShouldBeEmpty();
    }

    /// <summary>Otherwise a database of before would be opened, and miss what the program asks of it.</summary>
    [Fact]
    public void The_tables_of_format_1_are_for_good_those_of_0_1_0() =>
        $"{Format1.Id} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tables.For(isSqlite: true) + Tables.For(isSqlite: false))))[..16]}"
            .ShouldBe("20261130170000_Format1 df5ca55f7e9bff71", "the tables of 0.1.0 have changed: write a migration instead");

    [Theory]
    [InlineData("20261101000000_FirstTables")]
    [InlineData("20261130000000_Format1")]
    public async Task A_database_of_before_format_1_is_refused_and_left_as_it_is(string made)
    {
        using (var old = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = $"""
                CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('{made}', '10.0.0');
                CREATE TABLE commits (stream TEXT NOT NULL, version BIGINT NOT NULL);
                """;
            command.ExecuteNonQuery();
        }
        (await Should.ThrowAsync<OlderDatabaseException>(() => OpenAsync())).Target.ShouldBe(Database);
        Should.Throw<OlderDatabaseException>(() => StorageSetup.OpenSqliteReadOnly(Database)).Target.ShouldBe(Database);
        File.Exists(Keys).ShouldBeFalse();
        using var after = new SqliteConnection($"Data Source={Database};Pooling=False");
        after.Open();
        using var count = after.CreateCommand();
        count.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table'";
        count.ExecuteScalar().ShouldBe(2L);
    }

    static WorkflowEngine Engine(OpenStorage storage) =>
        new(storage.Store, new EngineParts(Agenda.Domain, Agenda.Kinds()), () => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();
}
