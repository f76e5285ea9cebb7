using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>
/// Commands per second for 1 and 8 clients on the bench flow with its empty domain, and for 8 clients that bring households of the real toegang
/// from nothing to where they wait for a plan; alternated with two yardsticks on the same settings.
/// </summary>
static class Throughput
{
    public static async Task RunAsync(ScratchFolder folder, int rounds, int seconds)
    {
        await using var bench = await Bench.OpenAsync(folder.File("throughput.db"));
        var toegang = await Toegang.OnAsync(bench.Store);
        var seats = await bench.FillAsync(0, 8);
        using var raw = new RawLoop(folder.File("raw.db"));
        await using var ef = new EfLoop(folder.File("ef.db"));
        Console.WriteLine($"\nCommands per second, {rounds} rounds of {seconds} s each, alternated");
        Console.WriteLine($"{"round",-6}{"1 client",12}{"p50 ms",9}{"p99 ms",9}{"8 clients",12}{"p50 ms",9}{"p99 ms",9}{"CPU µs",9}{"toegang, 8",12}{"CPU µs",9}{"raw row+commit",16}{"EF load+save",14}");
        for (var round = 1; round <= rounds; round++)
        {
            var one = await ClientsAsync(bench, seats, 1, seconds);
            var eight = await ClientsAsync(bench, seats, 8, seconds);
            var real = await HouseholdsAsync(toegang, 8, seconds);
            Console.WriteLine($"{round,-6}{one.PerSecond,12:N0}{one.P(50),9:N2}{one.P(99),9:N2}{eight.PerSecond,12:N0}{eight.P(50),9:N2}{eight.P(99),9:N2}{eight.CpuMicroseconds,9:N0}{real.PerSecond,12:N0}{real.CpuMicroseconds,9:N0}{raw.PerSecond(seconds),16:N0}{await ef.PerSecondAsync(seconds),14:N0}");
        }
    }

    static async Task<Sample> ClientsAsync(Bench bench, Seat[] seats, int clients, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(n => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var start = Stopwatch.GetTimestamp();
                seats[n] = await bench.CompleteAsync(seats[n]);
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return own;
        })));
        return new Sample([.. times.SelectMany(t => t).Order()], clock.Elapsed.TotalSeconds) { Cpu = Environment.CpuUsage.TotalTime - cpu };
    }

    static int households;

    /// <summary>Households of which somebody told a thousand characters. The times are those of a household divided by its commands.</summary>
    static async Task<Sample> HouseholdsAsync(Toegang toegang, int clients, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var start = Stopwatch.GetTimestamp();
                await toegang.BeginAsync(Interlocked.Increment(ref households), 1_000, Toegang.Steps);
                own.AddRange(Enumerable.Repeat(Stopwatch.GetElapsedTime(start).TotalMilliseconds / Toegang.Steps, Toegang.Steps));
            }
            return own;
        })));
        return new Sample([.. times.SelectMany(t => t).Order()], clock.Elapsed.TotalSeconds) { Cpu = Environment.CpuUsage.TotalTime - cpu };
    }
}

/// <summary>Sorted times in milliseconds over a stretch of seconds.</summary>
sealed record Sample(double[] Times, double Seconds)
{
    /// <summary>What this process used meanwhile.</summary>
    public TimeSpan Cpu { get; init; }

    public double PerSecond => Times.Length / Seconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Times.Length;

    public double P(int percent) => Times.Length == 0 ? 0 : Times[Math.Min(Times.Length - 1, Times.Length * percent / 100)];
}

/// <summary>The fastest that one writer could be: one row of 2 KB per durable commit, nothing else.</summary>
sealed class RawLoop : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteCommand insert;

    public RawLoop(string path)
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)";
        setup.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (body) VALUES ($1)";
        insert.Parameters.AddWithValue("$1", new byte[2048]);
    }

    public double PerSecond(int seconds)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
            insert.ExecuteNonQuery();
        return count / clock.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }
}

/// <summary>What a plain application would do: load one row of 2 KB with EF Core, change it, save it.</summary>
sealed class EfLoop : IAsyncDisposable
{
    readonly DbContextOptions<PlainDb> options;

    public EfLoop(string path)
    {
        options = new DbContextOptionsBuilder<PlainDb>().UseSqlite($"Data Source={path}").Options;
        using var db = new PlainDb(options);
        db.Database.EnsureCreated();
        db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        db.Add(new PlainRow { Id = 1, Body = new byte[2048] });
        db.SaveChanges();
    }

    public async Task<double> PerSecondAsync(int seconds)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
        {
            await using var db = new PlainDb(options);
            var row = await db.Rows.SingleAsync(r => r.Id == 1);
            row.Version++;
            await db.SaveChangesAsync();
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}

sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
{
    public DbSet<PlainRow> Rows => Set<PlainRow>();
}

sealed class PlainRow
{
    public int Id { get; set; }
    public int Version { get; set; }
    public byte[] Body { get; set; } = [];
}
