using System.Diagnostics;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>What a command costs while more and more instances wait, and how long a start takes with all of them there.</summary>
static class Waiting
{
    const int Commands = 2_000;

    public static async Task RunAsync(ScratchFolder folder, int[] sizes)
    {
        var path = folder.File("waiting.db");
        Console.WriteLine($"\nCost per command while instances wait ({Commands:N0} commands on random instances, 8 clients, cold cases included)");
        Console.WriteLine($"{"waiting",-10}{"µs per command",16}{"p50 ms",9}{"p99 ms",9}{"fill per s",12}{"file MB",10}");
        var seats = new List<Seat>();
        await using (var bench = await Bench.OpenAsync(path))
        {
            foreach (var size in sizes)
            {
                var clock = Stopwatch.StartNew();
                var from = seats.Count;
                seats.AddRange(await bench.FillAsync(from, size));
                var fill = (size - from) / clock.Elapsed.TotalSeconds;
                var sample = await CompleteAsync(bench, seats);
                Console.WriteLine($"{size,-10:N0}{1e6 * sample.Seconds / Commands,16:N0}{sample.P(50),9:N2}{sample.P(99),9:N2}{fill,12:N0}{new FileInfo(path).Length / 1e6,10:N0}");
            }
        }
        var start = Stopwatch.StartNew();
        await using (var again = await Bench.OpenAsync(path))
        {
            var opened = start.Elapsed.TotalMilliseconds;
            seats[0] = await again.CompleteAsync(seats[0]);
            Console.WriteLine($"Start with {seats.Count:N0} waiting: open {opened:N0} ms, first command done {start.Elapsed.TotalMilliseconds:N0} ms");
        }
    }

    static async Task<Sample> CompleteAsync(Bench bench, List<Seat> seats)
    {
        var random = new Random(1);
        var chosen = Enumerable.Range(0, Commands).Select(_ => random.Next(seats.Count)).GroupBy(n => n % 8).ToList();
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(chosen.Select(group => Task.Run(async () =>
        {
            var own = new List<double>();
            foreach (var n in group)
            {
                var start = Stopwatch.GetTimestamp();
                seats[n] = await bench.CompleteAsync(seats[n]);
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return own;
        })));
        return new Sample([.. times.SelectMany(t => t).Order()], clock.Elapsed.TotalSeconds);
    }
}
