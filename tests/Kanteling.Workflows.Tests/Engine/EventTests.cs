using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Tests.Engine.Drawing;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Events and requests: what comes in and what goes out.</summary>
public class EventTests
{
    static Drawing Waits(string id = "flow") => new Drawing(id).Variable("got").Start().Add("Elsa.Event", "e", ("eventName", Literal("arrived")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-got" } }))
        .Add(FeelNote("n", "got.word")).End().Connect("start → e → n → end");

    [Fact]
    public void An_event_goes_on_with_its_payload()
    {
        var stage = new Stage().Start(Waits().Build());
        stage.Refused(new ReceiveEvent("other", null, null), person: false).Code.ShouldBe("EVENT_NOT_AWAITED");
        stage.Must(new ReceiveEvent("arrived", null, new JsonObject { ["word"] = "hello" }, "m1"), person: false);
        stage.Notes.ShouldBe(["hello"]);
        stage.Refused(new ReceiveEvent("arrived", null, null), person: false).Code.ShouldBe("EVENT_NOT_AWAITED");
    }

    [Fact]
    public void An_event_with_a_label_reaches_only_flows_with_that_label()
    {
        var stage = new Stage().With(Waits().Build());
        stage.Must(new StartInstance(new("flow"), [], Correlation: "c1"));
        stage.Must(new StartInstance(new("flow"), [], Correlation: "c2"));
        stage.Refused(new ReceiveEvent("arrived", "c3", null)).Code.ShouldBe("EVENT_NOT_AWAITED");
        stage.Must(new ReceiveEvent("arrived", "c2", new JsonObject { ["word"] = "two" }));
        stage.Notes.ShouldBe(["two"]);
        stage.Case.Instances.Keys.ShouldBe([new(1)]);
    }

    [Fact]
    public void An_event_that_started_the_instance_gives_its_payload()
    {
        var stage = new Stage().With(new Drawing().Variable("got").Add("Elsa.Event", "e", ("eventName", Literal("arrived")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-got" } }))
            .Add(FeelNote("n", "got.word")).End().Connect("e → n → end").Build());
        stage.Must(new StartInstance(new("flow"), new JsonObject { ["word"] = "born" }, StartActivity: new("e")));
        stage.Notes.ShouldBe(["born"]);
    }

    [Fact]
    public void A_local_event_reaches_only_its_own_instance()
    {
        var local = new Drawing("teller").Start().Add("Elsa.Event", "e", ("eventName", Literal("arrived"))).Note("mine").Add("Elsa.PublishEvent", "p", ("eventName", Literal("arrived")), ("isLocalEvent", Literal(true)))
            .Connect("start → e → mine", "start → p").Build();
        var stage = new Stage().Start(Waits().Build());
        stage.With(local).Must(new StartInstance(new("teller"), []));
        stage.Notes.ShouldBe(["mine"]);
        stage.OpenWaits<EventWait>(new(1)).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_event_for_others_leaves_as_a_message_with_its_label()
    {
        var stage = new Stage().With(new Drawing().Start().Add("Elsa.PublishEvent", "p", ("eventName", Literal("arrived")), ("payload", Feel("{ word: input.w }"))).End().Connect("start → p → end").Build());
        stage.Must(new StartInstance(new("flow"), new JsonObject { ["w"] = "x" }, Correlation: "c1"));
        var message = stage.Case.Messages.Values.ShouldHaveSingleItem();
        (message.Kind, message.Target.AsString()!, message.Body.Text).ShouldBe((MessageKind.DeliverEvent, "arrived", """{"correlation":"c1","payload":{"word":"x"}}"""));
        stage.Finished.ShouldNotBeNull();
        stage.Must(new ReceiveReply(message.Id, "Delivered"), person: false);
        stage.Case.Messages.ShouldBeEmpty();
    }

    static Stage Asking() => new Stage().Start(new Drawing().Start().Add("Elsa.SendHttpRequest", "h", ("url", Literal("https://example.org/a?b=1")), ("method", Literal("POST")), ("content", Feel("{ n: 1 }")))
        .Note("ok").Note("refused").End().Connect("start → h.Done → ok → end", "h.ClientError → refused → end").Build());

    [Theory]
    [InlineData("Done", 200, "ok")]
    [InlineData("ClientError", 404, "refused")]
    public void A_request_leaves_as_a_message_and_goes_on_by_the_reply(string outcome, int status, string expected)
    {
        var stage = Asking();
        var message = stage.Case.Messages.Values.ShouldHaveSingleItem();
        (message.Kind, message.Target.AsString()!).ShouldBe((MessageKind.Http, "example.org"));
        message.Body.AsObject()["content"]!.ToJsonString().ShouldBe("""{"n":1}""");
        stage.Must(new ReceiveReply(message.Id, outcome, status, new JsonObject()), person: false);
        stage.Notes.ShouldBe([expected]);
        stage.Refused(new ReceiveReply(message.Id, outcome, status), person: false).Code.ShouldBe("MESSAGE_NOT_PENDING");
    }

    [Fact]
    public void A_request_whose_attempts_are_spent_is_an_incident_and_trying_again_sends_anew()
    {
        var stage = Asking();
        var first = stage.Case.Messages.Keys.Single();
        stage.Must(new ReceiveReply(first, Activities.Messaging.Spent, 503), person: false);
        stage.Incidents.ShouldHaveSingleItem().Code.ShouldBe("REQUEST_SPENT");
        stage.Resolve(Resolution.Retry);
        var second = stage.Case.Messages.Keys.Single();
        second.ShouldNotBe(first);
        stage.Must(new ReceiveReply(second, "Done", 200), person: false);
        stage.Notes.ShouldBe(["ok"]);
    }

    [Fact]
    public void A_reply_that_nobody_waits_for_any_more_is_kept_and_changes_nothing_else()
    {
        var stage = Asking();
        stage.Must(new CancelInstance(new(1), "stop"));
        stage.Must(new ReceiveReply(stage.Case.Messages.Keys.Single(), "Done", 200), person: false).ShouldHaveSingleItem().ShouldBeOfType<ReplyReceived>();
        stage.Case.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_is_none_is_an_incident_that_does_not_tell_it()
    {
        var stage = new Stage().Start(new Drawing().Start().Add("Elsa.SendHttpRequest", "h", ("url", Literal("ftp://jan@x"))).End().Connect("start → h → end").Build());
        var incident = stage.Incidents.ShouldHaveSingleItem();
        incident.Code.ShouldBe("URL_INVALID");
        incident.Arguments.AsTexts().ShouldBe(["h"]);
    }

    [Fact]
    public void Who_a_task_is_for_is_read_where_it_was_drawn_and_not_where_it_was_computed() =>
        new Stage().Start(new Drawing().Start().Add("Elsa.RunTask", "t", ("taskName", Literal("Look")), ("payload", Feel("{ role: \"clerk\" }"))).End().Connect("start → t → end").Build())
            .Task("Look").Address.Role.ShouldBeNull();

    [Fact]
    public void A_task_for_anybody_goes_to_the_role_in_its_payload_and_gives_back_the_answers()
    {
        var stage = new Stage().Start(new Drawing().Variable("got").Variable("id", "String").Start().Add("Elsa.RunTask", "t", ("taskName", Literal("Look")), ("payload", Wrapped("Object", """{"role":"clerk","about":1}""")),
                ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-got" } }), ("taskId", new JsonObject { ["typeName"] = "String", ["memoryReference"] = new JsonObject { ["id"] = "var-id" } }))
            .Add(FeelNote("n", "got.seen + id")).End().Connect("start → t → n → end").Build());
        stage.Task("Look").Address.Role.ShouldBe("clerk");
        var id = stage.Task("Look").Id;
        stage.Complete("Look", null, new JsonObject { ["seen"] = "cat " }).Notes.ShouldBe([$"cat s1-{id}"]);
    }
}
