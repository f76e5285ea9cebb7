using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>What ran, told from the commits alone.</summary>
public class RunFoldTests
{
    static InstanceRun Run(Stage stage, long instance = 1) => stage.Runs()[new InstanceId(instance)];

    static IEnumerable<string> Journal(InstanceRun run) => run.Records.Where(r => r.Execution != ExecutionId.None).Select(r => $"{run.Activities[r.Execution].ActivityId} {r.Name}");

    static RunCount Count(InstanceRun run, string activity) => run.Counts().Single(c => c.ActivityId.Text == activity);

    /// <summary>The flowchart's own counters: what completed and was not started backward, and what was passed over.</summary>
    static void CountsAgree(Stage stage, long instance = 1)
    {
        var run = Run(stage, instance);
        var skipped = stage.Log.OfType<FlowAdvanced>().Where(e => e.Instance.Number == instance).SelectMany(e => e.Skipped.Select(s => (e.Scope, s))).ToLookup(x => x);
        foreach (var (scope, counters) in stage.Case.Instances[new InstanceId(instance)].Scopes)
        {
            foreach (var (activity, visits) in counters.Visits)
            {
                (run.Activities.Values.Count(r => r.Parent == scope && r.ActivityId == activity && r.Status == RunStatus.Completed) + skipped[(scope, activity)].Count())
                    .ShouldBe(visits, $"visits of {activity}");
            }
        }
    }

    [Fact]
    public void A_linear_flow_is_told_in_order_with_the_short_steps_that_left_only_their_end()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("n").Ask("a").Note("m").End().Connect("start → n → a → m → end").Build());
        Journal(Run(stage)).ShouldBe(["fc Started", "start Started", "start Completed", "n Started", "n Completed", "a Started", "a Suspended"]);
        (Count(Run(stage), "a"), Count(Run(stage), "n")).ShouldBe((
            new RunCount(new("a"), new DefinitionVersion(new("flow"), 1), 1, 0, 1, true, false), new RunCount(new("n"), new DefinitionVersion(new("flow"), 1), 1, 1, 0, false, false)));
        CountsAgree(stage);
        stage.Now += TimeSpan.FromHours(1);
        stage.Complete("a");
        var run = Run(stage);
        Journal(run).Skip(7).ShouldBe(["a Resumed", "a Completed", "m Started", "m Completed", "end Started", "end Completed", "fc Completed"]);
        run.Records.Where(r => r.Execution == ExecutionId.None).Select(r => r.Name).ShouldBe(["Started", "Completed"]);
        (run.Status, run.EndedAt, run.UpdatedAt, run.IsOpen).ShouldBe((InstanceStatus.Finished, stage.Now, stage.Now, false));
        run.Activities.Values.ShouldAllBe(r => r.HasEnded && r.Status == RunStatus.Completed);
        run.Records.Select(r => r.Sequence).ShouldBe(Enumerable.Range(0, run.Records.Length));
    }

    [Theory]
    [InlineData("Yes", "b", "c")]
    [InlineData("No", "c", "b")]
    public void Of_two_branches_only_the_one_that_was_taken_ran(string outcome, string taken, string other)
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", "Yes", "No").Note("b").Note("c").Ask("d").End().Connect("start → a.Yes → b → d → end", "a.No → c → d").Build());
        stage.Complete("a", outcome);
        var run = Run(stage);
        run.Activities.Values.Single(r => r.ActivityId.Text == "a").Outcomes.ShouldBe([outcome]);
        run.Counts().Select(c => c.ActivityId.Text).ShouldContain(taken);
        run.Counts().Select(c => c.ActivityId.Text).ShouldNotContain(other);
        CountsAgree(stage);
    }

    [Fact]
    public void A_loop_counts_every_round()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("first").Ask("b", "Again", "Done").Ask("c").End().Connect("start → first → b.Done → c → end", "b.Again → first").Build());
        stage.Complete("first").Complete("b", "Again").Complete("first").Complete("b", "Again").Complete("first").Complete("b", "Done");
        Count(Run(stage), "b").ShouldBe(Count(Run(stage), "b") with { Started = 3, Completed = 3, Open = 0, IsBlocked = false });
        Count(Run(stage), "first").Completed.ShouldBe(3);
        stage.Complete("c").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void What_runs_in_a_container_has_the_container_around_it_also_when_both_were_short()
    {
        JsonObject Inner(string id) => Drawing.Activity("Elsa.Sequence", id, ("activities", new JsonArray(Drawing.NoteOf(id + "1"), Drawing.AskOf(id + "2"))));
        var brief = Drawing.Activity("Elsa.Sequence", "q", ("activities", new JsonArray(Drawing.NoteOf("q1"), Drawing.NoteOf("q2"))));
        var stage = new Stage().Start(new Drawing().Start().Add(brief).Add(Inner("s")).End().Connect("start → q → s → end").Build());
        var run = Run(stage);
        Journal(run).ShouldBe(["fc Started", "start Started", "start Completed", "q Started", "q1 Started", "q1 Completed", "q2 Started", "q2 Completed", "q Completed", "s Started", "s1 Started", "s1 Completed", "s2 Started", "s2 Suspended"]);
        string Around(string activity) => string.Join(" ", run.Around(run.Activities.Values.Single(r => r.ActivityId.Text == activity).Id).Select(r => r.ActivityId));
        (Around("q2"), Around("s1"), Around("s2")).ShouldBe(("q2 q fc Workflow1", "s1 s fc Workflow1", "s2 s fc Workflow1"));
        CountsAgree(stage);
    }

    [Fact]
    public void A_step_that_fails_is_faulted_with_everything_around_it_until_it_is_set_right()
    {
        var stage = new Stage().Start(new Drawing().Variable("w", "String", "explode").Start().Add(Drawing.FeelNote("n", "w")).Ask("a").End().Connect("start → n → a → end").Build());
        var run = Run(stage);
        (Count(run, "n").IsFaulted, Count(run, "fc").IsFaulted, Count(run, "start").IsFaulted).ShouldBe((true, true, false));
        run.Activities.Values.Single(r => r.ActivityId.Text == "n").ShouldSatisfyAllConditions(r => r.Status.ShouldBe(RunStatus.Faulted), r => r.Faults.ShouldBe(1));
        stage.Resolve(Resolution.Retry);
        Run(stage).Activities.Values.Single(r => r.ActivityId.Text == "n").Faults.ShouldBe(2);
        stage.Resolve(Resolution.Repair, new JsonObject { ["w"] = "calm" });
        run = Run(stage);
        Journal(run).Where(l => l.StartsWith("n ", StringComparison.Ordinal)).ShouldBe(["n Started", "n Faulted", "n Resumed", "n Faulted", "n Resumed", "n Completed"]);
        (Count(run, "n").IsFaulted, Count(run, "n").Completed, run.Incidents.Length).ShouldBe((false, 1, 2));
        CountsAgree(stage);
    }

    [Fact]
    public void A_step_that_is_passed_over_completes_by_the_port_that_was_chosen()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("n", "explode").Ask("a").End().Connect("start → n → a → end").Build());
        stage.Resolve(Resolution.Skip, outcome: "Done");
        Run(stage).Activities.Values.Single(r => r.ActivityId.Text == "n").ShouldSatisfyAllConditions(r => r.Status.ShouldBe(RunStatus.Completed), r => r.Outcomes.ShouldBe(["Done"]));
        CountsAgree(stage);
    }

    [Fact]
    public void A_cancelled_instance_keeps_what_it_had_and_nothing_in_it_is_open()
    {
        var stage = new Stage().Start(new Drawing().Variable("v", "String", "x").Start().Add("Elsa.SetVariable", "set", ("variable", new JsonObject { ["id"] = "var-v", ["name"] = "v" }), ("value", Drawing.Literal("kept"))).Ask("a", 10).End()
            .Connect("start → set → a → end").Build());
        stage.Must(new CancelInstance(new(1), "because"));
        var run = Run(stage);
        (run.Status, run.IsOpen).ShouldBe((InstanceStatus.Cancelled, false));
        run.State.Variables.Values.Single().AsString().ShouldBe("kept");
        run.Activities.Values.Single(r => r.ActivityId.Text == "a").Status.ShouldBe(RunStatus.Canceled);
        Count(run, "a").ShouldBe(Count(run, "a") with { Started = 1, Completed = 0, Open = 0, IsBlocked = false, IsFaulted = false });
        run.Records.Select(r => r.Name).ShouldContain(RunEvents.WorkflowCancelled);
        run.WaitsOf(run.Activities.Values.Single(r => r.ActivityId.Text == "a").Id).ShouldBeEmpty();
    }

    [Fact]
    public void A_race_that_is_lost_is_cancelled_and_not_resumed()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Add("Elsa.Event", "e", ("eventName", Drawing.Literal("arrived"))).Join("j", "WaitAny").Ask("after").End()
            .Connect("start → a → j → after → end", "start → e → j").Build());
        stage.Complete("a");
        Journal(Run(stage)).Where(l => l.StartsWith("e ", StringComparison.Ordinal)).ShouldBe(["e Started", "e Suspended", "e Canceled"]);
        new Func<Stage>(() => new Stage().Start(new Drawing().Start().Add("Elsa.Event", "e", ("eventName", Drawing.Literal("arrived"))).End().Connect("start → e → end").Build()))()
            .ShouldSatisfyAllConditions(s => s.Must(new ReceiveEvent("arrived", null, null)), s => Journal(Run(s)).Where(l => l[0] == 'e').Take(4).ShouldBe(["e Started", "e Suspended", "e Resumed", "e Completed"]));
    }

    [Fact]
    public void A_flow_within_a_flow_is_an_instance_of_its_own_and_its_end_resumes_who_waited()
    {
        var child = new Drawing("child").Start().Ask("x").End().Connect("start → x → end").Build();
        var stage = new Stage().With(child).Start(new Drawing().Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Drawing.Literal("child"))).Ask("after").End().Connect("start → c → after → end").Build());
        stage.Runs().Values.Select(r => (r.State.Definition.DefinitionId.Text, r.State.Parent is not null)).ShouldBe([("flow", false), ("child", true)]);
        stage.Complete("x");
        Journal(Run(stage)).Where(l => l.StartsWith("c ", StringComparison.Ordinal)).ShouldBe(["c Started", "c Suspended", "c Resumed", "c Completed"]);
        stage.Runs().Values.Last().Status.ShouldBe(InstanceStatus.Finished);
        CountsAgree(stage);
    }

    [Fact]
    public void A_step_that_is_taken_back_is_open_again_and_what_followed_it_never_counted()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Note("n").Ask("b").End().Connect("start → a → n → b → end").Build());
        var task = stage.Task("a");
        stage.Complete("a");
        Count(Run(stage), "n").Completed.ShouldBe(1);
        stage.Must(new ReopenTask(task.Id, "mistake"));
        var run = Run(stage);
        (Count(run, "a").Completed, Count(run, "a").Open, Count(run, "a").IsBlocked, Count(run, "n").Completed, Count(run, "b").Open).ShouldBe((0, 1, true, 0, 0));
        CountsAgree(stage);
        stage.Complete("a").Complete("b");
        run = Run(stage);
        (Count(run, "a").Completed, Count(run, "a").Started, Count(run, "n").Completed, Count(run, "n").Started, Count(run, "b").Completed, run.Status).ShouldBe((1, 1, 1, 2, 1, InstanceStatus.Finished));
    }

    [Fact]
    public void Taking_back_the_last_step_opens_the_instance_again()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").End().Connect("start → a → end").Build());
        var task = stage.Task("a");
        stage.Complete("a");
        Run(stage).IsOpen.ShouldBeFalse();
        stage.Must(new ReopenTask(task.Id, "mistake"));
        var run = Run(stage);
        (run.IsOpen, run.Status, run.Activities[new(0)].Status).ShouldBe((true, InstanceStatus.Running, RunStatus.Running));
        CountsAgree(stage);
    }

    [Fact]
    public void A_step_that_failed_and_was_dropped_in_the_same_decision_has_ended()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("bad", "explode").Note("good").Join("j", "WaitAny").Ask("after").End().Connect("start → bad → j → after → end", "start → good → j").Build());
        var run = Run(stage);
        run.Activities.Values.Single(r => r.ActivityId.Text == "bad").ShouldSatisfyAllConditions(r => r.HasEnded.ShouldBeTrue(), r => r.Faults.ShouldBe(1));
        stage.Incidents.ShouldBeEmpty();
        Count(run, "fc").IsFaulted.ShouldBeFalse();
    }

    [Fact]
    public void What_a_trial_would_have_sent_is_in_its_journal()
    {
        var stage = new Stage(stream: "proef-1").Start(new Drawing("proef~flow~0").Start().Add("Elsa.PublishEvent", "p", ("eventName", Drawing.Literal("arrived"))).Ask("a").End().Connect("start → p → a → end").Build());
        Journal(Run(stage)).Where(l => l.StartsWith("p ", StringComparison.Ordinal)).ShouldBe(["p Started", "p Message queued", "p Completed", "p Reply received"]);
    }

    [Fact]
    public void An_open_run_stands_in_the_drawing_to_which_its_instance_was_moved()
    {
        var drawing = new Drawing().Start().Ask("a").End().Connect("start → a → end");
        var stage = new Stage().Start(drawing.Build()).With(drawing.Build(2));
        stage.Must(new MoveInstance(new(1), 2));
        var run = Run(stage);
        (Count(run, "a").Definition.Version, Count(run, "start").Definition.Version, run.State.Definition.Version).ShouldBe((2, 1, 2));
    }
}
