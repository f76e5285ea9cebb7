using System.Collections.Immutable;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Brings case time forward for a demonstration, as if the weeks had passed: it walks from due to due, and at each moment
/// delivers messages and passes deadlines until nothing is left to do, so that what follows from a deadline counts from
/// that deadline's own day. Sweeps and deliveries of this process wait meanwhile. It never goes back. For one node only.
/// </summary>
public sealed class CaseClockWalk(Cases cases, DeadlineSweep sweep, MessageDelivery delivery)
{
    /// <summary>A drawing with a timer of a second would make a walk of weeks endless; a walk this long stops where it is.</summary>
    const int MostMoments = 20_000;

    /// <param name="target">Case time to arrive at; a moment in the past only does what is due now.</param>
    public async Task<ClockWalk> ToAsync(DateTimeOffset target, CancellationToken cancellation = default)
    {
        using var noSweep = await sweep.HoldAsync(cancellation);
        using var noDelivery = await delivery.HoldAsync(cancellation);
        var passed = ImmutableArray.CreateBuilder<PassedDeadline>();
        for (var moments = 0; moments < MostMoments; moments++)
        {
            var now = cases.Clock.Now;
            await SettleAsync(passed, cancellation);
            var next = await NextAsync(now, cancellation);
            if (next > target && cases.Clock.Now >= target)
                return new ClockWalk(passed.ToImmutable(), cases.Clock.Now, true);
            await cases.Clock.AdvanceToAsync(next < target ? next : target, cancellation);
        }
        return new ClockWalk(passed.ToImmutable(), cases.Clock.Now, false);
    }

    /// <summary>Messages first: what was sent before this moment arrived before what happens at it.</summary>
    async Task SettleAsync(ImmutableArray<PassedDeadline>.Builder passed, CancellationToken cancellation)
    {
        for (var round = 0; round < MostMoments; round++)
        {
            await delivery.DrainHeldAsync(cancellation);
            var now = await sweep.DrainAsync(cancellation);
            if (now.IsEmpty)
                return;
            passed.AddRange(now.OrderBy(p => p.At));
        }
    }

    async Task<DateTimeOffset> NextAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var deadline = await cases.Store.NextDeadlineAsync(cases.Clock.RealNow, cancellation) ?? DateTimeOffset.MaxValue;
        var retry = delivery.NextRetry(now) ?? DateTimeOffset.MaxValue;
        return deadline < retry ? deadline : retry;
    }
}

/// <param name="Passed">In the order in which they passed.</param>
/// <param name="Reached">Case time at the end.</param>
/// <param name="IsComplete">False when too much happened on the way; walking on from here is safe.</param>
public sealed record ClockWalk(ImmutableArray<PassedDeadline> Passed, DateTimeOffset Reached, bool IsComplete);
