using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Completing, giving and naming tasks.</summary>
public class TaskTests
{
    static Stage Open() => new Stage().Start(new Drawing().Start().Ask("a", "Yes", "No").Note("yes").End().Connect("start → a.Yes → yes → end", "a.No → end").Build());

    [Fact]
    public void A_task_is_completed_once()
    {
        var stage = Open();
        var task = stage.Task("a");
        stage.Complete("a", "Yes");
        stage.Refused(new CompleteTask(task.Id, task.Version, "Yes", [])).Code.ShouldBe("TASK_NOT_OPEN");
        stage.Notes.ShouldBe(["yes"]);
    }

    [Fact]
    public void An_outcome_must_be_one_that_is_offered()
    {
        var stage = Open();
        stage.Refused(new CompleteTask(stage.Task("a").Id, 1, "Perhaps", [])).Code.ShouldBe("OUTCOME_UNKNOWN");
        stage.Refused(new CompleteTask(stage.Task("a").Id, 1, null, [])).Code.ShouldBe("OUTCOME_MISSING");
    }

    [Fact]
    public void A_person_who_saw_an_older_version_is_told_the_present_one()
    {
        var stage = Open();
        stage.Must(new AssignTask(stage.Task("a").Id, 1, new("anna"), "on leave"));
        var refusal = stage.Refused(new CompleteTask(stage.Task("a").Id, 1, "Yes", []));
        (refusal.Code, refusal.Arguments.Single()).ShouldBe(("TASK_CHANGED", "2"));
        stage.Refused(new AssignTask(stage.Task("a").Id, 1, new("bob"), null)).Code.ShouldBe("TASK_CHANGED");
        stage.Complete("a", "Yes");
    }

    [Fact]
    public void Giving_a_task_says_from_whom_to_whom_and_why()
    {
        var stage = Open();
        stage.Must(new AssignTask(stage.Task("a").Id, 1, new("anna"), null));
        stage.Must(new AssignTask(stage.Task("a").Id, 2, null, "back to the team"));
        var given = stage.Log.OfType<TaskAssigned>().Last();
        (given.From, given.To, given.Reason!.AsString()).ShouldBe((new UserId("anna"), null, "back to the team"));
        stage.Task("a").Assignee.ShouldBeNull();
    }

    [Fact]
    public void A_task_says_why_it_exists_and_rows_say_whose_it_is()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Test.Ask", "a", ("outcomes", Drawing.List("Done")), ("relation", Drawing.Literal("lead"))).End().Connect("start → a → end").Build());
        stage.Task("a").ShouldSatisfyAllConditions(t => t.Because.Version.ShouldBe(1), t => t.Reason.ShouldBe("because"));
        var row = RowsOf.Case(stage.Case, TestDomain.Domain).Tasks.ShouldHaveSingleItem();
        (row.Relation, row.Assignee, row.Label, row.Title).ShouldBe(("lead", new UserId("anna"), "notebook", "a"));
    }

    [Fact]
    public void Answers_are_content_of_the_dossier()
    {
        var stage = new Stage().With(new Drawing().Start().Ask("a").End().Connect("start → a → end").Build());
        stage.Must(new StartInstance(new("flow"), [], Dossier: new("d1")));
        stage.Complete("a", null, new JsonObject { ["note"] = "heard" });
        stage.Log.OfType<TaskCompleted>().Single().Answers.ShouldBe(new Content(new("d1"), ContentKind.Answers, """{"note":"heard"}"""));
        stage.Notes.ShouldBe(["heard"]);
    }

    [Fact]
    public void A_flow_that_may_run_once_is_not_started_twice_in_one_stream()
    {
        var definition = new Drawing().Option("activationStrategyType", "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime").Start().Ask("a").End().Connect("start → a → end").Build();
        var stage = new Stage().Start(definition);
        stage.Log.OfType<ClaimTaken>().Single().Key.AsString().ShouldBe("single:flow");
        stage.Refused(new StartInstance(new("flow"), [])).Code.ShouldBe("ALREADY_RUNNING");
        stage.Complete("a");
        stage.Log.OfType<ClaimReleased>().ShouldHaveSingleItem();
        stage.Must(new StartInstance(new("flow"), []));
    }

    [Theory]
    [InlineData("CorrelatedSingletonStrategy", "c1", "correlated:flow:c1")]
    [InlineData("CorrelationStrategy", "c1", "correlation:c1")]
    [InlineData("CorrelationStrategy", null, null)]
    public void Activation_strategies_claim_their_key(string strategy, string? correlation, string? claim)
    {
        var definition = new Drawing().Option("activationStrategyType", $"Elsa.Workflows.Runtime.ActivationValidators.{strategy}, Elsa.Workflows.Runtime").Start().Ask("a").End().Connect("start → a → end").Build();
        var stage = new Stage().With(definition);
        stage.Must(new StartInstance(new("flow"), [], Correlation: correlation));
        RowsOf.Case(stage.Case, TestDomain.Domain).Claims.Select(c => c.Key).ShouldBe(claim is null ? [] : [claim]);
    }
}
