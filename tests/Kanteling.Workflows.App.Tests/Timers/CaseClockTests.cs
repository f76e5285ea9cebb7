using Kanteling.Workflows.Timers;
using static Kanteling.Workflows.App.Tests.Timers.FakeTime;

namespace Kanteling.Workflows.App.Tests.Timers;

public sealed class CaseClockTests
{
    readonly FakeTime real = new();

    [Fact]
    public void Without_an_offset_it_is_real_time() => new CaseClock(real).Now.ShouldBe(Start);

    [Fact]
    public async Task It_goes_on_from_the_moment_it_was_brought_to()
    {
        var clock = new CaseClock(real);
        await clock.AdvanceToAsync(Start.AddDays(42));
        clock.Now.ShouldBe(Start.AddDays(42));
        real.Now = Start.AddHours(1);
        clock.Now.ShouldBe(Start.AddDays(42).AddHours(1));
        clock.RealNow.ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public async Task It_never_goes_back()
    {
        var clock = new CaseClock(real);
        await clock.AdvanceToAsync(Start.AddDays(2));
        await clock.AdvanceToAsync(Start.AddDays(1));
        await clock.AdvanceToAsync(Start.AddDays(-1));
        clock.Offset.ShouldBe(TimeSpan.FromDays(2));
        Should.Throw<ArgumentOutOfRangeException>(() => new CaseClock(real, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task An_offset_is_kept_before_it_counts_and_starts_the_next_clock()
    {
        var kept = TimeSpan.Zero;
        var seen = default(DateTimeOffset);
        CaseClock clock = null!;
        clock = new CaseClock(real, default, offset =>
        {
            (kept, seen) = (offset, clock.Now);
            return Task.CompletedTask;
        });
        await clock.AdvanceToAsync(Start.AddDays(3));
        seen.ShouldBe(Start);
        new CaseClock(real, kept).Now.ShouldBe(Start.AddDays(3));
    }

    [Fact]
    public async Task An_offset_that_cannot_be_kept_does_not_count()
    {
        var clock = new CaseClock(real, default, _ => throw new IOException("full"));
        await Should.ThrowAsync<IOException>(() => clock.AdvanceToAsync(Start.AddDays(3)));
        clock.Now.ShouldBe(Start);
    }
}
