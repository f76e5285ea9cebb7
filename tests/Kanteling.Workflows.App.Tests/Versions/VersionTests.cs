using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;

namespace Kanteling.Workflows.App.Tests.Versions;

/// <summary>
/// From version 0.1.0 on, what was stored once is read by every later program. A small database of each version is kept, and today's
/// program opens it, proves it, reads in it what was read then, and works on.
/// </summary>
public sealed class VersionTests
{
    const string Again = "make it once, before the release, with KANTELING_VERSIE=1 tests/run Versions";
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, StorageProvider> Kept()
    {
        var data = new TheoryData<string, StorageProvider>();
        foreach (var version in KeptDatabase.Versions.DefaultIfEmpty(KeptDatabase.OfNow.Version))
        {
            data.Add(version, StorageProvider.Sqlite);
            data.Add(version, StorageProvider.Postgres);
        }
        return data;
    }

    /// <summary>With KANTELING_VERSIE=1 it makes the database of the version that the program has now.</summary>
    [Fact]
    public async Task The_version_of_now_has_its_database_and_it_is_small()
    {
        var now = KeptDatabase.OfNow;
        if (Environment.GetEnvironmentVariable("KANTELING_VERSIE") == "1")
            await MakeAsync(now);
        now.Exists.ShouldBeTrue($"Versions/{now.Version} is not there; {Again}");
        now.Size.ShouldBeLessThan(448 * 1024);
        var state = now.ReadState()["state"]!;
        int Count(string household, string what) => state[household]![what]!.AsObject().Count;
        (Count("incident", "incidents"), Count("klaar", "instances"), Count("klaar", "incidents")).ShouldBe((1, 0, 0));
        foreach (var running in (string[])["loopt", "eerder"])
            (Count(running, "instances"), Count(running, "incidents")).ShouldSatisfyAllConditions(c => c.Item1.ShouldBeGreaterThan(0), c => c.Item2.ShouldBe(0, running));
        now.ReadState()["next"]!.AsArray().Count.ShouldBeGreaterThan(3);
    }

    [Theory, MemberData(nameof(Kept))]
    public async Task A_database_of_then_is_opened_proved_read_as_it_was_and_worked_on(string version, StorageProvider provider)
    {
        // What the version of now would store may still change until it is released; its database is made first, then.
        if (Environment.GetEnvironmentVariable("KANTELING_VERSIE") == "1" && version == KeptDatabase.OfNow.Version)
            return;
        using var folder = new TempFolder();
        var kept = new KeptDatabase(version);
        var options = await kept.CopyAsync(provider, folder);
        var noted = kept.ReadState();
        await using (var storage = await OpenAsync(options, version))
        {
            var households = new KeptHouseholds(storage);
            (await households.DoubtsAsync()).ShouldBeEmpty();
            Differences(noted["state"]!, await households.StateAsync(), "").ShouldBeEmpty("what was stored then means something else now");

            (await households.GoOnAsync(noted["next"]!.AsArray())).ShouldBeGreaterThan(0);
            (await households.DoubtsAsync()).ShouldBeEmpty();
        }
        // And by the command itself, which looks at the real clock: what is long due by now may wait, nothing may be wrong.
        var said = new StringWriter();
        await new Databasebewijs(await OpenAsync(options, version)).DraaiAsync(said);
        said.ToString().Split('\n').Where(line => line.StartsWith("FOUT", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"a":1,"b":[1,{"c":"x"}]}""", """{"a":1,"b":[1,{"c":"x","later":2}],"later":3}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "/a: 1, now 2")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "/a/b: 1, now nothing")]
    [InlineData("""{"a":null,"b":[1,2]}""", """{"b":[1]}""", "/b: 2 long, now 1")]
    public void What_was_read_then_has_to_be_there_and_what_came_later_may(string then, string now, string expected) =>
        string.Join("; ", Differences(JsonNode.Parse(then), JsonNode.Parse(now), "")).ShouldBe(expected);

    static async Task<OpenStorage> OpenAsync(StorageOptions options, string version)
    {
        try
        {
            return await StorageSetup.OpenAsync(options);
        }
        catch (OlderDatabaseException)
        {
            throw new InvalidOperationException(
                $"The kept database of {version} has another migration than this program begins with (Format1.Id). Was {version} not released yet? Then {Again}. Was it? Then its id must stay, and what changed is a migration of its own.");
        }
    }

    static async Task MakeAsync(KeptDatabase kept)
    {
        var states = new List<JsonObject>();
        foreach (var provider in Enum.GetValues<StorageProvider>())
        {
            using var folder = new TempFolder();
            var options = provider == StorageProvider.Sqlite ? await kept.NewSqliteAsync(folder) : await kept.NewPostgresAsync(folder);
            await using (var storage = await StorageSetup.OpenAsync(options))
            {
                var households = new KeptHouseholds(storage);
                await households.FillAsync(folder.File("workflows"));
                (await households.DoubtsAsync()).ShouldBeEmpty();
                states.Add(new JsonObject { ["state"] = await households.StateAsync(), ["next"] = await households.NextAsync() });
            }
            if (provider == StorageProvider.Sqlite)
                kept.KeepSqlite(options);
            else
                await kept.KeepPostgresAsync(options);
        }
        states[1].ToJsonString(Indented).ShouldBe(states[0].ToJsonString(Indented), "both databases hold the same");
        kept.KeepState(states[0]);
    }

    /// <summary>What stood there then and does not now; what is added since is no difference.</summary>
    static IEnumerable<string> Differences(JsonNode? then, JsonNode? now, string path) => (then, now) switch
    {
        (null, _) => [],
        (_, null) => [$"{path}: {then.ToJsonString()}, now nothing"],
        (JsonObject a, JsonObject b) => a.SelectMany(p => Differences(p.Value, b[p.Key], $"{path}/{p.Key}")),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((x, n) => Differences(x, b[n], $"{path}/{n}")),
        (JsonArray a, JsonArray b) => [$"{path}: {a.Count} long, now {b.Count}"],
        _ => JsonNode.DeepEquals(then, now) ? [] : [$"{path}: {then.ToJsonString()}, now {now.ToJsonString()}"],
    };
}
