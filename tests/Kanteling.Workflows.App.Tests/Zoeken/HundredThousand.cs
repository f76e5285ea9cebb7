using System.Diagnostics;
using System.Globalization;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Xunit.Abstractions;
using static Kanteling.Workflows.App.Tests.Zoeken.Planting;

namespace Kanteling.Workflows.App.Tests.Zoeken;

/// <summary>
/// How long searching takes among many people, printed: 10,000 in the suite, KANTELING_PEOPLE=100000 for the long run. It asserts what is found and no time: how
/// fast a machine is, is no fault.
/// </summary>
[Trait("Category", "Size")]
public sealed class HundredThousand(ITestOutputHelper output)
{
    static readonly int People = int.Parse(Environment.GetEnvironmentVariable("KANTELING_PEOPLE") ?? "10000", CultureInfo.InvariantCulture);
    const int PerHousehold = 3;
    const int Asked = 300;

    static readonly string[] First = ["Jan", "Maria", "Johannes", "Anna", "Fatima", "Mohammed", "Ayşe", "Mehmet", "Łukasz", "Agnieszka", "Sjoerd", "Wytske", "Radjin", "Cheryl", "Kees", "Truus", "Piet", "Els", "Henk", "Wil"];
    static readonly string[] Last = ["Jansen", "de Vries", "van den Berg", "Bakker", "El Amrani", "Yılmaz", "Öztürk", "Wójcik", "Hoekstra", "Dijkstra", "Ramdin", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Ben Haddou", "Kaya", "Bos", "Vos"];
    static readonly string[] Ends = ["", "stra", "sma", "man", "ink", "sen", "oğlu", "ski", "aoui", "pers"];
    static readonly string[] Streets = ["Dorpsstraat", "Kerkstraat", "Molenweg", "Schoolstraat", "Stationsweg", "Beatrixlaan", "Eikenlaan", "Noorderkade"];

    [Fact]
    public async Task On_sqlite()
    {
        using var folder = new TempFolder();
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        await MeasureAsync(storage, "SQLite", People);
    }

    [Fact]
    public async Task On_postgres()
    {
        var connection = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await using var storage = await StorageSetup.OpenAsync(PostgresCluster.Options(connection));
        await MeasureAsync(storage, "PostgreSQL", People, async () =>
        {
            // As autovacuum does by itself within a minute.
            await using var source = Npgsql.NpgsqlDataSource.Create(connection + ";Pooling=false");
            await using var analyse = source.CreateCommand("VACUUM ANALYZE search_terms");
            await analyse.ExecuteNonQueryAsync();
        });
        (await KeptPlanAsync(connection)).ShouldNotContain(line => line.Contains("Materialize", StringComparison.Ordinal) || line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    /// <summary>The plan that the server keeps after a few searches: made without knowing what is asked, on the settings of the program's own connections.</summary>
    static async Task<List<string>> KeptPlanAsync(string connection)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(StorageSetup.ForCommits(connection + ";Pooling=false"));
        await using var session = await source.OpenConnectionAsync();
        var types = Enumerable.Repeat("bigint, bigint, text, text", Zoekvraag.MeesteBereiken).Concat(Enumerable.Repeat("bigint", Zoekvraag.MeesteLezingen))
            .Concat(Enumerable.Repeat("text", SearchList.MostRelations)).Append("bigint, bigint");
        await using var prepare = new Npgsql.NpgsqlCommand($"SET plan_cache_mode = force_generic_plan; PREPARE kept({string.Join(", ", types)}) AS {SearchList.Page}", session);
        await prepare.ExecuteNonQueryAsync();
        var values = Enumerable.Repeat("null", string.Join(", ", types).Split(',').Length);
        await using var explain = new Npgsql.NpgsqlCommand($"EXPLAIN EXECUTE kept({string.Join(", ", values)})", session);
        var plan = new List<string>();
        await using var rows = await explain.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(0));
        plan.ShouldContain(line => line.Contains("search_terms_by_term", StringComparison.Ordinal));
        return plan;
    }

    async Task MeasureAsync(OpenStorage storage, string name, int people, Func<Task>? settle = null)
    {
        var dice = new Random(5);
        string Name() => $"{First[dice.Next(First.Length)]} {Last[dice.Next(Last.Length)]}{Ends[dice.Next(Ends.Length)]}";
        string Born() => new DateOnly(1925, 1, 1).AddDays(dice.Next(34_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        var sample = new List<(string Stream, string Name, string Born)>();
        for (var n = 0; n < people / PerHousehold; n += 500)
        {
            await PlantAsync(storage, [.. Enumerable.Range(n, Math.Min(500, (people / PerHousehold) - n)).Select(h =>
            {
                var (id, who, born) = ($"h{h:x8}", Name(), Born());
                if (h % 97 == 0 && h % 3 != 0)
                    sample.Add((id, who, born));
                return (id, Household($"Familie {who.Split(' ', 2)[1]}", $"{Streets[dice.Next(Streets.Length)]} {dice.Next(1, 200)}, {dice.Next(1000, 9999)} {(char)('A' + dice.Next(26))}{(char)('A' + dice.Next(26))} Ons Dorp",
                    Person(1, who, born), Person(2, Name(), Born()), Person(3, Name(), Born())), h % 3 == 0 ? "!t:zuid" : "!t:noord");
            })]);
        }
        if (settle is not null)
            await settle();
        var terms = (await ((Workflows.Storage.Commits.SqlStore)storage.Store).ListAsync("SELECT count(*) FROM search_terms", r => r.GetInt64(0), default))[0];
        output.WriteLine($"{name}: {people:N0} people, {terms:N0} terms, in {clock.Elapsed.TotalSeconds:N0} s");
        foreach (var (kind, ask) in ((string, Func<(string Stream, string Name, string Born), string>)[])
            [("name and birth date", s => $"{s.Name} {s.Born}"), ("whole name", s => s.Name), ("surname", s => s.Name.Split(' ', 2)[1]), ("three letters", s => s.Name[..3]), ("birth date", s => s.Born)])
        {
            var (times, hits) = (new List<double>(), 0L);
            for (var n = 0; n < Asked; n++)
            {
                var who = sample[dice.Next(sample.Count)];
                var start = Stopwatch.GetTimestamp();
                var found = await FindAsync(storage, ask(who), Anna, new Paging(0, 50));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                hits += found.Total;
                if (kind == "name and birth date")
                    found.Items.Any(hit => hit.Stream.Text == who.Stream).ShouldBeTrue(ask(who));
            }
            times.Sort();
            output.WriteLine($"  {kind,-20} p50 {times[times.Count / 2],7:N1} ms   p95 {times[times.Count * 95 / 100],7:N1} ms   {(double)hits / Asked,9:N0} hits");
        }
    }
}
