using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Activities that hold others: choices, loops, and work side by side.</summary>
public class ContainerTests
{
    static readonly JsonObject Input = new() { ["n"] = 3, ["names"] = new JsonArray("x", "y", "z"), ["none"] = new JsonArray() };

    /// <summary>Runs a sequence of this activity and a last note.</summary>
    static Stage Run(JsonObject activity) => new Stage().Start(Sequence(activity), (JsonObject)Input.DeepClone());

    static WorkflowDefinition Sequence(params JsonObject[] activities) => new Drawing().Variable("total", "Int32", "0").Variable("last").Build(SequenceOf("root", [.. activities, NoteOf("after")]));

    static JsonObject SequenceOf(string id, params JsonObject[] activities) => Activity("Elsa.Sequence", id, ("activities", new JsonArray([.. activities])));

    static JsonObject Add(string id, string feel) => Activity("Elsa.SetVariable", id, ("variable", new JsonObject { ["id"] = "var-total", ["name"] = "total" }), ("value", Feel(feel)));

    [Theory]
    [InlineData("input.n > 2", "yes after")]
    [InlineData("input.n > 5", "no after")]
    public void If_runs_one_of_its_two(string condition, string expected) =>
        Run(Activity("Elsa.If", "if", ("condition", Feel(condition)), ("then", NoteOf("yes")), ("else", NoteOf("no")))).Notes.ShouldBe(expected.Split(' '));

    [Fact]
    public void If_without_an_else_goes_on() => Run(Activity("Elsa.If", "if", ("condition", Literal("false")), ("then", NoteOf("yes")))).Notes.ShouldBe(["after"]);

    [Fact]
    public void If_gives_its_result_to_the_variable_that_the_drawing_bound()
    {
        var stage = Run(Activity("Elsa.If", "if", ("condition", Literal("true")), ("then", FeelNote("yes", "if last then \"told\" else \"not\"")), ("result", Bound("last"))));
        stage.Notes.ShouldBe(["told", "after"]);
    }

    static JsonObject Bound(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-" + variable } };

    [Theory]
    [InlineData("MatchFirst", "1 after")]
    [InlineData("MatchAny", "1 2 after")]
    public void Switch_runs_its_cases(string mode, string expected)
    {
        var cases = new JsonArray(Case("one", "input.n > 1", NoteOf("1")), Case("two", "input.n > 2", NoteOf("2")), Case("nine", "input.n > 9", NoteOf("9")));
        Run(Activity("Elsa.Switch", "s", ("cases", cases), ("mode", Literal(mode)), ("default", NoteOf("d")))).Notes.ShouldBe(expected.Split(' '));
    }

    [Fact]
    public void Switch_without_a_match_runs_its_default()
    {
        Run(Activity("Elsa.Switch", "s", ("cases", new JsonArray(Case("nine", "input.n > 9", NoteOf("9")))), ("default", NoteOf("d")))).Notes.ShouldBe(["d", "after"]);
        Run(Activity("Elsa.Switch", "s", ("cases", new JsonArray(Case("nine", "input.n > 9", NoteOf("9")))))).Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void While_asks_before_every_round()
    {
        var stage = Run(Activity("Elsa.While", "w", ("condition", Feel("total < 3")), ("body", SequenceOf("body", FeelNote("n", "string(total)"), Add("add", "total + 1")))));
        stage.Notes.ShouldBe(["0", "1", "2", "after"]);
    }

    [Theory]
    [InlineData(1, 3, 1, true, "1 2 3")]
    [InlineData(1, 3, 1, false, "1 2")]
    [InlineData(3, 1, -1, true, "3 2 1")]
    [InlineData(1, 6, 2, true, "1 3 5")]
    [InlineData(2, 1, 1, true, "")]
    public void For_counts(int from, int to, int step, bool inclusive, string expected)
    {
        var stage = Run(Activity("Elsa.For", "f", ("start", Literal(from)), ("end", Literal(to)), ("step", Literal(step)), ("outerBoundInclusive", Literal(inclusive)), ("body", FeelNote("n", "string(CurrentValue)"))));
        stage.Notes.ShouldBe([.. expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), "after"]);
    }

    [Fact]
    public void For_each_has_the_value_and_the_index_and_tells_a_bound_variable()
    {
        var stage = Run(Activity("Elsa.ForEach", "f", ("items", Feel("input.names")), ("currentValue", Bound("last")), ("body", FeelNote("n", "CurrentValue + string(CurrentIndex) + last"))));
        stage.Notes.ShouldBe(["x0x", "y1y", "z2z", "after"]);
        Run(Activity("Elsa.ForEach", "f", ("items", Feel("input.none")), ("body", FeelNote("n", "CurrentValue")))).Notes.ShouldBe(["after"]);
    }

    [Fact]
    public void For_each_waits_for_a_person_in_every_round()
    {
        var stage = Run(Activity("Elsa.ForEach", "f", ("items", Feel("input.names")), ("body", SequenceOf("body", AskOf("ask"), FeelNote("n", "CurrentValue")))));
        stage.Complete("ask").Complete("ask");
        stage.Notes.ShouldBe(["x", "y"]);
        stage.Complete("ask").Notes.ShouldBe(["x", "y", "z", "after"]);
    }

    [Fact]
    public void A_name_that_a_container_uses_for_itself_never_hides_a_variable()
    {
        var definition = new Drawing().Variable("index", "String", "mine").Variable("items", "String", "also").Variable("pending", "String", "too")
            .Build(SequenceOf("root", Activity("Elsa.Parallel", "p", ("activities", new JsonArray(FeelNote("n", "index + items + pending"))))));
        new Stage().Start(definition).Notes.ShouldBe(["minealsotoo"]);
    }

    [Fact]
    public void Parallel_for_each_opens_all_at_once_and_goes_on_after_the_last()
    {
        var stage = Run(Activity("Elsa.ParallelForEach", "f", ("items", Feel("input.names")), ("body", SequenceOf("body", AskOf("ask"), FeelNote("n", "CurrentValue")))));
        stage.OpenTitles.Count().ShouldBe(3);
        foreach (var task in stage.OpenTasks.OrderByDescending(t => t.Id).ToList())
            stage.Must(new Commands.CompleteTask(task.Id, 1, null, []));
        stage.Notes.ShouldBe(["z", "y", "x", "after"]);
    }

    [Fact]
    public void Break_ends_the_nearest_loop_with_all_that_runs_in_it()
    {
        var body = Activity("Elsa.Parallel", "p", ("activities", new JsonArray(AskOf("ask"),
            SequenceOf("s", FeelNote("n", "CurrentValue"), Activity("Elsa.If", "if", ("condition", Feel("CurrentValue = \"x\"")), ("then", Activity("Elsa.Break", "stop")))))));
        var stage = Run(Activity("Elsa.ForEach", "f", ("items", Feel("input.names")), ("body", body)));
        stage.Notes.ShouldBe(["x", "after"]);
        stage.OpenTasks.ShouldBeEmpty();
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void Break_within_a_nested_loop_leaves_the_outer_one_running()
    {
        var inner = Activity("Elsa.For", "inner", ("start", Literal(1)), ("end", Literal(9)), ("body", SequenceOf("s", FeelNote("n", "string(CurrentValue)"), Activity("Elsa.Break", "stop"))));
        Run(Activity("Elsa.For", "outer", ("start", Literal(1)), ("end", Literal(2)), ("body", SequenceOf("o", inner, NoteOf("round"))))).Notes.ShouldBe(["1", "round", "1", "round", "after"]);
    }

    [Fact]
    public void Break_outside_a_loop_is_an_incident() => Run(Activity("Elsa.Break", "stop")).Incidents.ShouldHaveSingleItem().Code.ShouldBe("BREAK_OUTSIDE_LOOP");

    [Fact]
    public void Fork_waits_for_all_branches_or_stops_the_others_at_the_first()
    {
        JsonObject Fork(string mode) => Activity("Elsa.Fork", "f", ("joinMode", mode), ("branches", new JsonArray(AskOf("a"), SequenceOf("s", AskOf("b"), NoteOf("n")))));
        var all = Run(Fork("WaitAll"));
        all.Complete("a").Notes.ShouldBeEmpty();
        all.Complete("b").Notes.ShouldBe(["n", "after"]);
        var any = Run(Fork("WaitAny"));
        any.Complete("a").Notes.ShouldBe(["after"]);
        any.Log.OfType<TaskWithdrawn>().Single().Why.ShouldBe("RACE_LOST");
    }

    [Fact]
    public void Parallel_runs_side_by_side()
    {
        var stage = Run(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(AskOf("a"), AskOf("b"), NoteOf("n")))));
        stage.OpenTitles.ShouldBe(["a", "b"]);
        stage.Complete("b").Complete("a").Notes.ShouldBe(["n", "after"]);
    }

    [Fact]
    public void A_variable_of_a_container_lives_and_dies_with_it()
    {
        var inner = SequenceOf("inner", Activity("Elsa.SetVariable", "set", ("variable", new JsonObject { ["id"] = "v", ["name"] = "own" }), ("value", Feel("own + 1"))), AskOf("ask"), FeelNote("n", "string(own)"));
        inner["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "own", ["typeName"] = "Int32", ["value"] = "4" });
        var stage = Run(Activity("Elsa.For", "outer", ("start", Literal(1)), ("end", Literal(2)), ("body", inner)));
        stage.Complete("ask").Complete("ask").Notes.ShouldBe(["5", "5", "after"]);
    }

    [Fact]
    public void A_node_of_a_flow_holds_one_activity() => Run(Activity("Elsa.FlowNode", "f", ("body", NoteOf("n")))).Notes.ShouldBe(["n", "after"]);
}
