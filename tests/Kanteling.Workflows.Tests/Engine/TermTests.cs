using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Dates of the domain: deadlines of the stream that start fresh flows.</summary>
public class TermTests
{
    static readonly WorkflowDefinition Review = new Drawing("review").Start().Ask("look back").End().Connect("start → look back → end").Build();

    static WorkflowDefinition Agreeing(int days, string key = "k") => new Drawing($"agree{days}").Start().Add("Test.Agree", "g", ("key", Drawing.Literal(key)), ("days", Drawing.Literal(days))).End().Connect("start → g → end").Build();

    static Stage Agreed(int days) => new Stage().Start(Agreeing(days));

    [Fact]
    public void A_date_that_was_agreed_is_a_deadline_that_outlives_the_flow()
    {
        var stage = Agreed(30);
        stage.Case.Instances.ShouldBeEmpty();
        var deadline = stage.Pending.ShouldHaveSingleItem();
        (deadline.For, deadline.Key, deadline.DueAt).ShouldBe((DeadlineFor.Term, "k", stage.Now.AddDays(30)));
    }

    [Fact]
    public void A_date_that_changes_moves_its_deadline_and_one_that_stays_is_left_alone()
    {
        var stage = Agreed(30);
        var id = stage.Pending.Single().Id;
        stage.Start(Agreeing(30));
        stage.Log.OfType<DeadlineMoved>().ShouldBeEmpty();
        stage.Start(Agreeing(60));
        var moved = stage.Log.OfType<DeadlineMoved>().ShouldHaveSingleItem();
        (moved.Deadline, moved.Why).ShouldBe((id, "TERM_CHANGED"));
        stage.Refused(new PassDeadline(id, stage.Now.AddDays(30)), person: false).Code.ShouldBe("DEADLINE_MOVED");
    }

    [Fact]
    public void A_date_that_ended_cancels_its_deadline()
    {
        var stage = Agreed(30);
        stage.Start(new Drawing("drop").Start().Add("Test.Agree", "g", ("key", Drawing.Literal("k")), ("days", Drawing.Literal(0)), ("drop", Drawing.Literal(true))).End().Connect("start → g → end").Build());
        stage.Log.OfType<DeadlineCancelled>().ShouldHaveSingleItem().Why.ShouldBe("TERM_ENDED");
        stage.Pending.ShouldBeEmpty();
    }

    [Fact]
    public void A_date_that_passes_starts_a_fresh_flow_on_the_version_that_is_current_then()
    {
        var stage = Agreed(30).With(Review);
        stage.Wait(TimeSpan.FromDays(30));
        stage.OpenTitles.ShouldBe(["look back"]);
        stage.Case.Instances.Values.Single().Input.Text.ShouldBe("""{"key":"k"}""");
        stage.Notes.ShouldBe(["passed k"]);
        stage.Pending.ShouldBeEmpty();
    }

    /// <summary>Lets the only date that runs pass; what followed, besides its cause, is one incident of the stream.</summary>
    static Incident Dropped(Stage stage)
    {
        var deadline = stage.Pending.Single();
        stage.Now = deadline.DueAt;
        var events = stage.Must(new PassDeadline(deadline.Id, deadline.DueAt), person: false);
        events.Select(e => e.GetType()).ShouldBe([typeof(DeadlinePassed), typeof(IncidentRaised)]);
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Instance, incident.Execution, incident.ActivityId).ShouldBe((null, null, null));
        incident.Pending.Term.ShouldBe(new PassedTerm(deadline.Key, null, deadline.DueAt));
        stage.Pending.ShouldBeEmpty();
        return incident;
    }

    [Fact]
    public void A_flow_that_is_not_published_is_an_incident_that_is_tried_again_once_it_is()
    {
        var stage = Agreed(30);
        Dropped(stage).Code.ShouldBe("DEFINITION_NOT_FOUND");
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Retry, "because")).Code.ShouldBe("DEFINITION_NOT_FOUND");
        stage.With(Review).Resolve(Resolution.Retry).OpenTitles.ShouldBe(["look back"]);
        stage.Notes.ShouldBe(["passed k"]);
        (stage.Incidents.Count(), stage.Pending.Count()).ShouldBe((0, 0));
    }

    [Fact]
    public void What_broke_a_rule_is_done_after_all_once_its_cause_was_mended()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "forbidding"));
        Dropped(stage);
        stage.Start(new Drawing("mend").Start().Note("pardon").End().Connect("start → pardon → end").Build());
        stage.Resolve(Resolution.Retry).Notes.ShouldBe(["pardon", "forbidden"]);
        stage.OpenTitles.ShouldBe(["look back"]);
        (stage.Incidents.Count(), stage.Pending.Count()).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("stubborn", "TERM_STILL_RUNNING")]
    [InlineData("forbidding", "WORD_FORBIDDEN")]
    [InlineData("throwing", "TERM_FAILED")]
    [InlineData("failing", "KNOWN")]
    public void A_date_whose_consequences_cannot_be_keeps_its_passing_and_waits_for_somebody(string key, string code)
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, key));
        Dropped(stage).Code.ShouldBe(code);
        stage.Notes.ShouldBeEmpty();
        stage.Start(Review);
        stage.Pending.ShouldBeEmpty("it does not pass every minute for ever");
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Retry, "again")).Code.ShouldBe(code);
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Skip, " ")).Code.ShouldBe("REASON_MISSING");
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Skip, "x", Outcome: "Done")).Code.ShouldBe("OUTCOME_UNKNOWN");
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Repair, "x", new JsonObject { ["word"] = "calm" })).Code.ShouldBe("VARIABLE_UNKNOWN");
    }

    [Fact]
    public void A_date_that_was_passed_over_is_left_at_that_moment_and_set_at_another()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "forbidding"));
        var due = Dropped(stage).Pending.Term!.DueAt;
        stage.Resolve(Resolution.Skip).Incidents.ShouldBeEmpty();
        stage.Start(Agreeing(0, "other"));
        stage.Pending.ShouldHaveSingleItem().Key.ShouldBe("other");
        stage.Start(Agreeing(10, "forbidding"));
        stage.Pending.Single(d => d.Key == "forbidding").DueAt.ShouldBe(due.AddDays(10));
        stage.Case.PassedOver.ShouldBeEmpty();
    }

    [Fact]
    public void A_date_that_moved_while_its_incident_was_open_is_set_and_there_is_nothing_left_to_try()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "forbidding"));
        Dropped(stage);
        stage.Start(Agreeing(5, "forbidding"));
        stage.Pending.ShouldHaveSingleItem();
        stage.Resolve(Resolution.Retry).Incidents.ShouldBeEmpty();
        (stage.Notes.Count(), stage.Pending.Count()).ShouldBe((0, 1));
    }

    [Fact]
    public void What_the_calendar_makes_impossible_to_compute_is_an_incident_and_the_calendar_counts()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "unplaceable"));
        var events = stage.Must(new ChangeCalendar("later"), person: false);
        events.Select(e => e.GetType()).ShouldBe([typeof(CalendarChanged), typeof(IncidentRaised)]);
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("DATES_FAILED");
        stage.Pending.ShouldHaveSingleItem();
        stage.Refused(new ResolveIncident(stage.Incidents.Single().Id, Resolution.Retry, "again")).Code.ShouldBe("DATES_FAILED");
        stage.Resolve(Resolution.Skip).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void A_condition_that_a_calendar_makes_true_and_whose_consequences_break_a_rule_waits_in_an_incident()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Test.Until", "u", ("until", Drawing.Feel("now() >= date and time(\"2026-03-03T00:00:00Z\")"))).Note("n", "forbidden").End().Connect("start → u → n → end").Build());
        stage.Now = stage.Now.AddDays(1);
        stage.Must(new ChangeCalendar("same"), person: false);
        var incident = stage.Incidents.ShouldHaveSingleItem();
        (incident.Code, incident.ActivityId?.Text, incident.Pending.Kind).ShouldBe(("WORD_FORBIDDEN", "u", PendingKind.Condition));
        stage.Start(Review).Incidents.ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_calendar_moves_running_dates_and_says_why()
    {
        var stage = Agreed(30);
        stage.Must(new ChangeCalendar("later"));
        stage.Log.OfType<DeadlineMoved>().ShouldHaveSingleItem().Why.ShouldBe("CALENDAR_CHANGED");
        stage.Pending.Single().DueAt.ShouldBe(stage.Now.AddDays(31));
    }

    [Fact]
    public void Another_calendar_that_moves_nothing_is_not_worth_a_commit() =>
        new Stage().Start(Review).Refused(new ChangeCalendar("same")).Code.ShouldBe("CALENDAR_MOVES_NOTHING");
}
