using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Events and HTTP requests. What leaves the stream is a message in the same commit; what comes back is a command.</summary>
public static class Messaging
{
    /// <summary>The outcome of a reply when all attempts are used up: the step becomes an incident, and trying again sends anew.</summary>
    public const string Spent = "Spent";

    /// <summary>The outcome of a reply in a trial: nothing was sent, and nobody was asked.</summary>
    public const string Trial = "Trial";

    internal static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.Event, c => c.StartedInstance ? [new Complete("Done", c.Instance.Input.Value)] : [new AwaitEvent(c.RequiredText("eventName"), c.Instance.Correlation?.AsString())], (_, s) => [new Complete("Done", ((EventCame)s).Payload?.DeepClone())]),
        Automatic(ActivityTypes.PublishEvent, Publish),
        Lasting(ActivityTypes.SendHttpRequest, Ask, Answered),
    ];

    static IReadOnlyList<Effect> Publish(ActivityContext c)
    {
        var (name, correlation, payload) = (c.RequiredText("eventName"), c.Text("correlationId") ?? c.Instance.Correlation?.AsString(), c.Json("payload"));
        if (c.Flag("isLocalEvent"))
            return [new PublishHere(name, correlation, payload, OnlyThisInstance: true), new Complete()];
        return [new Send(MessageKind.DeliverEvent, name, new JsonObject { ["correlation"] = correlation, ["payload"] = payload }, false), new Complete()];
    }

    static IReadOnlyList<Effect> Ask(ActivityContext c)
    {
        if (!Uri.TryCreate(c.RequiredText("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new StepFailed(RefusalCode.UrlInvalid, c.Node.DisplayText);
        var body = new JsonObject { ["method"] = c.Text("method") ?? "GET", ["url"] = url.AbsoluteUri, ["content"] = c.Json("content"), ["secret"] = c.Text("authorization") };
        return [new Send(MessageKind.Http, url.Host, body, true)];
    }

    static IReadOnlyList<Effect> Answered(ActivityContext c, Stimulus stimulus)
    {
        var reply = (ReplyCame)stimulus;
        if (reply.Outcome == Trial)
            throw new StepFailed(RefusalCode.TrialSendsNothing, c.Node.DisplayText) { StartsAgain = true };
        return reply.Outcome == Spent
            ? throw new StepFailed(RefusalCode.RequestSpent, c.Node.DisplayText, reply.Status?.ToString(CultureInfo.InvariantCulture) ?? "") { StartsAgain = true }
            : [new Complete(reply.Outcome, new JsonObject { ["status"] = reply.Status, ["body"] = reply.Body?.DeepClone() })];
    }
}
