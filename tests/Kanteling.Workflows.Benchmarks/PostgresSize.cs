using Kanteling.Workflows.Storage;
using Npgsql;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>The same on PostgreSQL: what each table takes with its indexes and what it keeps apart, after VACUUM FULL.</summary>
static class PostgresSize
{
    /// <param name="connection">An empty database.</param>
    public static async Task RunAsync(string connection, ScratchFolder folder, int count)
    {
        var options = StorageOptions.Postgres(connection) with { Keys = new KeyRing(RingKey.New("bench")), ErasureList = folder.File("gewist") };
        await using var bench = await Bench.OpenAsync(options);
        var toegang = await Toegang.OnAsync(bench.Store);
        await using var source = NpgsqlDataSource.Create(connection);
        foreach (var (kind, (what, begin)) in Size.Kinds.Index())
        {
            var before = await TablesAsync(source);
            await Parallel.ForEachAsync(Enumerable.Range(1 + kind * 1_000_000, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => await begin(bench, toegang, n));
            var parts = (await TablesAsync(source)).Select(t => (t.Key, Bytes: (t.Value - before[t.Key]) / (double)count)).Where(t => t.Bytes >= 1).OrderByDescending(t => t.Bytes).ToList();
            Console.WriteLine($"\nBytes per waiting household with 5 KB of content on PostgreSQL ({what}; {count:N0} of them): {parts.Sum(p => p.Bytes):N0}");
            foreach (var (name, bytes) in parts)
                Console.WriteLine($"  {name,-44}{bytes,8:N0}");
        }
    }

    static async Task<Dictionary<string, long>> TablesAsync(NpgsqlDataSource source)
    {
        await using (var vacuum = source.CreateCommand("VACUUM FULL"))
            await vacuum.ExecuteNonQueryAsync();
        await using var command = source.CreateCommand("SELECT tablename, pg_total_relation_size(quote_ident(tablename)) FROM pg_tables WHERE schemaname = 'public'");
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
            tables[rows.GetString(0)] = rows.GetInt64(1);
        return tables;
    }
}
