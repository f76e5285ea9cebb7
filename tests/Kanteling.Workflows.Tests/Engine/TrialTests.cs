using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Somebody tries a drawing: the same engine, in a stream that nothing leaves and nothing reaches.</summary>
public class TrialTests
{
    const string Copy = "proef~flow~0123456789ab";

    static Drawing Waiting(string id = Copy) => new Drawing(id).Start().Add("Elsa.Event", "e", ("eventName", Literal("arrived"))).End().Connect("start → e → end");

    static PublishDefinition Trial(Drawing drawing) => new(drawing.Document().ToJsonString()) { IsTrial = true };

    static StartInstance Start(Drawing drawing) => new(drawing.Document()["definitionId"]!.ToString(), [], Version: 1);

    [Fact]
    public void A_trial_is_known_by_its_id() =>
        new[] { "proef-1", "s1", "def-proef-1", "Proef-1" }.Select(id => Streams.IsTrial(new(id))).ShouldBe([true, false, false, false]);

    [Fact]
    public async Task A_copy_never_becomes_current_sets_no_trigger_and_is_started_only_by_its_version()
    {
        var timer = Activity("Elsa.Timer", "t", ("interval", Literal("P1D")));
        timer["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var drawing = new Drawing(Copy).Add(timer).Ask("a").End().Connect("t → a → end");
        var door = new FrontDoor();
        await door.Do(Streams.OfDefinition(Copy).Text, Trial(drawing));
        (await door.Store.CurrentDefinitionsAsync(default)).ShouldBeEmpty();
        (await door.Engine.ReadAsync(Streams.OfDefinition(Copy)))!.Terms.ShouldBeEmpty();
        (await door.Refused("proef-1", new StartInstance(Copy, []))).Code.ShouldBe("DEFINITION_NOT_FOUND");
        await door.Do("proef-1", Start(drawing) with { StartActivity = "t" });
        (await door.Refused("s1", Start(drawing))).Code.ShouldBe("DEFINITION_NOT_FOUND");
        await door.Proved("proef-1");
        await door.Proved(Streams.OfDefinition(Copy).Text);
    }

    [Fact]
    public async Task A_trial_that_is_over_at_once_is_still_found_and_other_streams_keep_the_rows_they_had()
    {
        Drawing Brief(string id) => new Drawing(id).Start().End().Connect("start → end");
        var door = await new FrontDoor().Publish(Brief("flow"));
        await door.Do(Streams.OfDefinition(Copy).Text, Trial(Brief(Copy)));
        await door.Do("proef-1", Start(Brief(Copy)));
        await door.Do("s1", new StartInstance("flow", []));
        (await door.Store.DerivedAsync(new("proef-1"), default))!.ClosedInstances.ShouldHaveSingleItem().ShouldSatisfyAllConditions(i => i.Status.ShouldBe("finished"), i => i.DefinitionId.ShouldBe(Copy));
        (await door.Store.DerivedAsync(new("s1"), default))!.ClosedInstances.ShouldBeEmpty();
        await door.Proved("proef-1");
        await door.Proved("s1");
    }

    [Fact]
    public async Task A_copy_leaves_what_is_published_as_it_is_and_its_name_is_for_copies_alone()
    {
        var door = await new FrontDoor().Publish(Waiting("flow"));
        await door.Do(Streams.OfDefinition(Copy).Text, Trial(Waiting()));
        (await door.Store.CurrentDefinitionsAsync(default)).Single().DefinitionId.ShouldBe("flow");
        (await door.Refused(Streams.OfDefinition("other").Text, Trial(Waiting("other")))).Code.ShouldBe("DEFINITION_NAME_OF_TRIAL");
        (await door.Refused(Streams.OfDefinition(Copy).Text, Trial(Waiting()) with { IsTrial = false })).Code.ShouldBe("DEFINITION_NAME_OF_TRIAL");
        (await door.Refused(Streams.OfDefinition("uses").Text, new PublishDefinition(
            new Drawing("uses").Start().Add(Activity("child", "c", ("workflowDefinitionId", Copy))).End().Connect("start → c → end").Document().ToJsonString()))).Code.ShouldBe(FindingCode.FlowNotPublished);
    }

    [Fact]
    public async Task What_happens_elsewhere_does_not_find_a_trial_and_a_trial_holds_no_claim_of_others()
    {
        Drawing Single(string id) => Waiting(id).Option("activationStrategyType", "Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime");
        var door = await new FrontDoor().Publish(Single("flow"));
        await door.Do(Streams.OfDefinition(Copy).Text, Trial(Single(Copy)));
        await door.Do("proef-1", Start(Single(Copy)) with { Correlation = "c" });
        await door.Do("proef-2", Start(Single(Copy)) with { Correlation = "c" });
        await door.Do("s1", new StartInstance("flow", [], Correlation: "c"));
        (await door.Refused("proef-1", Start(Single(Copy)) with { Correlation = "c" })).Code.ShouldBe("ALREADY_RUNNING");
        (await door.Store.SubscribersAsync("arrived", "c", default)).ShouldHaveSingleItem().Stream.ShouldBe(new StreamId("s1"));
        await door.Do("proef-1", new ReceiveEvent("arrived", "c", null));
        await door.Proved("proef-1");
    }

    [Fact]
    public void An_event_of_a_trial_is_heard_within_it_and_no_message_is_left()
    {
        var drawing = new Drawing(Copy).Start().Add("Elsa.PublishEvent", "p", ("eventName", Literal("arrived"))).Add("Elsa.Event", "e", ("eventName", Literal("arrived"))).Ask("a").End()
            .Connect("start → p → a → end", "start → e → a");
        var stage = new Stage(stream: "proef-1").Start(drawing.Build());
        stage.OpenTitles.ShouldBe(["a"]);
        stage.Case.Messages.ShouldBeEmpty();
        stage.Log.OfType<MessageQueued>().ShouldHaveSingleItem();
        stage.Log.OfType<ReplyReceived>().ShouldHaveSingleItem().Outcome.ShouldBe("Trial");
    }

    [Fact]
    public void A_request_of_a_trial_is_not_made_and_whoever_tries_it_says_how_it_goes_on()
    {
        var drawing = new Drawing(Copy).Start().Add("Elsa.SendHttpRequest", "h", ("url", Literal("https://example.org/"))).Note("well").Note("ill").End()
            .Connect("start → h.Done → well → end", "h.ClientError → ill → end");
        var stage = new Stage(stream: "proef-1").Start(drawing.Build());
        stage.Case.Messages.ShouldBeEmpty();
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("TRIAL_SENDS_NOTHING");
        stage.Resolve(Resolution.Retry).Incidents.ShouldHaveSingleItem();
        stage.Resolve(Resolution.Skip, outcome: "ClientError").Notes.ShouldBe(["ill"]);
        stage.Finished.ShouldNotBeNull();
    }

    [Fact]
    public void A_trial_that_calls_itself_for_ever_is_a_loop_without_a_wait()
    {
        var drawing = new Drawing(Copy).Start().Add("Elsa.Event", "e", ("eventName", Literal("arrived"))).Add("Elsa.PublishEvent", "p", ("eventName", Literal("arrived")))
            .Connect("start → e → p → e");
        var stage = new Stage(new EngineLimits(StepsPerDecision: 100), "proef-1").Start(drawing.Build());
        stage.Must(new ReceiveEvent("arrived", null, null));
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("LOOP_WITHOUT_WAIT");
    }
}
