using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Taking back the last completed step.</summary>
public class ReopeningTests
{
    static Stage Two() => new Stage().Start(new Drawing().Variable("last").Start().Ask("a", 9).Note("n").Ask("b", 9).Note("m").End().Connect("start → a → n → b → m → end").Build());

    static Refusal Why(Stage stage, TaskId task) => stage.Refused(new ReopenTask(task, "mistake"));

    [Fact]
    public void The_task_is_open_again_with_its_answers_and_its_deadline_and_what_it_opened_is_withdrawn()
    {
        var stage = Two();
        var task = stage.Task("a");
        var due = stage.Pending.Single();
        stage.Complete("a", null, new JsonObject { ["x"] = 1 });
        stage.Must(new ReopenTask(task.Id, "mistake"));
        var reopened = stage.Task("a");
        (reopened.Version, reopened.Answers!.Text).ShouldBe((2, """{"x":1}"""));
        stage.OpenTitles.ShouldBe(["a"]);
        stage.Pending.ShouldHaveSingleItem().Id.ShouldBe(due.Id);
        stage.Notes.ShouldBe(["n", "taken back"]);
        stage.Log.OfType<TaskWithdrawn>().Single().Why.ShouldBe("TAKEN_BACK");
        stage.Complete("a").Complete("b").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void What_cannot_be_taken_back_is_refused()
    {
        var stage = Two();
        var a = stage.Task("a").Id;
        stage.Refused(new ReopenTask(a, " ")).Code.ShouldBe("REASON_MISSING");
        Why(stage, a).Code.ShouldBe("TASK_STILL_OPEN");
        Why(stage, new(99)).Code.ShouldBe("TASK_NOT_FOUND");
        stage.Complete("a").Complete("b");
        Why(stage, a).Code.ShouldBe("TASK_REOPEN_TOO_LATE");
    }

    [Fact]
    public void A_finished_instance_is_open_again()
    {
        var stage = Two();
        var b = stage.Complete("a").Task("b").Id;
        stage.Complete("b").Case.Instances.ShouldBeEmpty();
        stage.Must(new ReopenTask(b, "mistake"));
        stage.OpenTitles.ShouldBe(["b"]);
        stage.Complete("b").Notes.Last().ShouldBe("m");
    }

    [Fact]
    public void A_step_is_taken_back_as_often_as_it_is_completed()
    {
        var stage = Two();
        var a = stage.Task("a").Id;
        stage.Complete("a").Must(new ReopenTask(a, "one"));
        stage.Complete("a").Must(new ReopenTask(a, "two"));
        stage.Task("a").Version.ShouldBe(3);
        Why(stage, a).Code.ShouldBe("TASK_STILL_OPEN");
    }

    [Theory]
    [InlineData("Test.Seal", "TASK_IRREVERSIBLE")]
    [InlineData("Elsa.PublishEvent", "TASK_IRREVERSIBLE")]
    [InlineData("Elsa.SendHttpRequest", "TASK_IRREVERSIBLE")]
    public void Something_irreversible_that_followed_stays(string type, string code)
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Add(type, "x", ("eventName", Literal("e")), ("url", Literal("https://example.org"))).Ask("b").End().Connect("start → a → x → b → end").Build());
        var a = stage.Task("a").Id;
        stage.Complete("a");
        Why(stage, a).Code.ShouldBe(code);
    }

    [Fact]
    public void A_step_that_set_another_flow_in_motion_stays()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Add("Elsa.PublishEvent", "p", ("eventName", Literal("e")), ("isLocalEvent", Literal(false))).Ask("b").End().Connect("start → a → b → end").Build());
        var listener = new Drawing("listener").Start().Add("Test.Until", "u", ("until", Feel("count(notes) > 0"))).Ask("woken").Connect("start → u → woken").Build();
        stage.With(listener).Must(new StartInstance(new("listener"), []));
        var a = stage.Task("a").Id;
        stage.Complete("a", null, new JsonObject { ["note"] = "loud" }).OpenTitles.ShouldContain("woken");
        Why(stage, a).Code.ShouldBe("TASK_IRREVERSIBLE");
    }

    [Fact]
    public void What_happened_beside_it_since_stays_as_it_is()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Ask("b", 2).Ask("c").End().Connect("start → a → c → end", "start → b → end").Build());
        var a = stage.Task("a").Id;
        stage.Complete("a").Must(new AssignTask(stage.Task("b").Id, 1, new("kees"), null));
        stage.Wait(TimeSpan.FromDays(2));
        stage.Must(new ReopenTask(a, "mistake"));
        var beside = stage.Task("b");
        (beside.Assignee, beside.IsEscalated, beside.Version).ShouldBe((new UserId("kees"), true, 3));
        stage.Pending.ShouldBeEmpty();
        stage.OpenTitles.ShouldBe(["a", "b"]);
        stage.Log.OfType<TaskWithdrawn>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_flow_that_ran_beside_it_and_was_stopped_by_the_step_runs_again()
    {
        var child = new Drawing("child").Start().Ask("inner").End().Connect("start → inner → end").Build();
        var race = new Stage().With(child).Start(new Drawing().Start().Ask("a").Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).Join("j", "WaitAny").End().Connect("start → a → j → end", "start → c → j").Build());
        var a = race.Task("a").Id;
        race.Complete("a").Case.Instances.ShouldBeEmpty();
        race.Must(new ReopenTask(a, "mistake"));
        race.OpenTitles.ShouldBe(["a", "inner"]);
        race.Complete("inner").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_flow_that_went_on_beside_it_is_left_alone()
    {
        var child = new Drawing("child").Start().Ask("inner").Ask("second").End().Connect("start → inner → second → end").Build();
        var stage = new Stage().With(child).Start(new Drawing().Start().Ask("a").Ask("b").Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).End().Connect("start → a → b → end", "start → c → end").Build());
        var a = stage.Task("a").Id;
        stage.Complete("a").Complete("inner");
        stage.Must(new ReopenTask(a, "mistake"));
        stage.OpenTitles.ShouldBe(["a", "second"]);
        stage.Complete("second").Complete("a").Complete("b").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_flow_that_the_step_began_is_cancelled_unless_it_went_on()
    {
        var child = new Drawing("child").Start().Ask("inner").Ask("second").End().Connect("start → inner → second → end").Build();
        Stage Begun() => new Stage().With(child).Start(new Drawing().Start().Ask("a").Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).End().Connect("start → a → c → end").Build());
        var stage = Begun();
        var a = stage.Task("a").Id;
        stage.Complete("a").Must(new ReopenTask(a, "mistake"));
        stage.OpenTitles.ShouldBe(["a"]);
        stage.Case.Instances.Keys.ShouldBe([new(1)]);
        stage.Complete("a").OpenTitles.ShouldBe(["inner"]);
        var late = Begun().Complete("a").Complete("inner");
        Why(late, a).Code.ShouldBe("TASK_REOPEN_TOO_LATE");
    }

    [Fact]
    public void A_flow_whose_starter_went_on_stays()
    {
        var child = new Drawing("child").Start().Ask("inner").End().Connect("start → inner → end").Build();
        var stage = new Stage().With(child).Start(new Drawing().Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).Ask("after").End().Connect("start → c → after → end").Build());
        var inner = stage.Task("inner").Id;
        stage.Complete("inner");
        Why(stage, inner).Code.ShouldBe("TASK_REOPEN_TOO_LATE");
    }
}
