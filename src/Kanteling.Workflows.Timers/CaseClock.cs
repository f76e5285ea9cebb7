namespace Kanteling.Workflows.Timers;

/// <summary>
/// Case time: real time plus an offset that never goes back. The engine's <c>now</c> is <see cref="Now"/>; leases,
/// sign-in and the scheduler itself run on real time. Without a demonstration the offset is zero for ever.
/// </summary>
public sealed class CaseClock
{
    readonly TimeProvider real;
    readonly Func<TimeSpan, Task> keep;
    readonly OneAtATime turn = new();
    long offset;

    /// <param name="offset">The offset that was kept when the program last ran.</param>
    /// <param name="keep">Stores a new offset, before anything is done at the new moment: after a crash case time is not earlier than what was committed.</param>
    public CaseClock(TimeProvider real, TimeSpan offset = default, Func<TimeSpan, Task>? keep = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        (this.real, this.offset, this.keep) = (real, offset.Ticks, keep ?? (_ => Task.CompletedTask));
    }

    public DateTimeOffset Now => RealNow + Offset;

    public DateTimeOffset RealNow => real.GetUtcNow();

    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    /// <summary>Brings case time to this moment; does nothing when it is there already.</summary>
    public async Task AdvanceToAsync(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        using var held = await turn.EnterAsync(cancellation);
        var needed = moment - RealNow;
        if (needed <= Offset)
            return;
        await keep(needed);
        Interlocked.Exchange(ref offset, needed.Ticks);
    }
}
