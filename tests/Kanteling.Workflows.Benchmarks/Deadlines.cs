using System.Diagnostics;
using Kanteling.Workflows.Timers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>Many deadlines that come due in the same moment, each in a stream of its own, passed by the real sweep.</summary>
static class Deadlines
{
    public static async Task RunAsync(ScratchFolder folder, int count)
    {
        await using var bench = await Bench.OpenAsync(folder.File("deadlines.db"));
        await bench.FillAsync(0, count, flow: "timed");
        var clock = new CaseClock(TimeProvider.System, TimeSpan.Zero);
        await clock.AdvanceToAsync(DateTimeOffset.UtcNow.AddDays(2));
        bench.Now = clock.Now;
        var sweep = new DeadlineSweep(new Cases(bench.Store, bench.Engine, clock), new TimerOptions(), new TimerHealth(clock, NullLogger<TimerHealth>.Instance));
        var watch = Stopwatch.StartNew();
        var passed = await sweep.RunAsync();
        Console.WriteLine($"\n{passed.Length:N0} deadlines due at once: passed in {watch.Elapsed.TotalSeconds:N1} s ({passed.Length / watch.Elapsed.TotalSeconds:N0} per second)");
    }
}
