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

    [Fact]
    public void A_flow_that_is_not_published_leaves_the_deadline_overdue_until_it_is()
    {
        var stage = Agreed(30);
        var deadline = stage.Pending.Single();
        stage.Now = deadline.DueAt;
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("DEFINITION_NOT_FOUND");
        stage.Pending.ShouldHaveSingleItem();
        stage.With(Review).Must(new PassDeadline(deadline.Id, deadline.DueAt), person: false);
    }

    [Fact]
    public void A_date_that_stays_running_after_it_passed_is_refused_instead_of_passing_for_ever()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "stubborn"));
        var deadline = stage.Pending.Single();
        stage.Now = deadline.DueAt;
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("TERM_STILL_RUNNING");
    }

    [Fact]
    public void A_rule_of_the_domain_that_a_passing_date_breaks_refuses_it_because_no_step_could_keep_it()
    {
        var stage = new Stage().With(Review).Start(Agreeing(30, "forbidding"));
        var deadline = stage.Pending.Single();
        stage.Now = deadline.DueAt;
        stage.Refused(new PassDeadline(deadline.Id, deadline.DueAt), person: false).Code.ShouldBe("WORD_FORBIDDEN");
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
