using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Nodes;

/// <summary>Nodes that start together, and nodes of different versions on one database.</summary>
[Trait("Category", "Crash")]
[Collection("Nodes")]
public sealed class NodeStartTests : IDisposable
{
    const string Later = "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29991231000000_Later', '10.0.0')";

    readonly TempFolder folder = new();

    string Small => CrashFlow.WriteTo(folder.File("workflows"));

    [Fact]
    public async Task Three_nodes_that_start_at_once_publish_every_flow_once()
    {
        await using var servers = await PostgresServers.StartAsync();
        var flows = Flows.Flows.Folder.Pad;
        await using (await Fleet.StartAsync(servers, flows, 3))
        {
            (await PublishedAsync(servers)).ShouldNotBeEmpty();
        }
        var published = await PublishedAsync(servers);
        published.Where(flow => flow.Commits != flow.Versions).ShouldBeEmpty("a flow was published twice");
        await using var again = await Fleet.StartAsync(servers, flows, 3);
        (await PublishedAsync(servers)).ShouldBe(published, "they found everything there");
    }

    [Fact]
    public async Task A_program_refuses_a_PostgreSQL_that_a_later_version_has_changed()
    {
        await using var servers = await PostgresServers.StartAsync();
        await (await StorageSetup.OpenAsync(servers.Options())).DisposeAsync();
        await servers.AskAsync(Later, database: "kanteling");
        (await Should.ThrowAsync<NewerDatabaseException>(() => StorageSetup.OpenAsync(servers.Options()))).Target.ShouldBe("kanteling");
        await ShouldRefuseAsync(servers.Options().Target);
        var (code, output) = await ServerProcess.CommandAsync(servers.Options().Target, Small, "verifieer");
        (code, output.Contains("nieuwere versie", StringComparison.Ordinal)).ShouldBe((3, true), output);
    }

    [Fact]
    public async Task A_program_refuses_a_SQLite_file_that_a_later_version_has_changed()
    {
        var options = StorageOptions.Sqlite(folder.File("later.db"));
        await (await StorageSetup.OpenAsync(options)).DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={options.Target};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Later;
            await command.ExecuteNonQueryAsync();
        }
        await Should.ThrowAsync<NewerDatabaseException>(() => StorageSetup.OpenAsync(options));
        Should.Throw<NewerDatabaseException>(() => StorageSetup.OpenSqliteReadOnly(options.Target));
        await ShouldRefuseAsync(options.Target);
    }

    [Fact]
    public async Task A_node_whose_tables_a_later_version_changes_takes_nothing_more_says_why_and_stops()
    {
        await using var servers = await PostgresServers.StartAsync();
        await using var node = await ServerProcess.StartAsync(servers.Options().Target, Small);
        using var client = new HttpClient { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(1) };
        await SignedAsync(client, 1);
        (await ServerProcess.CommandAsync(servers.Options().Target, Small, "servers")).Output.ShouldContain("leeft  versie");

        await servers.AskAsync(Later, database: "kanteling");
        await node.SaidAsync("neemt niets meer aan");
        var ready = await client.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("een nieuwere versie heeft de database gewijzigd");
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await client.GetAsync("/api/v1/taken").ShouldBeProblemAsync(503, "SERVER_VERTREKT");
        (await node.EndedAsync()).ShouldBe(3);
        (await servers.AskAsync("SELECT count(*) FROM nodes", database: "kanteling")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_node_that_is_not_heard_of_for_half_a_minute_is_silent_and_forgotten_after_a_day()
    {
        await using var servers = await PostgresServers.StartAsync();
        await using var storage = await StorageSetup.OpenAsync(servers.Options());
        (await storage.Nodes.SignAsync("a", "1.0")).ShouldBeNull();
        await storage.Nodes.SignAsync("b", "1.1");
        (await storage.Nodes.AllAsync()).Select(n => (n.Name, n.Version, n.IsSilent)).ShouldBe([("a", "1.0", false), ("b", "1.1", false)]);
        await SilenceAsync(servers, TimeSpan.FromSeconds(31));
        (await storage.Nodes.AllAsync()).Select(n => (n.Name, n.IsSilent)).ShouldBe([("a", true), ("b", false)]);
        await SilenceAsync(servers, TimeSpan.FromDays(1));
        await storage.Nodes.SignAsync("b", "1.1");
        (await storage.Nodes.AllAsync()).Select(n => n.Name).ShouldBe(["b"]);
        await storage.Nodes.LeaveAsync("b");
        (await storage.Nodes.AllAsync()).ShouldBeEmpty();
    }

    static Task SilenceAsync(PostgresServers servers, TimeSpan since) =>
        servers.AskAsync($"UPDATE nodes SET seen_at = seen_at - {since.Ticks} WHERE name = 'a'", database: "kanteling");

    async Task ShouldRefuseAsync(string target)
    {
        await using var node = ServerProcess.Begin(target, Small);
        (await node.EndedAsync()).ShouldBe(3);
        await node.SaidAsync("bijgewerkt door een nieuwere versie");
    }

    static async Task SignedAsync(HttpClient client, int nodes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (JsonNode.Parse(await client.GetStringAsync("/health", patience.Token))!["servers"]!["actief"]!.AsObject().Sum(v => v.Value!.GetValue<int>()) != nodes)
            patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Of each flow: how much was written in its stream, and how many versions there are.</summary>
    static async Task<List<(string Flow, long Commits, int Versions)>> PublishedAsync(PostgresServers servers)
    {
        await using var storage = await StorageSetup.OpenAsync(servers.Options());
        var published = new List<(string, long, int)>();
        await foreach (var head in storage.Store.StreamsAsync(default))
        {
            if (head.Kind != Streams.DefinitionKind)
                continue;
            var versions = await servers.AskAsync($"SELECT count(*) FROM definitions WHERE stream = '{head.Stream}'", database: "kanteling");
            published.Add((head.Stream.ToString(), head.Version, (int)(long)versions!));
        }
        return published;
    }

    public void Dispose() => folder.Dispose();
}
