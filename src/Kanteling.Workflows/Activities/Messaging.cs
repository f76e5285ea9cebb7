using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Events and HTTP requests. What leaves the stream is a message in the same commit; what comes back is a command.</summary>
static class Messaging
{
    public const string Spent = "Spent";

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.Event, "Primitives", "Event", "Waits for an event by name.", ActivityTraits.Trigger | ActivityTraits.Waits, [Input("EventName", "String", "Name of the event.", required: true)], result: true), StartEvent, (_, s) => [new Complete("Done", ((EventCame)s).Payload)]),
        ActivityKind.Automatic(Describe(ActivityTypes.PublishEvent, "Primitives", "Publish event", "Tells every flow that waits for it.", ActivityTraits.None,
            [Input("EventName", "String", "Name of the event.", required: true), Input("CorrelationId", "String", "Only flows with this label."), Input("IsLocalEvent", "Boolean", "Only within this household.", "checkbox"), Input("Payload", "Object", "What goes with it.")]), Publish),
        new(Describe("Elsa.SendHttpRequest", "HTTP", "HTTP request", "Asks a program elsewhere, and goes on by how it answered.", ActivityTraits.Waits | ActivityTraits.Irreversible,
            [Input("Url", "String", "An address of an allowed host.", required: true), Choice("Method", "The verb.", "GET", "POST", "PUT", "PATCH", "DELETE"), Input("Content", "Object", "The body, sent as JSON."), Input("Authorization", "String", "Name of the secret that is sent as authorization.")],
            [Flow("Done"), Flow("ClientError"), Flow("ServerError"), Flow("TooLarge"), Flow("Timeout")], true), Ask, Answered),
    ];

    static IReadOnlyList<Effect> StartEvent(ActivityContext c)
    {
        var first = c.Instance.StartActivity == c.Node.Id && c.Instance.Scopes.Values.All(s => !s.Visits.ContainsKey(c.Node.Id));
        return first ? [new Complete("Done", c.Instance.Input.Value)] : [new AwaitEvent(c.RequiredText("eventName"), c.Instance.Correlation)];
    }

    static IReadOnlyList<Effect> Publish(ActivityContext c)
    {
        var (name, correlation, payload) = (c.RequiredText("eventName"), c.Text("correlationId") ?? c.Instance.Correlation, c.Json("payload"));
        if (c.Flag("isLocalEvent"))
            return [new PublishHere(name, correlation, payload), new Complete()];
        var body = new JsonObject { ["correlation"] = correlation, ["payload"] = payload };
        return [new Send(MessageKind.DeliverEvent, name, body, false), new Complete()];
    }

    static IReadOnlyList<Effect> Ask(ActivityContext c)
    {
        var url = c.RequiredText("url");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StepFailed("URL_INVALID", c.Node.DisplayText);
        var body = new JsonObject { ["method"] = c.Text("method") ?? "GET", ["url"] = url, ["content"] = c.Json("content"), ["secret"] = c.Text("authorization") };
        return [new Send(MessageKind.Http, address.Host, body, true)];
    }

    static IReadOnlyList<Effect> Answered(ActivityContext c, Stimulus stimulus)
    {
        var reply = (ReplyCame)stimulus;
        return reply.Outcome == Spent
            ? throw new StepFailed("REQUEST_SPENT", c.Node.DisplayText, reply.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "")
            : [new Complete(reply.Outcome, new JsonObject { ["status"] = reply.Status, ["body"] = reply.Body?.DeepClone() })];
    }
}
