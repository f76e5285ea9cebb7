using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using static Kanteling.Workflows.App.Tests.Timers.FakeTime;

namespace Kanteling.Workflows.App.Tests.Timers;

public sealed class CaseClockWalkTests
{
    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task Six_weeks_pass_due_by_due_and_what_follows_counts_from_its_own_day(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        await ground.PublishAsync(Flow.Document("review", Flow.Delay("one", TimeSpan.FromDays(7)), Flow.Delay("two", TimeSpan.FromDays(14)), Flow.Delay("three", TimeSpan.FromDays(21))));
        await ground.StartAsync("s", "review");
        await ground.AgreeAsync("other", ("visit", Start.AddDays(10)), ("after", Start.AddDays(43)));

        var walk = await ground.First.Walk.ToAsync(Start.AddDays(42));

        walk.Passed.Select(p => (p.Stream.Text, p.Key, Days: (p.At - Start).TotalDays)).ShouldBe([("s", "due", 7), ("other", "visit", 10), ("s", "due", 21), ("s", "due", 42)]);
        walk.ShouldSatisfyAllConditions(w => w.Reached.ShouldBe(Start.AddDays(42)), w => w.IsComplete.ShouldBeTrue());
        ground.Kept.Select(k => k.TotalDays).ShouldBe([7, 10, 21, 42]);
        (await ground.EventsAsync("s")).OfType<DeadlinePassed>().ShouldAllBe(e => !e.Late);
        (await ground.EventsAsync("s")).OfType<InstanceFinished>().ShouldHaveSingleItem();
        (await ground.AgendaAsync("other")).Passed.ShouldHaveSingleItem().At.ShouldBe(Start.AddDays(10));
    }

    [Fact]
    public async Task Back_it_never_goes_and_only_does_what_is_due()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("s", ("now", Start), ("later", Start.AddDays(1)));
        var walk = await ground.First.Walk.ToAsync(Start.AddDays(-7));
        walk.Passed.ShouldHaveSingleItem().Key.ShouldBe("now");
        walk.Reached.ShouldBe(Start);
        ground.Kept.ShouldBeEmpty();
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_trigger_starts_an_instance_at_each_of_its_moments_on_the_way_in_a_stream_of_its_own(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAsync(Flow.Document("weekly", Flow.Trigger("Elsa.Timer", "every", ("interval", "7.00:00:00")), Flow.Delay("rest", TimeSpan.FromDays(1))));

        var walk = await ground.First.Walk.ToAsync(Start.AddDays(42));

        walk.Passed.Where(p => p.For == DeadlineFor.Trigger).Select(p => (p.At - Start).TotalDays).ShouldBe([7, 14, 21, 28, 35, 42]);
        walk.Passed.Where(p => p.For == DeadlineFor.Wait).Select(p => (p.At - Start).TotalDays).ShouldBe([8, 15, 22, 29, 36]);
        var streams = await ground.Store.StreamsAsync(default).Where(s => s.Kind == "case").ToListAsync();
        streams.Count.ShouldBe(6);
    }

    [Theory, InlineData(3, 27), InlineData(10, 23)]
    public async Task A_trigger_of_every_night_fires_once_on_each_night_also_when_the_clock_changes(int month, int day)
    {
        await using var ground = await Ground.OpenAsync("memory");
        ground.Time.Now = new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero);
        await ground.PublishAsync(Flow.Document("nightly", Flow.Trigger("Elsa.Cron", "night", ("cronExpression", "0 30 2 * * *")), Flow.Delay("rest", TimeSpan.FromMinutes(1))));

        var walk = await ground.First.Walk.ToAsync(ground.Time.Now.AddDays(5));

        var nights = walk.Passed.Where(p => p.For == DeadlineFor.Trigger).Select(p => LocalTime.DayOf(p.At).DayNumber).ToList();
        nights.Count.ShouldBe(5);
        nights.ShouldBe(Enumerable.Range(nights[0], 5));
    }

    [Fact]
    public async Task An_event_sent_on_the_way_meets_who_waits_for_it_later_on_the_way()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAsync(Flow.Document("shout", Flow.Delay("wait", TimeSpan.FromDays(1)), Flow.Step("Elsa.PublishEvent", "shout", ("eventName", "ready"), ("correlationId", "k1"))));
        await ground.PublishAsync(Flow.Document("listen", Flow.Delay("wait", TimeSpan.FromDays(4)), Flow.Step("Elsa.Event", "hear", ("eventName", "ready")), Flow.Delay("rest", TimeSpan.FromDays(2))));
        await ground.StartAsync("shouter", "shout");
        await ground.StartAsync("listener", "listen", new JsonObject(), "k1");

        var walk = await ground.First.Walk.ToAsync(Start.AddDays(42));

        walk.Passed.Select(p => p.Stream).ShouldBe([new("shouter"), new("listener"), new("listener")]);
        (walk.Passed[2].At - Start).TotalDays.ShouldBeInRange(6, 6.03);
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
    }

    [Fact]
    public async Task A_sweep_waits_until_the_walk_is_over()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("s", ("a", Start.AddDays(1)));
        Task<System.Collections.Immutable.ImmutableArray<Kanteling.Workflows.Timers.PassedDeadline>>? sweep = null;
        ground.Store.AfterClaim = () =>
        {
            sweep = ground.First.Sweep.RunAsync();
            sweep.IsCompleted.ShouldBeFalse();
            return Task.CompletedTask;
        };
        (await ground.First.Walk.ToAsync(Start.AddDays(2))).Passed.ShouldHaveSingleItem();
        (await sweep!).ShouldBeEmpty();
    }
}
