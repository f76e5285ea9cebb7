using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>A definition is a stream: publishing and retracting are events, triggers are its deadlines.</summary>
public class DefinitionStreamTests
{
    static Stage Stream(string id = "flow") => new(null, Streams.OfDefinition(new(id)).Text);

    static Drawing Sound() => new Drawing().Start().Ask("a").End().Connect("start → a → end");

    static PublishDefinition Publish(Drawing drawing, int version = 1) => new(drawing.Document(version).ToJsonString());

    static JsonObject Starting(JsonObject activity)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    static Drawing Triggered(string type, string input, string value) => new Drawing().Add(Starting(Activity(type, "t", (input, Literal(value))))).Ask("a").End().Connect("t → a → end");

    [Fact]
    public void A_sound_definition_is_published_once()
    {
        var stage = Stream();
        var published = stage.Must(Publish(Sound())).OfType<DefinitionPublished>().ShouldHaveSingleItem();
        published.Hash.ShouldBe(CompiledDefinition.HashOf(published.Document.Text!));
        stage.Refused(Publish(Sound())).Code.ShouldBe("DEFINITION_VERSION_PUBLISHED");
        stage.Refused(Publish(Sound().Note("n"))).Code.ShouldBe("DEFINITION_VERSION_PUBLISHED");
        stage.Must(Publish(Sound(), 3));
        stage.Refused(Publish(Sound(), 2)).Code.ShouldBe("DEFINITION_VERSION_NOT_NEWER");
        stage.Case.Published.Values.Select(p => (p.Version, p.IsCurrent)).ShouldBe([(1, false), (3, true)]);
    }

    [Fact]
    public void Who_drew_it_does_not_approve_it_and_whoever_else_does_is_named()
    {
        var own = Publish(Sound()) with { DrawnBy = new("user:test") };
        Stream().Refused(own).ShouldBe(Refusal.Of("DEFINITION_OWN_APPROVAL", "flow@1"));
        Stream().Refused(own with { Deviation = "  " }).Code.ShouldBe("DEFINITION_OWN_APPROVAL");

        var events = Stream().Must(own with { DrawnBy = new("user:anna") });
        events.OfType<DefinitionPublished>().Single().DrawnBy.ShouldBe(new ActorId("user:anna"));
        events.OfType<DefinitionApproved>().ShouldHaveSingleItem().By.ShouldBe(new ActorId("user:test"));
        Stream().Must(Publish(Sound())).OfType<DefinitionApproved>().ShouldBeEmpty();
    }

    [Fact]
    public void Who_publishes_it_alone_says_why()
    {
        var events = Stream().Must(Publish(Sound()) with { DrawnBy = new("user:test"), Deviation = " nobody else is here today " });
        events.OfType<DefinitionPublished>().Single().Deviation!.AsString().ShouldBe("nobody else is here today");
        events.OfType<DefinitionApproved>().ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_definition_is_refused_with_everything_that_is_wrong()
    {
        var broken = new Drawing().Start().Ask("a", "Yes", "No").Decide("d", "1 +").Decide("e", "unknown.thing").Decide("f", "count(notes)").Add("Elsewhere.Thing", "x").End()
            .Connect("start → a.Yes → d.True → end", "d.False → e.True → end", "e.False → f.True → end", "f.False → x → end");
        var refusals = Stream().Try(Publish(broken)).ShouldBeOfType<Rejected>().Refusals;
        refusals.Select(r => (r.Code, r.Field)).ShouldBe(
        [
            (FindingCode.ActivityUnknown, "x"), (FindingCode.DeadEnd, "a"), (FindingCode.ExpressionInvalid, "d"), (FindingCode.ExpressionInvalid, "e"), (FindingCode.ExpressionInvalid, "f"),
        ], ignoreOrder: true);
        refusals.Where(r => r.Code == FindingCode.ExpressionInvalid).Select(r => r.Arguments[1]).ShouldBe(["FEEL_SYNTAX", "FEEL_UNKNOWN_NAME", "FEEL_TYPE"], ignoreOrder: true);
    }

    [Fact]
    public void Expressions_may_read_variables_loops_input_and_the_domain()
    {
        var loop = Activity("Elsa.ForEach", "f", ("items", Feel("notes")), ("body", Activity("Elsa.If", "if", ("condition", Feel("CurrentIndex > 1 and CurrentValue = word and input.x = 1")), ("then", NoteOf("n")))));
        Stream().Must(Publish(new Drawing().Variable("word", "String").Start().Add(loop).End().Connect("start → f → end")));
        Stream().Refused(Publish(new Drawing().Start().Decide("d", "CurrentIndex > 1").End().Connect("start → d.True → end", "d.False → end"))).Code.ShouldBe(FindingCode.ExpressionInvalid);
    }

    [Fact]
    public void An_arrow_back_past_another_way_in_is_refused()
    {
        var drawing = new Drawing().Start().Ask("a", "X").Ask("b", "Back", "Done").End().Connect("start → a.X → b.Done → end", "start → b", "b.Back → a");
        Stream().Refused(Publish(drawing)).Code.ShouldBe(FindingCode.BackwardConnectionInvalid);
    }

    [Fact]
    public void What_is_no_definition_or_stands_in_another_stream_is_refused()
    {
        Stream().Refused(new PublishDefinition("{")).Code.ShouldBe(FindingCode.DefinitionNotJson);
        Stream("other").Refused(Publish(Sound())).Code.ShouldBe("DEFINITION_IN_WRONG_STREAM");
    }

    [Fact]
    public void A_flow_as_an_activity_must_be_published_in_that_version_and_its_outcomes_are_the_ports()
    {
        Drawing Using(string port) => new Drawing().Start().Add(Activity("child", "c", ("workflowDefinitionId", "child"))).End().Connect($"start → c.{port} → end");
        Stream().Refused(Publish(Using("Done"))).ShouldBe(new Refusal(FindingCode.FlowNotPublished, ["child@1"], "c"));
        var child = new Drawing("child").Start().End().Connect("start → end").Document();
        child["outcomes"] = new JsonArray("Agreed");
        var definition = DefinitionJson.Read(child).Definition!;
        Stream().With(definition).Refused(Publish(Using("Refused"))).Code.ShouldBe(FindingCode.PortUnknown);
        Stream().With(definition).Must(Publish(Using("Agreed")));
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow", true)]
    [InlineData("Elsa.DispatchWorkflow", false)]
    public void A_flow_that_waits_for_itself_is_refused_and_one_that_only_starts_itself_is_not(string type, bool refused)
    {
        Drawing Calling(string id, string other) => new Drawing(id).Start().Ask("a").Add(type, "c", ("workflowDefinitionId", Literal(other))).End().Connect("start → a → c → end");
        var stage = Stream().With(Calling("other", "flow").Build());
        if (refused)
            stage.Refused(Publish(Calling("flow", "other"))).Code.ShouldBe(FindingCode.FlowWithinItself);
        else
            stage.Must(Publish(Calling("flow", "other")));
        var itself = new Drawing().Start().Add(Activity("flow", "c", ("workflowDefinitionId", "flow"))).End().Connect("start → c → end");
        Stream().Refused(Publish(itself)).Code.ShouldBe(FindingCode.FlowWithinItself);
    }

    [Fact]
    public void Flows_that_nest_deeper_than_ten_are_refused()
    {
        var stage = Stream();
        for (var i = 1; i <= 10; i++)
            stage.With(new Drawing($"f{i}").Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal($"f{i + 1}"))).End().Connect("start → c → end").Build());
        Drawing Calling(int first) => new Drawing().Start().Add("Elsa.ExecuteWorkflow", "c", ("workflowDefinitionId", Literal($"f{first}"))).End().Connect("start → c → end");
        stage.Refused(Publish(Calling(1))).Code.ShouldBe(FindingCode.FlowsTooDeep);
        stage.Must(Publish(Calling(2)));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "P1D", "2026-03-03T09:00:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 8 * * *", "2026-03-03T07:00:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z")]
    public void A_trigger_is_a_deadline_and_a_newer_version_replaces_it(string type, string input, string value, string due)
    {
        var stage = Stream();
        stage.Must(Publish(Triggered(type, input, value)));
        var deadline = stage.Pending.ShouldHaveSingleItem();
        (deadline.For, deadline.Key, deadline.DueAt).ShouldBe((DeadlineFor.Trigger, "t", DateTimeOffset.Parse(due, null)));
        stage.Must(Publish(Sound(), 2));
        stage.Pending.ShouldBeEmpty();
    }

    [Fact]
    public void A_trigger_that_fires_queues_one_start_for_its_moment()
    {
        var drawing = Triggered("Elsa.Timer", "interval", "P1D");
        var stage = Stream().With(drawing.Build());
        stage.Must(Publish(drawing));
        var due = stage.Pending.Single().DueAt;
        stage.Wait(TimeSpan.FromDays(1));
        var message = stage.Case.Messages.Values.ShouldHaveSingleItem();
        (message.Kind, message.Target.AsString()!).ShouldBe((MessageKind.StartInstance, "flow"));
        message.Body.Text.ShouldBe("""{"definitionId":"flow","version":1,"startActivity":"t","input":{"due":"2026-03-03T09:00:00.0000000+00:00","late":false}}""");
        stage.Pending.Single().DueAt.ShouldBe(due.AddDays(1));
    }

    [Fact]
    public void After_a_standstill_a_trigger_fires_once_marked_late_and_does_not_drift()
    {
        var drawing = Triggered("Elsa.Timer", "interval", "P1D");
        var stage = Stream().With(drawing.Build());
        stage.Must(Publish(drawing));
        var due = stage.Pending.Single();
        stage.Now = due.DueAt.AddDays(3).AddHours(5);
        stage.Must(new PassDeadline(due.Id, due.DueAt), person: false);
        var fired = stage.Log.OfType<TriggerFired>().ShouldHaveSingleItem();
        (fired.Due, fired.Next, fired.Late).ShouldBe((due.DueAt, due.DueAt.AddDays(4), true));
        stage.Case.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_moment_in_the_past_never_fires_and_one_in_the_future_fires_once()
    {
        Stream().Must(Publish(Triggered("Elsa.StartAt", "dateTime", "2020-01-01T00:00:00Z"))).OfType<DeadlineSet>().ShouldBeEmpty();
        var drawing = Triggered("Elsa.StartAt", "dateTime", "2026-04-01T00:00:00Z");
        var stage = Stream().With(drawing.Build());
        stage.Must(Publish(drawing));
        stage.Wait(TimeSpan.FromDays(60));
        stage.Log.OfType<TriggerFired>().Single().Next.ShouldBeNull();
        stage.Pending.ShouldBeEmpty();
    }
}
