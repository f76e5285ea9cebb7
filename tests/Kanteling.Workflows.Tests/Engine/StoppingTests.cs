using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>One instance stops others; the stage saves and restores at every step.</summary>
public class StoppingTests
{
    static readonly WorkflowDefinition Inner = new Drawing("inner").Start().Ask("inside", 9).End().Connect("start → inside → end").Build();

    /// <summary>Everything that can be open: a task with a date, a delay, a message on its way and a flow that it waits for.</summary>
    static readonly WorkflowDefinition Busy = new Drawing("busy").Start()
        .Ask("task", 3).Delay("delay", "5.00:00:00").Add("Elsa.SendHttpRequest", "call", ("url", Literal("https://example.test/")), ("method", Literal("GET")))
        .Add("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", Literal("inner"))).Note("after").End()
        .Connect("start → task → end", "start → delay → end", "start → call → end", "start → child → after → end").Build();

    static WorkflowDefinition Stopper(params long[] instances) => new Drawing("stopper").Start().Ask("sure?").Add("Test.Stop", "stop", ("instances", Literal(string.Join(",", instances)))).Note("stopped").End()
        .Connect("start → sure? → stop → stopped → end").Build();

    static Stage Started(params long[] instances) => new Stage().With(Inner).Start(Busy).Start(Stopper(instances));

    [Fact]
    public void What_is_stopped_leaves_nothing_behind()
    {
        var stage = Started(1);
        stage.Case.Instances.Values.Count(i => i.Definition.DefinitionId.Text != "stopper").ShouldBe(2);
        stage.Case.Messages.Count.ShouldBe(1);

        stage.Complete("sure?");

        stage.Case.Instances.ShouldBeEmpty();
        stage.Pending.ShouldBeEmpty();
        stage.Case.Messages.ShouldBeEmpty();
        stage.Notes.ShouldBe(["stopped"]);
        stage.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_told_by_the_same_events_as_when_a_person_stops_it()
    {
        var (by, person) = (Started(1), Started(1));
        by.Complete("sure?");
        var told = person.Must(new CancelInstance(new(1), "because"));

        var stopped = by.Log.SkipWhile(e => e is not InstanceCancelled).Take(told.Length).ToList();
        stopped.Select(e => e.GetType()).ShouldBe(told.Select(e => e.GetType()));
        by.Log.OfType<ReplyReceived>().ShouldHaveSingleItem().Outcome.ShouldBe("withdrawn");
        stopped.OfType<InstanceCancelled>().ShouldHaveSingleItem().Reason.AsString().ShouldBe("because");
        stopped.OfType<TaskWithdrawn>().Count().ShouldBe(2);
        stopped.OfType<InstanceFinished>().Select(e => e.Status).ShouldBe([InstanceStatus.Cancelled, InstanceStatus.Cancelled]);
    }

    [Fact]
    public void An_answer_to_a_message_that_was_withdrawn_comes_too_late()
    {
        var stage = Started(1);
        var message = stage.Case.Messages.Keys.Single();
        stage.Complete("sure?");
        stage.Refused(new ReceiveReply(message, "200", 200), person: false).Code.ShouldBe("MESSAGE_NOT_PENDING");
    }

    [Fact]
    public void What_has_ended_already_is_passed_over()
    {
        var stage = Started(1, 1, 999);
        stage.Complete("sure?").Incidents.ShouldBeEmpty();
        stage.Log.OfType<InstanceCancelled>().Count().ShouldBe(1);
    }

    [Fact]
    public void An_instance_that_stops_itself_is_an_incident_and_everything_runs_on()
    {
        var stage = new Stage().With(Inner).Start(Stopper(1));
        stage.Complete("sure?").Incidents.ShouldHaveSingleItem().Code.ShouldBe("STOPS_ITSELF");
        stage.Case.Instances.Keys.ShouldBe([new(1)]);
    }

    [Fact]
    public void So_is_one_that_stops_the_flow_that_waits_for_it()
    {
        var stage = new Stage().With(Stopper(1)).Start(new Drawing("outer").Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("stopper"))).End().Connect("start → c → end").Build());
        stage.Complete("sure?").Incidents.ShouldHaveSingleItem().Code.ShouldBe("STOPS_ITSELF");
        stage.Case.Instances.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_that_hang_together_can_both_be_stopped_in_either_order()
    {
        foreach (var order in (long[][])[[1, 0], [0, 1]])
        {
            var probe = new Stage().With(Inner).Start(Busy);
            var child = probe.Task("inside").Instance;
            var stage = Started([.. order.Select(x => x == 0 ? child.Number : x)]);
            stage.Complete("sure?").Case.Instances.ShouldBeEmpty();
            stage.Incidents.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_date_of_the_domain_may_stop_instances_too()
    {
        var stage = new Stage().With(new Drawing("review").Start().End().Connect("start → end").Build()).With(Inner).Start(Busy)
            .Start(new Drawing("agree").Start().Add("Test.Agree", "g", ("key", Literal("stopping")), ("days", Literal(1))).End().Connect("start → g → end").Build());
        stage.Wait(TimeSpan.FromDays(1));
        stage.Case.Instances.ShouldBeEmpty();
        stage.Log.OfType<InstanceCancelled>().ShouldHaveSingleItem().Instance.ShouldBe(new InstanceId(1));
    }
}
