using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>What cannot go on becomes an incident with its pending work; the rest goes on.</summary>
public class IncidentTests
{
    /// <summary>A step that fails as long as the variable says so, beside a task.</summary>
    static Stage Failing() => new Stage().Start(new Drawing().Variable("word", "String", "explode").Start().Add(FeelNote("f", "word")).Ask("beside").Note("joined").End()
        .Connect("start → f → joined → end", "start → beside → joined").Build());

    [Fact]
    public void A_step_that_throws_is_an_incident_and_other_branches_go_on()
    {
        var stage = Failing();
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Code, incident.ActivityId?.Text, incident.Pending.Kind).ShouldBe(("ACTIVITY_FAILED", "f", PendingKind.Start));
        incident.Arguments.AsTexts().ShouldBe(["f", "InvalidOperationException"]);
        stage.Instance.IsSuspended.ShouldBeTrue();
        stage.OpenTitles.ShouldBe(["beside"]);
        stage.Complete("beside").Notes.ShouldBeEmpty();
        stage.Finished.ShouldBeNull();
    }

    [Fact]
    public void A_retry_that_fails_again_is_a_new_incident()
    {
        var stage = Failing();
        var first = stage.Incidents.Single().Id;
        stage.Resolve(Resolution.Retry).Incidents.ShouldHaveSingleItem().Id.ShouldBeGreaterThan(first);
        stage.Refused(new ResolveIncident(first, Resolution.Retry, "again")).Code.ShouldBe("INCIDENT_NOT_OPEN");
    }

    [Fact]
    public void A_repair_sets_variables_and_tries_again()
    {
        var stage = Failing();
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Repair, "x", new JsonObject { ["nope"] = 1 })).Code.ShouldBe("VARIABLE_UNKNOWN");
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Repair, "x", new JsonObject { ["word"] = new string('x', 300_000) })).Code.ShouldBe("VARIABLE_TOO_LARGE");
        stage.Resolve(Resolution.Repair, new JsonObject { ["word"] = "calm" }).Notes.ShouldBe(["calm"]);
        stage.Complete("beside").Notes.ShouldBe(["calm", "joined"]);
    }

    [Fact]
    public void A_skip_goes_on_by_a_port_that_exists_and_needs_a_reason()
    {
        var stage = Failing();
        var incident = stage.Incidents.Single().Id;
        stage.Refused(new ResolveIncident(incident, Resolution.Skip, " ")).Code.ShouldBe("REASON_MISSING");
        stage.Refused(new ResolveIncident(incident, Resolution.Skip, "x", null, "Elsewhere")).Code.ShouldBe("OUTCOME_UNKNOWN");
        stage.Refused(new ResolveIncident(incident, Resolution.Retry, "x", null, "What somebody thinks of it")).Code.ShouldBe("OUTCOME_UNKNOWN", "an outcome stands in the body for ever");
        stage.Refused(new ResolveIncident(incident, Resolution.Repair, "x", [], "What somebody thinks of it")).Code.ShouldBe("OUTCOME_UNKNOWN");
        stage.Resolve(Resolution.Skip).Incidents.ShouldBeEmpty();
        stage.Complete("beside").Notes.ShouldBe(["joined"]);
    }

    [Theory]
    [InlineData("input.missing", "null")]
    [InlineData("1 + 1", "number")]
    public void A_condition_that_is_not_boolean_is_an_incident_and_never_false(string condition, string kind)
    {
        var stage = new Stage().Start(new Drawing().Start().Decide("d", condition).Note("no").End().Connect("start → d.True → end", "d.False → no → end").Build());
        var incident = stage.Incidents.ShouldHaveSingleItem();
        incident.Code.ShouldBe("CONDITION_NOT_BOOLEAN");
        incident.Arguments.AsTexts().ShouldBe(["d", condition, kind]);
        stage.Resolve(Resolution.Skip, outcome: "False").Notes.ShouldBe(["no"]);
    }

    [Fact]
    public void A_step_that_fails_when_it_is_resumed_keeps_what_it_was_resumed_with()
    {
        var body = Activity("Elsa.Sequence", "s", ("activities", new JsonArray(AskOf("a"), Activity("Elsa.If", "if", ("condition", Feel("flag")), ("then", NoteOf("then"))))));
        var stage = new Stage().Start(new Drawing().Variable("flag", "Boolean").Build(body));
        stage.Complete("a").Incidents.ShouldHaveSingleItem().Code.ShouldBe("CONDITION_NOT_BOOLEAN");
        stage.Resolve(Resolution.Repair, new JsonObject { ["flag"] = true }).Notes.ShouldBe(["then"]);
        stage.Log.OfType<TaskCompleted>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_person_gets_a_rule_of_the_domain_as_a_refusal_and_nothing_is_stored()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").Note("n", "forbidden").End().Connect("start → a → n → end").Build());
        stage.Refused(new CompleteTask(stage.Task("a").Id, 1, null, [])).Code.ShouldBe("WORD_FORBIDDEN");
        stage.OpenTitles.ShouldBe(["a"]);
    }

    [Fact]
    public void A_rule_of_the_domain_broken_by_a_timer_is_an_incident_and_the_deadline_has_passed()
    {
        var stage = new Stage().Start(new Drawing().Start().Delay("t", "P1D").Note("n", "forbidden").End().Connect("start → t → n → end").Build());
        stage.Wait(TimeSpan.FromDays(1));
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Code, incident.ActivityId?.Text).ShouldBe(("WORD_FORBIDDEN", "t"));
        stage.Notes.ShouldBeEmpty();
        stage.Pending.ShouldBeEmpty();
        stage.Refused(new ResolveIncident(incident.Id, Resolution.Skip, "because")).Code.ShouldBe("WORD_FORBIDDEN");
    }

    [Fact]
    public void A_refusal_by_the_step_that_a_command_reaches_first_refuses_the_command()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a").End().Connect("start → a → end").Build());
        stage.Refused(new CompleteTask(stage.Task("a").Id, 1, null, new JsonObject { ["refuse"] = true })).Code.ShouldBe("ANSWER_REFUSED");
        stage.Must(new CompleteTask(stage.Task("a").Id, 1, null, new JsonObject { ["refuse"] = true }), person: false);
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("ANSWER_REFUSED");
    }

    [Fact]
    public void Cancelling_withdraws_everything_and_needs_a_reason()
    {
        var stage = new Stage().Start(new Drawing().Start().Ask("a", 5).Ask("b").End().Connect("start → a → end", "start → b").Build());
        stage.Refused(new CancelInstance(new(1), "")).Code.ShouldBe("REASON_MISSING");
        stage.Must(new CancelInstance(new(1), "moved away"));
        stage.Finished!.Status.ShouldBe(InstanceStatus.Cancelled);
        (stage.OpenTasks.Count(), stage.Pending.Count()).ShouldBe((0, 0));
        stage.Refused(new CancelInstance(new(1), "again")).Code.ShouldBe("INSTANCE_NOT_OPEN");
    }

    [Fact]
    public void A_loop_over_the_budget_keeps_the_ends_that_were_waiting_too()
    {
        var child = new Drawing("child").Start().Ask("ask").End().Connect("start → ask → end").Build();
        var stage = new Stage(new EngineLimits(StepsPerDecision: 100)).With(child).Start(new Drawing().Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).Note("n").Note("m").Ask("beside").End()
            .Connect("start → c → n → m → n", "m.Never → end", "start → beside → end").Build());
        stage.Must(new CancelInstance(stage.Task("ask").Instance, "stop"));
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("CHILD_NOT_FINISHED");
        stage.Resolve(Resolution.Skip).Incidents.ShouldHaveSingleItem().Code.ShouldBe("LOOP_WITHOUT_WAIT");
        stage.OpenTitles.ShouldBe(["beside"]);
    }

    [Fact]
    public void A_decision_that_grows_too_large_is_one_incident()
    {
        var stage = new Stage(new EngineLimits(EventsPerDecision: 30)).Start(new Drawing().Start().Ask("a").Add(Activity("Elsa.For", "f", ("start", Literal(1)), ("end", Literal(1000)), ("body", NoteOf("n")))).End().Connect("start → a → f → end").Build());
        stage.Complete("a").Incidents.ShouldHaveSingleItem().Code.ShouldBe("DECISION_TOO_LARGE");
        stage.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_waits_for_nothing_is_never_silently_stuck()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Test.Hang", "h").Ask("beside").End().Connect("start → h → end", "start → beside").Build());
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Code, incident.ActivityId?.Text).ShouldBe(("INSTANCE_STUCK", "h"));
        stage.Resolve(Resolution.Skip).Finished.ShouldNotBeNull();
    }

    [Fact]
    public void An_incident_in_a_branch_that_lost_the_race_in_the_same_decision_leaves_no_trace()
    {
        var stage = new Stage().Start(new Drawing().Start().Note("f", "explode").Note("g").Join("j", "WaitAny").Ask("after").End().Connect("start → f → j → after → end", "start → g → j").Build());
        stage.Incidents.ShouldBeEmpty();
        stage.OpenTitles.ShouldBe(["after"]);
        stage.Log.OfType<IncidentRaised>().ShouldHaveSingleItem();
    }

    [Fact]
    public void An_activity_that_the_program_does_not_know_is_an_incident() =>
        new Stage().Start(new Drawing().Start().Add("Elsewhere.Thing", "x").End().Connect("start → x → end").Build()).Incidents.ShouldHaveSingleItem().Code.ShouldBe("ACTIVITY_UNKNOWN");
}
