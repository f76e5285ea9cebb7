using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Elsa's counter-based flowchart, in drawings of our own.</summary>
public class FlowchartTests
{
    [Theory]
    [InlineData(5, "yes")]
    [InlineData(1, "no")]
    public void A_decision_takes_one_branch_and_both_meet_again(int amount, string taken)
    {
        var stage = new Stage().Start(Decision(), new JsonObject { ["amount"] = amount });
        stage.Notes.ShouldBe([taken, "after"]);
        stage.Finished!.Status.ShouldBe(InstanceStatus.Finished);
    }

    static WorkflowDefinition Decision() => new Drawing().Start().Decide("d", "input.amount > 2").Note("yes").Note("no").Note("after").End()
        .Connect("start → d.True → yes → after → end", "d.False → no → after").Build();

    [Fact]
    public void Parallel_branches_meet_in_an_ordinary_activity_which_runs_once_after_both()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Note("b").Note("c").Note("d").End()
            .Connect("start → a → b → d → end", "a → c → d").Build());
        stage.Notes.ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void Two_branches_that_both_wait_and_meet_in_an_ordinary_activity_are_both_waited_for()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b").Note("after").End().Connect("start → a → after → end", "start → b → after").Build());
        stage.OpenTitles.ShouldBe(["a", "b"]);
        stage.Complete("a").Notes.ShouldBeEmpty();
        stage.Complete("b").Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void The_first_to_reach_a_join_that_waits_for_any_withdraws_the_tasks_and_deadlines_of_the_others()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b", 10).Delay("c", "P5D").Join("j", "WaitAny").Note("after").End()
            .Connect("start → a → j → after → end", "start → b → j", "start → c → j").Build());
        stage.Pending.Count().ShouldBe(2);
        stage.Complete("a");
        stage.Notes.ShouldBe(["after"]);
        stage.Log.OfType<TaskWithdrawn>().Single().Why.ShouldBe("RACE_LOST");
        stage.Log.OfType<DeadlineCancelled>().Count().ShouldBe(2);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_deadline_that_reaches_the_join_first_withdraws_the_task()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Delay("c", "P5D").Join("j", "WaitAny").Note("after").End()
            .Connect("start → a → j → after → end", "start → c → j").Build());
        stage.Wait(TimeSpan.FromDays(5));
        stage.OpenTasks.ShouldBeEmpty();
        stage.Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void A_race_that_is_won_within_the_decision_lets_other_automatic_branches_run_but_opens_no_task_that_nobody_waits_for()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Note("b").Ask("c").Join("j", "WaitAny").Ask("after").End()
            .Connect("start → a → j → after → end", "start → b → c → j").Build());
        stage.Notes.ShouldBe(["a", "b"]);
        stage.OpenTitles.ShouldBe(["after"]);
        stage.Log.OfType<TaskOpened>().ShouldHaveSingleItem();
        stage.Completed.Count(id => id == "j").ShouldBe(1);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void A_join_that_waits_for_all_waits_for_the_last(string mode)
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b").Join("j", mode).Note("after").End().Connect("start → a → j → after → end", "start → b → j").Build());
        stage.Complete("b").Notes.ShouldBeEmpty();
        stage.Complete("a").Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void A_join_that_waits_for_all_is_skipped_when_one_branch_was_not_taken_and_one_for_all_active_is_not()
    {
        Drawing Drawn(string mode) => new Drawing().Start().Ask("a", "Yes", "No").Note("b").Join("j", mode).Note("joined").Note("other").End()
            .Connect("start → a.Yes → j → joined → end", "start → b → j", "a.No → other → end");
        new Stage().Start(Drawn("WaitAll").Build()).Complete("a", "No").Notes.ShouldBe(["b", "other"]);
        new Stage().Start(Drawn("WaitAllActive").Build()).Complete("a", "No").Notes.ShouldBe(["b", "other", "joined"]);
    }

    [Fact]
    public void Joins_in_a_row_each_fire_once()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b").Ask("c").Join("j1", "WaitAny").Join("j2", "WaitAll").Note("after").End()
            .Connect("start → a → j1 → j2 → after → end", "start → b → j1", "start → c → j2").Build());
        stage.Complete("b");
        stage.OpenTitles.ShouldBe(["c"]);
        stage.Complete("c");
        stage.Notes.ShouldBe(["after"]);
        stage.Completed.Count(id => id == "j1").ShouldBe(1);
    }

    [Fact]
    public void Two_joins_for_any_in_a_row_stop_what_leads_to_either()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b").Ask("c").Join("j1", "WaitAny").Join("j2", "WaitAny").Note("after").End()
            .Connect("start → a → j1 → j2 → after → end", "start → b → j1", "start → c → j2").Build());
        stage.Complete("c");
        stage.OpenTasks.ShouldBeEmpty();
        stage.Notes.ShouldBe(["after"]);
        stage.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void A_branch_that_was_not_taken_does_not_block_a_later_join()
    {
        var stage = new Stage().Start(new Drawing().Start().Decide("d", "false").Ask("a").Note("b").Note("c").Join("j", "WaitAllActive").Note("after").End()
            .Connect("start → d.True → a → b → j → after → end", "d.False → c → j").Build());
        stage.Notes.ShouldBe(["c", "after"]);
        stage.Log.OfType<FlowAdvanced>().ShouldBeEmpty();
    }

    [Fact]
    public void A_nested_flowchart_completes_by_its_own_end_and_the_outer_one_goes_on()
    {
        var inner = new Drawing().Start("s2").Ask("x").Note("y").End("e2").Connect("s2 → x → e2", "s2 → y").Flowchart("inner");
        var stage = new Stage().Start(new Drawing().Start().Add(inner).Note("after").End().Connect("start → inner → after → end").Build());
        stage.OpenTitles.ShouldBe(["x"]);
        stage.Complete("x").Notes.ShouldBe(["y", "after"]);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_nested_flowchart_without_an_end_completes_when_it_runs_out_of_work()
    {
        var inner = new Drawing().Start("s2").Ask("x").Connect("s2 → x").Flowchart("inner");
        var stage = new Stage().Start(new Drawing().Start().Add(inner).Note("after").End().Connect("start → inner → after → end").Build());
        stage.Complete("x").Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void What_nothing_leads_to_never_runs() =>
        new Stage().Start(new Drawing().Start().Note("lonely").Note("other").End().Connect("start → end", "lonely → other").Build()).Notes.ShouldBeEmpty();

    [Fact]
    public void A_loop_back_runs_as_often_as_it_is_chosen()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Ask("b", "Again", "Done").Note("c").End().Connect("start → a → b.Done → c → end", "b.Again → a").Build());
        for (var i = 0; i < 3; i++)
            stage.Complete("b", "Again");
        stage.Complete("b", "Done").Notes.ShouldBe(["a", "a", "a", "a", "c"]);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void Nested_loops_keep_their_own_counts()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Ask("inner", "Again", "Done").Ask("outer", "Again", "Done").Note("c").End()
            .Connect("start → a → inner.Done → outer.Done → c → end", "inner.Again → inner", "outer.Again → a").Build());
        stage.Complete("inner", "Again").Complete("inner", "Done").Complete("outer", "Again");
        stage.Complete("inner", "Again").Complete("inner", "Again").Complete("inner", "Done").Complete("outer", "Done");
        stage.Notes.ShouldBe(["a", "a", "c"]);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_race_within_a_loop_is_run_anew_in_every_round()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("a").Ask("b", "Done", "Never").Delay("late", "P3D").Join("j", "WaitAny").Ask("check", "Again", "Done").End()
            .Connect("start → a → b → j → check.Done → end", "a → late → j", "check.Again → a").Build());
        stage.Complete("b", "Done").Complete("check", "Again");
        stage.Pending.ShouldHaveSingleItem();
        stage.Wait(TimeSpan.FromDays(3));
        stage.OpenTitles.ShouldBe(["check"]);
        stage.Complete("check", "Again");
        stage.OpenTitles.ShouldBe(["b"]);
        // In the third round the branch is left by a port that leads nowhere: what was followed in an earlier round does not count.
        stage.Complete("b", "Never");
        stage.OpenTasks.ShouldBeEmpty();
        stage.Wait(TimeSpan.FromDays(3)).Complete("check", "Done").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_parallel_branch_with_an_inner_loop_is_still_waited_for_once()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", "Again", "Stop").Ask("b").Note("stopped").Note("met").End()
            .Connect("start → a.Again → a", "a.Stop → stopped", "a.Met → met → end", "start → b → met").Build());
        stage.Complete("a", "Again").Complete("a", "Again").Complete("b").Notes.ShouldBe(["met"]);
    }

    [Fact]
    public void A_connection_that_goes_back_past_another_way_in_is_an_incident_when_it_is_followed()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", "X", "Y").Ask("b", "Back", "Done").End()
            .Connect("start → a.X → b.Done → end", "start → b", "b.Back → a").Build());
        stage.Complete("a", "X").Complete("b", "Back");
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("BACKWARD_CONNECTION_INVALID");
    }

    [Fact]
    public void A_fork_takes_every_named_branch() => new Stage().Start(new Drawing().Start().Add("Elsa.FlowFork", "f", ("branches", Drawing.List("L", "R"))).Note("l").Note("r").Note("m").End()
        .Connect("start → f.L → l → m → end", "f.R → r → m").Build()).Notes.ShouldBe(["l", "r", "m"]);

    [Theory]
    [InlineData("MatchAny", "big odd after")]
    [InlineData("MatchFirst", "big after")]
    public void A_switch_takes_the_cases_that_are_true(string mode, string expected)
    {
        var cases = new JsonArray(Drawing.Case("Big", "input.n > 10"), Drawing.Case("Odd", "modulo(input.n, 2) = 1"));
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.FlowSwitch", "s", ("cases", cases), ("mode", Drawing.Literal(mode))).Note("big").Note("odd").Note("none").Note("after").End()
            .Connect("start → s.Big → big → after → end", "s.Odd → odd → after", "s.Default → none → after").Build(), new JsonObject { ["n"] = 11 });
        stage.Notes.ShouldBe(expected.Split(' '));
    }

    [Fact]
    public void A_switch_without_a_true_case_takes_the_default()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.FlowSwitch", "s", ("cases", new JsonArray(Drawing.Case("Big", "input.n > 10")))).Note("big").Note("none").End()
            .Connect("start → s.Big → big → end", "s.Default → none → end").Build(), new JsonObject { ["n"] = 1 });
        stage.Notes.ShouldBe(["none"]);
    }

    [Fact]
    public void An_end_in_one_branch_completes_the_flowchart_whatever_else_runs()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b").End().Connect("start → a → end", "start → b").Build());
        stage.Complete("a");
        stage.OpenTasks.ShouldBeEmpty();
        stage.Finished!.Status.ShouldBe(InstanceStatus.Finished);
        stage.Log.OfType<TaskWithdrawn>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Elsa.Complete", InstanceStatus.Finished, "Yes")]
    [InlineData("Elsa.Finish", InstanceStatus.Finished, "Done")]
    [InlineData("Elsa.Fault", InstanceStatus.Faulted, "F1")]
    public void Complete_finish_and_fault_end_the_instance_from_anywhere(string type, InstanceStatus status, string outcome)
    {
        var sequence = Drawing.Activity("Elsa.Sequence", "seq", ("activities", new JsonArray(
            Drawing.Activity(type, "stop", ("outcomes", Drawing.List("Yes")), ("code", Drawing.Literal("F1")), ("message", Drawing.Literal("broken"))), Drawing.NoteOf("never"))));
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Add(sequence).End().Connect("start → a → end", "start → seq → end").Build());
        stage.Finished!.Status.ShouldBe(status);
        stage.Finished.Outcomes.ShouldBe([outcome]);
        stage.Notes.ShouldBeEmpty();
        stage.Case.Instances.ShouldBeEmpty();
        if (status == InstanceStatus.Faulted)
            stage.Log.OfType<OutputSet>().Single().Value.AsObject()["message"]!.ToString().ShouldBe("broken");
    }

    [Fact]
    public void A_flow_of_elsa_activities_alone_may_simply_run_out_of_work()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.WriteLine", "w", ("text", Drawing.Literal("x"))).Connect("start → w").Build());
        stage.Finished!.Status.ShouldBe(InstanceStatus.Finished);
    }
}
