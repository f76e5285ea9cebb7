using Kanteling.Workflows.Benchmarks;

// Prints measurements of the embedded default (SQLite, durable), in one run on one machine. Nothing is asserted: the
// figures are for people, and each stands beside yardsticks measured in the same run, alternated with it.
//
//   dotnet run -c Release --project tests/Kanteling.Workflows.Benchmarks [-- [--small] [--bytes [--postgres "Host=…"] | --commands]]

var small = args.Contains("--small");
var sizes = small ? new[] { 200, 1_000, 3_000 } : [1_000, 10_000, 100_000];
using var folder = new ScratchFolder();

Console.WriteLine($"Kanteling.Workflows benchmarks · {Environment.ProcessorCount} cores · .NET {Environment.Version} · SQLite WAL, synchronous=FULL · {folder.Path}");
if (args.Contains("--commands"))
{
    await Throughput.RunAsync(folder, rounds: 5, seconds: small ? 1 : 3);
    return;
}
if (args.Contains("--bytes"))
{
    await Size.RunAsync(folder, small ? 200 : 2_000);
    if (args.SkipWhile(a => a != "--postgres").Skip(1).FirstOrDefault() is { } connection)
        await PostgresSize.RunAsync(connection, folder, small ? 200 : 2_000);
    return;
}
await Throughput.RunAsync(folder, rounds: 5, seconds: small ? 1 : 3);
await Waiting.RunAsync(folder, sizes);
await Deadlines.RunAsync(folder, small ? 500 : 10_000);
await Size.RunAsync(folder, small ? 200 : 2_000);
