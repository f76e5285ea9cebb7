namespace Kanteling.Workflows.Benchmarks;

/// <summary>Bytes on disk per waiting instance with 5 KB of content, the history of its start included.</summary>
static class Size
{
    public static async Task RunAsync(ScratchFolder folder, int count)
    {
        var path = folder.File("size.db");
        await (await Bench.OpenAsync(path)).DisposeAsync();
        var empty = OnDisk(path);
        await using (var bench = await Bench.OpenAsync(path))
            await bench.FillAsync(0, count, content: 5_000);
        Console.WriteLine($"\nBytes per waiting instance with 5 KB of content: {(OnDisk(path) - empty) / count:N0}");
    }

    static long OnDisk(string path) => new[] { path, path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);
}
