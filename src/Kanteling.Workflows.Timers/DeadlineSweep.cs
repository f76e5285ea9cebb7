using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Passes every deadline that is due. The rows of the store are the truth: a node takes the first one of a stream under
/// a lease, asks the engine under a command id made of deadline and due moment, and goes on until none is due. So twice
/// is once, whoever sweeps; within a stream they pass in order of due, also after three days of standstill. What fails
/// stays leased and is tried again when the lease ended: it is late, never spun, and in nobody else's way. What was taken is
/// finished, also when the program stops: a lease that it left behind would make deadlines late for whoever comes after.
/// </summary>
public sealed class DeadlineSweep(Cases cases, TimerOptions options, TimerHealth health)
{
    /// <summary>Refusals of a deadline that was overtaken: it is gone, it moved, or the clock of this machine went back.</summary>
    static readonly string[] Overtaken = [RefusalCode.DeadlineGone, RefusalCode.DeadlineMoved, RefusalCode.DeadlineNotYet];

    readonly OneAtATime turn = new();

    /// <summary>Passes all that is due at this moment of case time.</summary>
    /// <returns>What passed here and now, in the order in which it was done.</returns>
    /// <exception cref="Exception">The store could not say what is due.</exception>
    public async Task<ImmutableArray<PassedDeadline>> RunAsync(CancellationToken cancellation = default)
    {
        using var held = await HoldAsync(cancellation);
        return await DrainAsync(cancellation);
    }

    /// <summary>Keeps this sweep from running until the hold is disposed.</summary>
    internal Task<IDisposable> HoldAsync(CancellationToken cancellation) => turn.EnterAsync(cancellation);

    /// <summary>A sweep by who holds it. Deadlines that become due meanwhile are for the next, so that every sweep ends.</summary>
    internal async Task<ImmutableArray<PassedDeadline>> DrainAsync(CancellationToken cancellation)
    {
        var now = cases.Clock.Now;
        var passed = new ConcurrentQueue<PassedDeadline>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.SideBySide };
        while (await TakeAsync(now, cancellation) is { IsEmpty: false } due)
        {
            await Parallel.ForEachAsync(due, parallel, async (deadline, _) =>
            {
                if (await PassAsync(deadline))
                    passed.Enqueue(new PassedDeadline(deadline.Stream, deadline.Id, deadline.For, deadline.Key, deadline.DueAt));
            });
        }
        return [.. passed];
    }

    Task<ImmutableArray<DeadlineRow>> TakeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var real = cases.Clock.RealNow;
        return cases.Store.ClaimDeadlinesAsync(now, real, real + options.Lease, options.Node, 8 * options.SideBySide, cancellation);
    }

    /// <returns>True when it passed here and now.</returns>
    async Task<bool> PassAsync(DeadlineRow deadline)
    {
        try
        {
            // In UTC, so that the same deadline is the same request whichever store gave the row.
            var due = deadline.DueAt.ToUniversalTime();
            var asking = Asking.Timer($"deadline:{deadline.Stream}-{deadline.Id}@{due.UtcTicks}");
            var answer = await cases.Engine.ExecuteAsync(deadline.Stream, options.StreamKind, new PassDeadline(deadline.Id, due), asking);
            if (answer is Answer.Refused refused && !refused.IsOnly(Overtaken))
            {
                health.Failed("deadline", deadline.Stream, deadline.Id, refused.Codes);
                return false;
            }
            health.Succeeded(deadline.Stream, deadline.Id);
            return answer is Answer.Done { IsReplay: false };
        }
        catch (Exception exception)
        {
            health.Failed("deadline", deadline.Stream, deadline.Id, exception.GetType().Name, exception);
            return false;
        }
    }
}

/// <summary>A deadline that passed.</summary>
/// <param name="Key">Which deadline of its owner it was; of a trigger, the activity.</param>
/// <param name="At">The moment it was due, case time.</param>
public sealed record PassedDeadline(StreamId Stream, DeadlineId Id, DeadlineFor For, string Key, DateTimeOffset At);
