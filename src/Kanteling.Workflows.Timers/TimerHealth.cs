using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// What does not go well, counted. The law of this file: a failure is logged and remembered by stream, number, code and
/// type of exception, never by a message or argument, because those may say something of a person. It is remembered first: who reads the log finds it here.
/// </summary>
public sealed class TimerHealth(CaseClock clock, ILogger<TimerHealth> logger)
{
    /// <summary>So often in a row, and it no longer is bad luck.</summary>
    const int Recurring = 5;

    /// <summary>A job that goes on failing is in the log once in so many times.</summary>
    const int Retold = 60;

    const int MostRemembered = 1_000;
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    readonly ConcurrentDictionary<(StreamId Stream, long Id), FailingWork> failing = new();
    readonly ConcurrentDictionary<string, JobRun> jobs = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, DateTimeOffset> stopped = new(StringComparer.Ordinal);

    /// <summary>How it is now. What failed and was not tried again for half an hour is somebody else's, or gone.</summary>
    public TimerState Read()
    {
        var since = clock.RealNow - Remembered;
        foreach (var (key, work) in failing)
        {
            if (work.LastAt < since)
                failing.TryRemove(key, out _);
        }
        ImmutableArray<FailingWork> works = [.. failing.Values.OrderByDescending(w => w.Failures).ThenBy(w => w.Stream).ThenBy(w => w.Id)];
        ImmutableArray<JobRun> runs = [.. jobs.Values.OrderBy(j => j.Job, StringComparer.Ordinal)];
        ImmutableArray<string> parked = [.. stopped.Keys.Order(StringComparer.Ordinal)];
        var isHealthy = parked.IsEmpty && works.All(w => w.Failures < Recurring) && runs.All(r => r.FailuresInARow < Recurring);
        return new TimerState(isHealthy, works, runs, parked);
    }

    internal void Succeeded(StreamId stream, INumberId id) => failing.TryRemove((stream, id.Number), out _);

    internal void Failed(string kind, StreamId stream, INumberId id, string reason, Exception? exception = null)
    {
        if (failing.Count < MostRemembered || failing.ContainsKey((stream, id.Number)))
        {
            failing.AddOrUpdate((stream, id.Number), _ => new FailingWork(kind, stream, id.Number, 1, reason, clock.RealNow),
                (_, before) => before with { Failures = before.Failures + 1, Reason = reason, LastAt = clock.RealNow });
        }
        TimerLog.WorkFailed(logger, kind, stream, id.Number, reason, exception?.StackTrace);
    }

    /// <summary>It ended, and not as it was meant to; it is not tried again.</summary>
    internal void Refused(string kind, StreamId stream, INumberId id, string reason) => TimerLog.WorkRefused(logger, kind, stream, id.Number, reason);

    /// <summary>
    /// One run of a job. What fails is kept from the scheduler, which would log the message: the next run comes anyhow. When the program
    /// stops, what was taken is done, but for HTTP requests: their leases run out by themselves.
    /// </summary>
    internal async ValueTask RunAsync(string job, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
            JobRan(job);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program stops; the next start goes on.
        }
        catch (Exception exception)
        {
            JobFailed(job, exception);
        }
    }

    internal void JobRan(string job) => jobs[job] = new JobRun(job, clock.RealNow, 0, null);

    internal void JobFailed(string job, Exception exception)
    {
        var reason = exception.GetType().Name;
        var run = jobs.AddOrUpdate(job, _ => new JobRun(job, clock.RealNow, 1, reason),
            (_, before) => new JobRun(job, clock.RealNow, before.FailuresInARow + 1, reason));
        // A job runs every second: an hour without a database is not told 3,600 times.
        if (run.FailuresInARow % Retold == 1)
            TimerLog.JobFailed(logger, job, reason, exception.StackTrace);
    }

    internal void TriggerStopped(string trigger)
    {
        stopped[trigger] = clock.RealNow;
        TimerLog.TriggerStopped(logger, trigger);
    }
}

/// <param name="StoppedTriggers">Triggers that the scheduler gave up: nothing fires them until the program starts again.</param>
public sealed record TimerState(bool IsHealthy, ImmutableArray<FailingWork> Failing, ImmutableArray<JobRun> Jobs, ImmutableArray<string> StoppedTriggers);

/// <summary>A deadline or message that failed and will be tried again.</summary>
/// <param name="Kind"><c>deadline</c> or <c>message</c>.</param>
/// <param name="Reason">Refusal codes, or the type of the exception.</param>
/// <param name="LastAt">Real time.</param>
public sealed record FailingWork(string Kind, StreamId Stream, long Id, int Failures, string Reason, DateTimeOffset LastAt);

/// <param name="At">When it last ended, real time; an old moment means that it hangs or was stopped.</param>
/// <param name="Reason">The type of the exception, when it failed.</param>
public sealed record JobRun(string Job, DateTimeOffset At, int FailuresInARow, string? Reason);
