using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Moving an instance to another version of its flow.</summary>
public class MovingTests
{
    static Drawing Looping() => new Drawing().Start().Ask("a").Ask("b", "Again", "Done").End();

    static readonly WorkflowDefinition First = Looping().Connect("start → a → b.Done → end", "b.Again → a").Build();

    static Stage Moved(WorkflowDefinition from, WorkflowDefinition to, Action<Stage> before, params (string Old, string New)[] mapping)
    {
        var stage = new Stage().With(to).Start(from);
        before(stage);
        stage.Must(new MoveInstance(new(1), to.Version, mapping.ToImmutableSortedDictionary(m => new ActivityId(m.Old), m => new ActivityId(m.New))));
        stage.Instance.Definition.ShouldBe(to.Key);
        return stage;
    }

    [Fact]
    public void What_is_open_stays_open_and_goes_on_in_the_new_drawing()
    {
        var second = Looping().Note("n").Connect("start → a → n → b.Done → end", "b.Again → a").Build(2);
        var stage = Moved(First, second, _ => { });
        stage.Task("a").Version.ShouldBe(1);
        stage.Complete("a").Notes.ShouldBe(["n"]);
        stage.Complete("b", "Done").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_step_that_is_new_between_two_that_were_done_runs_in_the_next_round_and_stops_nothing()
    {
        var second = Looping().Note("n").Connect("start → a → n → b.Done → end", "b.Again → a").Build(2);
        var stage = Moved(First, second, s => s.Complete("a").Complete("b", "Again").Complete("a").Complete("b", "Again"));
        stage.Complete("a").Notes.ShouldBe(["n"]);
        stage.Complete("b", "Again").Complete("a").Complete("b", "Done").Finished.ShouldNotBeNull();
        stage.Notes.ShouldBe(["n", "n"]);
    }

    [Fact]
    public void A_new_branch_that_began_behind_us_is_not_waited_for()
    {
        var first = new Drawing().Start().Ask("a").Note("joined").End().Connect("start → a → joined → end").Build();
        var second = new Drawing().Start().Ask("a").Ask("late").Note("joined").End().Connect("start → a → joined → end", "start → late → joined").Build(2);
        Moved(first, second, _ => { }).Complete("a").Notes.ShouldBe(["joined"]);
    }

    [Fact]
    public void A_new_branch_that_is_still_ahead_of_us_is_waited_for()
    {
        var first = new Drawing().Start().Ask("a").Ask("b").Note("joined").End().Connect("start → a → b → joined → end").Build();
        var second = new Drawing().Start().Ask("a").Ask("b").Ask("c").Note("joined").End().Connect("start → a → b → joined → end", "a → c → joined").Build(2);
        var stage = Moved(first, second, _ => { }).Complete("a");
        stage.OpenTitles.ShouldBe(["b", "c"]);
        stage.Complete("b").Notes.ShouldBeEmpty();
        stage.Complete("c").Notes.ShouldBe(["joined"]);
    }

    [Fact]
    public void Steps_and_their_counts_take_their_new_names()
    {
        var second = new Drawing().Start().Ask("first").Ask("b", "Again", "Done").End().Connect("start → first → b.Done → end", "b.Again → first").Build(2);
        var stage = Moved(First, second, s => s.Complete("a").Complete("b", "Again"), ("a", "first"));
        stage.Task("a").ActivityId.ShouldBe(new ActivityId("first"));
        stage.Complete("a");
        stage.Complete("b", "Again").Complete("first").Complete("b", "Done").Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_step_that_is_missing_changed_or_out_of_reach_refuses_the_move()
    {
        void Refuses(WorkflowDefinition to, string code = "MOVE_STEP_MISSING") => new Stage().With(to).Start(First).Refused(new MoveInstance(new(1), to.Version)).Code.ShouldBe(code);
        Refuses(new Drawing().Start().Ask("other").End().Connect("start → other → end").Build(2));
        Refuses(new Drawing().Start().Note("a").End().Connect("start → a → end").Build(2));
        Refuses(new Drawing().Start().Ask("a").End().Connect("start → end").Build(2));
        Refuses(new Drawing().Start().Add(new Drawing().Ask("a").Flowchart("inner")).End().Connect("start → inner → end").Build(2));
        new Stage().Start(First).Refused(new MoveInstance(new(1), 1)).Code.ShouldBe("MOVE_TO_SAME_VERSION");
        new Stage().Start(First).Refused(new MoveInstance(new(1), 9)).Code.ShouldBe("DEFINITION_NOT_FOUND");
        new Stage().Start(First).Refused(new MoveInstance(new(9), 2)).Code.ShouldBe("INSTANCE_NOT_OPEN");
    }

    [Fact]
    public void An_incident_is_set_right_by_a_better_drawing()
    {
        var broken = new Drawing().Start().Decide("d", "input.nothing").End().Connect("start → d.True → end", "d.False → end").Build();
        var mended = new Drawing().Start().Decide("d", "input.nothing = null").End().Connect("start → d.True → end", "d.False → end").Build(2);
        var stage = Moved(broken, mended, _ => { });
        stage.Resolve(Resolution.Retry).Finished.ShouldNotBeNull();
    }
}
