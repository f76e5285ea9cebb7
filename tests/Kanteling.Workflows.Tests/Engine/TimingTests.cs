using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Activities that wait for a moment, and deadlines that pass.</summary>
public class TimingTests
{
    static Stage Waiting(string type, string input, string value) => new Stage().Start(new Drawing().Start().Add(type, "t", (input, Literal(value))).Note("after").End().Connect("start → t → after → end").Build());

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "P2DT1H", "2026-03-04T10:00:00Z")]
    [InlineData("Elsa.Delay", "timeSpan", "00:05:00", "2026-03-02T09:05:00Z")]
    [InlineData("Elsa.Timer", "interval", "01:00:00", "2026-03-02T10:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 8 * * *", "2026-03-03T07:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 8 1 4 *", "2026-04-01T06:00:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-05-01T00:00:00+02:00", "2026-04-30T22:00:00Z")]
    public void In_the_middle_of_a_flow_it_waits_for_its_next_moment(string type, string input, string value, string due)
    {
        var stage = Waiting(type, input, value);
        var deadline = stage.Pending.ShouldHaveSingleItem();
        deadline.DueAt.ShouldBe(DateTimeOffset.Parse(due, null));
        stage.Wait(deadline.DueAt - stage.Now).Notes.ShouldBe(["after"]);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_moment_that_is_past_is_not_waited_for_but_a_delay_of_no_time_is()
    {
        Waiting("Elsa.StartAt", "dateTime", "2026-03-01T00:00:00Z").Notes.ShouldBe(["after"]);
        var stage = Waiting("Elsa.Delay", "timeSpan", "00:00:00");
        stage.Notes.ShouldBeEmpty();
        stage.Wait(TimeSpan.Zero).Notes.ShouldBe(["after"]);
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "soon", "INPUT_NOT_A_DURATION")]
    [InlineData("Elsa.Delay", "timeSpan", "", "INPUT_NOT_A_DURATION")]
    [InlineData("Elsa.Delay", "other", "", "INPUT_MISSING")]
    [InlineData("Elsa.Delay", "timeSpan", "-00:05:00", "INPUT_NOT_A_DURATION")]
    [InlineData("Elsa.Cron", "cronExpression", "x", "CRON_INVALID")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 8 31 2 *", "CRON_NEVER")]
    [InlineData("Elsa.StartAt", "dateTime", "once", "INPUT_NOT_A_MOMENT")]
    public void A_moment_that_cannot_be_told_is_an_incident(string type, string input, string value, string code) =>
        Waiting(type, input, value).Incidents.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void The_trigger_that_started_the_instance_is_done_at_once_and_waits_when_the_flow_comes_back_to_it()
    {
        var stage = new Stage().With(new Drawing().Add("Elsa.Timer", "t", ("interval", Literal("P1D"))).Note("n").Decide("d", "count(notes) < 3").End()
            .Connect("t → n → d.False → end", "d.True → t").Build());
        stage.Must(new StartInstance("flow", [], StartActivity: "t"), person: false);
        stage.Notes.ShouldBe(["n"]);
        stage.Wait(TimeSpan.FromDays(1)).Notes.ShouldBe(["n", "n"]);
        stage.Wait(TimeSpan.FromDays(1)).Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_deadline_acts_once_however_often_it_fires()
    {
        var stage = Waiting("Elsa.Delay", "timeSpan", "P1D");
        var deadline = stage.Pending.Single();
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("DEADLINE_NOT_YET");
        stage.Now += TimeSpan.FromDays(1);
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt.AddHours(1)), person: false).Code.ShouldBe("DEADLINE_MOVED");
        stage.Must(new PassDeadline(deadline.Id, deadline.DueAt), person: false);
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("DEADLINE_GONE");
        stage.Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void A_deadline_that_passes_after_a_standstill_is_marked_late()
    {
        var stage = Waiting("Elsa.Delay", "timeSpan", "P1D");
        var deadline = stage.Pending.Single();
        stage.Now += TimeSpan.FromDays(3);
        stage.Must(new PassDeadline(deadline.Id, deadline.DueAt), person: false).OfType<DeadlinePassed>().Single().Late.ShouldBeTrue();
    }

    [Fact]
    public void A_deadline_that_was_cancelled_meanwhile_is_refused_harmlessly()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", 5).Note("after").End().Connect("start → a → after → end").Build());
        var deadline = stage.Pending.Single();
        deadline.For.ShouldBe(DeadlineFor.Task);
        stage.Complete("a");
        stage.Now = deadline.DueAt;
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("DEADLINE_GONE");
    }

    [Fact]
    public void The_deadline_of_a_task_escalates_it_and_the_task_stays_open()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", 5).End().Connect("start → a → end").Build());
        stage.Wait(TimeSpan.FromDays(5));
        stage.Task("a").IsEscalated.ShouldBeTrue();
        stage.Task("a").Version.ShouldBe(2);
        stage.Complete("a").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void Time_never_goes_back_within_a_stream()
    {
        var stage = Waiting("Elsa.Delay", "timeSpan", "P1D");
        var before = stage.Case.LastAt;
        stage.Now -= TimeSpan.FromDays(10);
        stage.Must(new LinkStream(new("s2"), "twin", null));
        stage.Case.LastAt.ShouldBe(before);
    }

    [Fact]
    public void A_condition_is_looked_at_after_every_decision()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Note("n").Add("Test.Until", "u", ("until", Feel("count(notes) > 0"))).Note("after").End()
            .Connect("start → u → after → end", "start → a → n").Build());
        stage.Notes.ShouldBeEmpty();
        stage.Complete("a").Notes.ShouldBe(["n", "after"]);
        stage.Log.OfType<ConditionMet>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("nothing", "CONDITION_NOT_BOOLEAN")]
    [InlineData("1 +", "EXPRESSION_INVALID")]
    public void A_condition_that_is_neither_true_nor_false_is_one_incident_and_a_retry_looks_again(string until, string code)
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Add("Test.Until", "u", ("until", Feel(until))).End().Connect("start → u → end", "start → a").Build());
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe(code);
        stage.Must(new LinkStream(new("s2"), "twin", null));
        var first = stage.Incidents.ShouldHaveSingleItem();
        stage.Resolve(Resolution.Retry).Incidents.ShouldHaveSingleItem().Id.ShouldNotBe(first.Id);
        stage.Resolve(Resolution.Skip).Finished.ShouldNotBeNull();
    }
}
