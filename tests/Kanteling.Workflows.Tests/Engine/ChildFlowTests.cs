using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Flows within flows, in the same stream.</summary>
public class ChildFlowTests
{
    static readonly WorkflowDefinition Child = new Drawing("child").Start().Ask("ask", "Yes", "No")
        .Add("Elsa.SetOutput", "out", ("outputName", Literal("word")), ("outputValue", Feel("input.w")))
        .Add("Elsa.Complete", "yes", ("outcomes", List("Agreed"))).Add("Elsa.Complete", "no", ("outcomes", List("Refused")))
        .Connect("start → ask.Yes → out → yes", "ask.No → no").Build();

    static JsonObject Bound(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-" + variable } };

    static Stage AsActivity() => new Stage().With(Child).Start(new Drawing().Variable("word").Start()
        .Add(Activity("child", "c", ("workflowDefinitionId", "child"), ("workflowDefinitionVersionId", "child-1"), ("w", Literal("hi")), ("word", Bound("word"))))
        .Add(FeelNote("yes", "word")).Note("no").End().Connect("start → c.Agreed → yes → end", "c.Refused → no → end").Build());

    [Theory]
    [InlineData("Yes", "hi")]
    [InlineData("No", "no")]
    public void A_flow_as_an_activity_goes_on_by_its_outcomes_and_gives_its_outputs(string outcome, string expected)
    {
        var stage = AsActivity();
        stage.Case.Instances[stage.Task("ask").Instance].Input.Text.ShouldBe("""{"w":"hi"}""");
        stage.Complete("ask", outcome).Notes.ShouldBe([expected]);
        stage.Case.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void A_flow_as_an_activity_is_pinned_to_its_version()
    {
        var stage = new Stage().With(Child).With(new Drawing("child").Start().Note("new").End().Connect("start → new → end").Build(2));
        stage.Start(new Drawing().Start().Add(Activity("child", "c", ("workflowDefinitionId", "child"))).End().Connect("start → c.Agreed → end").Build());
        stage.OpenTitles.ShouldBe(["ask"]);
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow", true, "Finished hi")]
    [InlineData("Elsa.DispatchWorkflow", true, "hi")]
    public void A_flow_that_is_waited_for_gives_its_result(string type, bool waits, string expected)
    {
        var told = type == "Elsa.ExecuteWorkflow" ? "got.status + \" \" + got.output.word" : "got.word";
        var stage = new Stage().With(Child).Start(new Drawing().Variable("got").Start().Add(type, "c", ("workflowDefinitionId", Literal("child")), ("input", Feel("{ w: \"hi\" }")), ("waitForCompletion", Literal(waits)), ("result", Bound("got")))
            .Add(FeelNote("n", told)).End().Connect("start → c → n → end").Build());
        stage.Notes.ShouldBeEmpty();
        stage.Complete("ask", "Yes").Notes.ShouldBe([expected]);
    }

    [Fact]
    public void A_flow_that_is_not_waited_for_outlives_its_starter_and_works_for_its_dossier()
    {
        var stage = new Stage().With(Child).With(new Drawing().Start().Add("Elsa.DispatchWorkflow", "c", ("workflowDefinitionId", Literal("child"))).Note("on").End().Connect("start → c → on → end").Build());
        stage.Must(new StartInstance(new("flow"), [], Dossier: new("d1"), RuleSet: "r1"));
        stage.Finished.ShouldNotBeNull();
        var child = stage.Case.Instances.Values.ShouldHaveSingleItem();
        (child.Dossier, child.RuleSet, child.Parent!.Waits).ShouldBe((new("d1"), "r1", false));
        stage.Complete("ask", "No").Case.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void Cancelling_a_flow_cancels_the_flow_it_waits_for()
    {
        var stage = AsActivity();
        stage.Must(new CancelInstance(new(1), "stop"));
        stage.Case.Instances.ShouldBeEmpty();
        stage.Log.OfType<InstanceFinished>().Select(e => e.Status).ShouldBe([InstanceStatus.Cancelled, InstanceStatus.Cancelled]);
    }

    [Fact]
    public void A_flow_that_was_cancelled_from_under_its_starter_is_an_incident_and_trying_again_starts_it_anew()
    {
        var stage = AsActivity();
        stage.Must(new CancelInstance(stage.Task("ask").Instance, "stop"));
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("CHILD_NOT_FINISHED");
        stage.Resolve(Resolution.Retry).Complete("ask", "Yes").Notes.ShouldBe(["hi"]);
    }

    [Fact]
    public void Flows_nest_ten_deep_and_no_deeper()
    {
        var stage = new Stage().Start(new Drawing("deep").Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("deep"))).End().Connect("start → c → end").Build());
        stage.Case.Instances.Count.ShouldBe(11);
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("FLOWS_TOO_DEEP");
    }

    [Fact]
    public void A_flow_that_is_not_published_is_an_incident_that_can_be_tried_again()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal("child"))).End().Connect("start → c → end").Build());
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("DEFINITION_NOT_FOUND");
        stage.With(Child).Resolve(Resolution.Retry).OpenTitles.ShouldBe(["ask"]);
    }
}
