using System.Diagnostics;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Xunit.Abstractions;
using static Kanteling.Workflows.App.Tests.Timers.FakeTime;

namespace Kanteling.Workflows.App.Tests.Timers;

public sealed class DeadlineSweepTests(ITestOutputHelper output)
{
    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task Ten_thousand_that_are_due_in_one_second_pass_once_each(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (n, _) => await ground.AgreeAsync($"s{n}", ("due", Start.AddDays(1).AddMilliseconds(n % 1000))));
        output.WriteLine($"{store}: 10,000 set in {watch.ElapsedMilliseconds} ms");
        ground.Time.Now = Start.AddDays(1).AddSeconds(1);

        watch.Restart();
        var passed = await ground.First.Sweep.RunAsync();
        output.WriteLine($"{store}: 10,000 passed in {watch.ElapsedMilliseconds} ms");

        passed.Select(p => p.Stream).Distinct().Count().ShouldBe(10_000);
        passed.Length.ShouldBe(10_000);
        (await ground.First.Sweep.RunAsync()).ShouldBeEmpty();
        var heads = await ground.Store.StreamsAsync(default).Where(s => s.Kind == "case").ToListAsync();
        heads.Count.ShouldBe(10_000);
        heads.ShouldAllBe(s => s.Version == 2);
        ground.First.Health.Read().Failing.ShouldBeEmpty();
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task After_three_days_of_standstill_each_passes_once_in_order_of_due_and_marked_late(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        for (var s = 0; s < 20; s++)
            await ground.AgreeAsync($"s{s}", ("a", Start.AddHours(50)), ("b", Start.AddHours(10)), ("c", Start.AddHours(30)), ("later", Start.AddHours(80)));
        ground.Time.Now = Start.AddDays(3);

        (await ground.First.Sweep.RunAsync()).Length.ShouldBe(60);

        for (var s = 0; s < 20; s++)
        {
            var agenda = await ground.AgendaAsync($"s{s}");
            agenda.Passed.Select(p => p.Key).ShouldBe(["b", "c", "a"]);
            agenda.Passed.ShouldAllBe(p => p.At == Start.AddDays(3));
            agenda.Dates.Keys.ShouldBe(["later"]);
            (await ground.EventsAsync($"s{s}")).OfType<DeadlinePassed>().ShouldAllBe(e => e.Late);
        }
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task One_that_is_due_and_did_not_pass_within_ten_minutes_is_stuck_until_the_first_sweep_after_a_standstill(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("s1", ("due", Start.AddDays(1)), ("later", Start.AddDays(9)));
        ground.Time.Now = Start.AddDays(1).AddMinutes(10);
        (await ground.First.Engine.Verification.RunAsync(new("s1"), ground.Time.Now)).ShouldBeEmpty();
        ground.Time.Now = Start.AddDays(4);
        var doubt = (await ground.First.Engine.Verification.RunAsync(new("s1"), ground.Time.Now)).ShouldHaveSingleItem();
        (doubt.Code, doubt.Arguments[1], doubt.Version).ShouldBe(("DEADLINE_STUCK", "due", null));
        await ground.First.Sweep.RunAsync();
        (await ground.First.Engine.Verification.RunAsync(new("s1"), ground.Time.Now)).ShouldBeEmpty();
    }

    [Theory, InlineData("memory"), InlineData("sqlite"), InlineData("postgres")]
    public async Task One_whose_consequences_cannot_be_is_one_commit_with_one_incident_and_never_swept_again(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("s1", ("stubborn", Start.AddDays(1)));
        ground.Time.Now = Start.AddDays(1);
        (await ground.First.Sweep.RunAsync()).ShouldHaveSingleItem();

        ground.Time.Now = Start.AddDays(2);
        (await ground.Node().Sweep.RunAsync()).ShouldBeEmpty();
        ground.First.Health.Read().Failing.ShouldBeEmpty();
        var open = (await ground.Node().Engine.ReadAsync(new("s1")))!;
        open.Version.ShouldBe(2);
        var incident = open.OpenIncidents.ShouldHaveSingleItem();
        (incident.Code, incident.Pending.Term).ShouldBe(("TERM_STILL_RUNNING", new PassedTerm("stubborn", null, Start.AddDays(1))));
        (await ground.Store.DerivedAsync(new("s1"), default))!.Rows.Incidents.ShouldHaveSingleItem().Term.ShouldBe("stubborn");
        (await ground.First.Engine.Verification.RunAsync(new("s1"), ground.Time.Now)).ShouldBeEmpty();

        await ground.DoAsync("s1", new ResolveIncident(incident.Id, Resolution.Skip, "because"));
        (await ground.First.Sweep.RunAsync()).ShouldBeEmpty();
        (await ground.Node().Engine.ReadAsync(new("s1")))!.PassedOver.Keys.ShouldBe(["stubborn"]);
        (await ground.First.Engine.Verification.RunAsync(new("s1"), ground.Time.Now)).ShouldBeEmpty();
    }

    [Theory, InlineData("memory"), InlineData("sqlite"), InlineData("postgres")]
    public async Task Two_nodes_that_sweep_at_once_never_act_twice(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        for (var s = 0; s < 200; s++)
            await ground.AgreeAsync($"s{s}", ("a", Start.AddHours(1)), ("b", Start.AddHours(2)));
        ground.Time.Now = Start.AddHours(3);
        var (one, other) = (ground.Node(), ground.Node());

        var passed = await Task.WhenAll(Task.Run(() => one.Sweep.RunAsync()), Task.Run(() => other.Sweep.RunAsync()));

        passed.Sum(p => p.Length).ShouldBe(400);
        passed.SelectMany(p => p).Select(p => (p.Stream, p.Id)).ShouldBeUnique();
        for (var s = 0; s < 200; s++)
            (await ground.AgendaAsync($"s{s}")).Passed.Select(p => p.Key).ShouldBe(["a", "b"]);
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_node_that_wakes_up_after_its_lease_acts_no_second_time(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        for (var s = 0; s < 50; s++)
            await ground.AgreeAsync($"s{s}", ("a", Start.AddHours(1)));
        ground.Time.Now = Start.AddHours(1);
        var other = ground.Node();
        ground.Store.AfterClaim = async () =>
        {
            ground.Time.Now += TimeSpan.FromMinutes(2);
            (await other.Sweep.RunAsync()).Length.ShouldBe(50);
        };

        (await ground.First.Sweep.RunAsync()).ShouldBeEmpty();

        for (var s = 0; s < 50; s++)
            (await ground.AgendaAsync($"s{s}")).Passed.Count.ShouldBe(1);
        ground.First.Health.Read().Failing.ShouldBeEmpty();
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_sweep_that_is_told_to_stop_leaves_no_lease_behind(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        for (var s = 0; s < 20; s++)
            await ground.AgreeAsync($"s{s}", ("a", Start.AddHours(1)));
        ground.Time.Now = Start.AddHours(1);
        using var stop = new CancellationTokenSource();
        ground.Store.AfterClaim = () => stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => ground.First.Sweep.RunAsync(stop.Token));

        for (var s = 0; s < 20; s++)
            (await ground.AgendaAsync($"s{s}")).Passed.Count.ShouldBe(1);
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_deadline_that_was_moved_or_cancelled_after_it_was_taken_does_no_harm(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("moved", ("a", Start.AddHours(1)));
        await ground.AgreeAsync("cancelled", ("a", Start.AddHours(1)));
        ground.Time.Now = Start.AddHours(1);
        ground.Store.AfterClaim = async () =>
        {
            await ground.AgreeAsync("moved", ("a", Start.AddHours(5)));
            await ground.AgreeAsync("cancelled", ("a", null));
        };

        (await ground.First.Sweep.RunAsync()).ShouldBeEmpty();
        ground.First.Health.Read().Failing.ShouldBeEmpty();
        ground.First.Log.All.ShouldBeEmpty();

        ground.Time.Now = Start.AddHours(5);
        (await ground.First.Sweep.RunAsync()).ShouldHaveSingleItem().Stream.ShouldBe(new StreamId("moved"));
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_deadline_that_fails_does_not_stop_others_and_is_tried_again_when_its_lease_ended(string store)
    {
        await using var ground = await Ground.OpenAsync(store);
        await ground.PublishAgreeAsync();
        foreach (var stream in new[] { "bad", "good1", "good2" })
            await ground.AgreeAsync(stream, ("a", Start.AddHours(1)));
        ground.Time.Now = Start.AddHours(1);
        ground.Store.BeforeCommit = r =>
        {
            if (r.Commit.Stream.Text == "bad")
                throw new InvalidOperationException("mevrouw Van Planting");
        };
        var node = ground.First;

        (await node.Sweep.RunAsync()).Select(p => p.Stream).ShouldBe([new("good1"), new("good2")], ignoreOrder: true);
        (await node.Sweep.RunAsync()).ShouldBeEmpty();
        node.Health.Read().Failing.ShouldHaveSingleItem().Failures.ShouldBe(1);

        for (var again = 2; again <= 5; again++)
        {
            ground.Time.Now += TimeSpan.FromMinutes(1);
            await node.Sweep.RunAsync();
            node.Health.Read().Failing.ShouldHaveSingleItem().Failures.ShouldBe(again);
            node.Health.Read().IsHealthy.ShouldBe(again < 5);
        }
        node.Health.Read().Failing[0].ShouldSatisfyAllConditions(f => f.Stream.ShouldBe(new StreamId("bad")), f => f.Reason.ShouldBe("InvalidOperationException"));
        node.Log.All.ShouldNotBeEmpty();
        node.Log.All.ShouldAllBe(line => !line.Contains("Planting"));

        ground.Store.BeforeCommit = _ => { };
        ground.Time.Now += TimeSpan.FromMinutes(1);
        (await node.Sweep.RunAsync()).ShouldHaveSingleItem().Stream.ShouldBe(new StreamId("bad"));
        node.Health.Read().IsHealthy.ShouldBeTrue();
    }

    [Theory, InlineData(2026, 3, 28, 23), InlineData(2026, 10, 24, 25)]
    public async Task Days_that_end_before_and_after_a_change_of_the_clock_pass_at_their_own_midnight(int year, int month, int day, int hours)
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAgreeAsync();
        var last = new DateOnly(year, month, day);
        var (before, after) = (LocalTime.EndOf(last), LocalTime.EndOf(last.AddDays(1)));
        (after - before).TotalHours.ShouldBe(hours);
        await ground.AgreeAsync("s", ("before", before), ("after", after));

        var seen = new List<string>();
        foreach (var moment in new[] { before.AddTicks(-1), before, after.AddTicks(-1), after })
        {
            ground.Time.Now = moment;
            seen.Add(string.Join(",", (await ground.First.Sweep.RunAsync()).Select(p => p.Key)));
        }
        seen.ShouldBe(["", "before", "", "after"]);
    }

    [Fact]
    public async Task A_machine_whose_clock_jumps_and_comes_back_passes_nothing_twice()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAgreeAsync();
        await ground.AgreeAsync("s", ("soon", Start.AddMinutes(30)), ("year", Start.AddYears(1)), ("far", Start.AddYears(11)));
        var node = ground.First;
        var seen = new List<string>();
        foreach (var moment in new[] { Start.AddHours(1), Start, Start.AddYears(10), Start.AddHours(1), Start.AddYears(11) })
        {
            ground.Time.Now = moment;
            seen.Add(string.Join(",", (await node.Sweep.RunAsync()).Select(p => p.Key)));
        }
        seen.ShouldBe(["soon", "", "year", "", "far"]);
        (await ground.AgendaAsync("s")).Passed.Select(p => p.At).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_a_deadline_sets_for_this_very_moment_is_for_the_next_sweep()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAsync(Flow.Document("wait", Flow.Delay("first", TimeSpan.FromHours(1)), Flow.Delay("second", TimeSpan.Zero)));
        await ground.StartAsync("s", "wait");
        (ground.Time.Now, ground.Time.Step) = (Start.AddHours(2), TimeSpan.FromTicks(1));

        (await ground.First.Sweep.RunAsync()).ShouldHaveSingleItem();
        (await ground.EventsAsync("s")).OfType<InstanceFinished>().ShouldBeEmpty();
        (await ground.First.Sweep.RunAsync()).ShouldHaveSingleItem();
        (await ground.EventsAsync("s")).OfType<InstanceFinished>().ShouldHaveSingleItem();
    }
}
