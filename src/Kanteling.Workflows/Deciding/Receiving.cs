using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>What reaches a stream from outside: an event, or the reply to a message.</summary>
sealed class Receiving(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Receive(ReceiveEvent command)
    {
        burst.Raise(new EventReceived(command.Name, command.Correlation is { } label ? Content.Of(null, ContentKind.Correlation, label) : null, Content.Of(null, ContentKind.Payload, command.Payload), command.Message));
        return burst.Waiting.Publish(command.Name, command.Correlation, command.Payload) ? [] : [Refusal.Of(RefusalCode.EventNotAwaited, command.Name)];
    }

    public ImmutableArray<Refusal> Receive(ReceiveReply command)
    {
        if (!at.Case.Messages.TryGetValue(command.Message, out var message))
            return [Refusal.Of(RefusalCode.MessageNotPending, command.Message.ToString())];
        var waits = message.Instance is { } waiting && at.Case.Instances.TryGetValue(waiting, out var instance) && instance.Waits.ContainsKey(message.Id.Wait);
        burst.Raise(new ReplyReceived(command.Message, command.Outcome, command.Status, command.Body is null ? null : Content.Of(null, ContentKind.Payload, command.Body)));
        if (at.Case.Link is { } link && link.Message == command.Message)
            new Linking(burst, at).End(link, command.Outcome == LinkOutcome.Linked, LinkReasons.Read(command.Body));
        if (waits)
            burst.Resume(message.Instance!.Value, message.Execution!.Value, new ReplyCame(command.Outcome, command.Status, command.Body));
        return [];
    }
}
