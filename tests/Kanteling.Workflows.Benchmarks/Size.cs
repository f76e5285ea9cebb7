using Kanteling.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>
/// Bytes on disk per waiting household with 5 KB of content, the history of its start included, and what each part of it costs.
/// The content is Dutch words that are harder to compress than prose, or bytes that nothing can compress.
/// </summary>
static class Size
{
    const int Content = 5_000;

    /// <summary>How far each kind of household comes.</summary>
    public static readonly (string What, Func<Bench, Toegang, int, Task> Begin)[] Kinds =
    [
        ("empty domain, one command", (bench, _, n) => bench.StartAsync(n, DutchWords.Text(n, Content))),
        ("empty domain, one command, content that cannot be packed", (bench, _, n) => bench.StartAsync(n, Noise(n))),
        ("toegang, one command: waits for Eerste beoordeling", (_, toegang, n) => toegang.BeginAsync(n, Content, 1)),
        ("toegang, two commands: waits for Ontvangst bevestigen", (_, toegang, n) => toegang.BeginAsync(n, Content, 2)),
        ("toegang, four commands: waits for the personal plan", (_, toegang, n) => toegang.BeginAsync(n, Content, Toegang.Steps)),
    ];

    public static async Task RunAsync(ScratchFolder folder, int count)
    {
        foreach (var (what, begin) in Kinds)
            await PrintAsync(folder, what, count, begin);
    }

    static string Noise(int number)
    {
        var bytes = new byte[Content * 3 / 4];
        new Random(number).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    static async Task PrintAsync(ScratchFolder folder, string what, int count, Func<Bench, Toegang, int, Task> begin)
    {
        var path = folder.File($"size-{Guid.NewGuid():N}.db");
        await FillAsync(path, 0, 0, begin);
        var (empty, none) = (PageCounts.Of(path), new FileInfo(path).Length);
        await FillAsync(path, 1, count, begin);
        var parts = PageCounts.Of(path).Select(p => (p.Key, Bytes: (p.Value - empty.GetValueOrDefault(p.Key)) / (double)count)).Where(p => p.Bytes >= 1).OrderByDescending(p => p.Bytes).ToList();
        Console.WriteLine($"\nBytes per waiting household with 5 KB of content ({what}; {count:N0} of them): {(new FileInfo(path).Length - none) / count:N0}");
        foreach (var (name, bytes) in parts)
            Console.WriteLine($"  {name,-44}{bytes,8:N0}");
        foreach (var (name, bytes) in Columns(path, count))
            Console.WriteLine($"    {name,-42}{bytes,8:N0}");
    }

    static async Task FillAsync(string path, int from, int count, Func<Bench, Toegang, int, Task> begin)
    {
        await using var bench = await Bench.OpenAsync(path);
        var toegang = await Toegang.OnAsync(bench.Store);
        await Parallel.ForEachAsync(Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, _) => await begin(bench, toegang, n));
    }

    /// <summary>What stands in the columns that hold bytes, without the pages around them.</summary>
    static IEnumerable<(string Name, double Bytes)> Columns(string path, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT 'commits.body', sum(length(body)) FROM commits WHERE stream NOT LIKE 'def-%' UNION ALL
            SELECT 'commits.slots', sum(length(slots)) FROM commits WHERE stream NOT LIKE 'def-%' UNION ALL
            SELECT 'commits, the other columns', sum(length(nonce) + length(hash) + length(command_id) + length(actor) + length(stream)) FROM commits WHERE stream NOT LIKE 'def-%' UNION ALL
            SELECT * FROM (SELECT 'snapshots.' || part, sum(length(bytes)) FROM snapshots WHERE stream NOT LIKE 'def-%' GROUP BY part)
            """;
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return (rows.GetString(0), rows.GetInt64(1) / (double)count);
    }
}
