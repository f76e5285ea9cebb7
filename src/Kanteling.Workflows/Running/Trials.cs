using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>What a trial wanted to send. It is answered within the same decision, so that it never becomes a message that somebody delivers.</summary>
sealed class Trials(Progress progress, Waiting waiting)
{
    /// <summary>
    /// Every message of a trial ends here: an event is heard by the trial's own waits, as it would come back to a real stream
    /// that waits for it, and by nobody else; a request and a start elsewhere are not made. The reply says that it was a trial.
    /// </summary>
    /// <returns>Whether there is work again.</returns>
    public bool Answer()
    {
        if (!Streams.IsTrial(progress.State.Stream))
            return false;
        foreach (var message in progress.State.Messages.Values.ToList())
            Answer(message);
        return !progress.Work.Scheduled.IsEmpty;
    }

    void Answer(Message message)
    {
        if (message is { Kind: MessageKind.DeliverEvent, Body.Value: { } body })
            waiting.Publish(message.Target.AsString() ?? "", body["correlation"]?.GetValue<string>(), body["payload"]);
        var waits = message.Instance is { } of && progress.State.Instances.TryGetValue(of, out var instance) && instance.Waits.ContainsKey(message.Id.Wait);
        progress.Raise(new ReplyReceived(message.Id, Messaging.Trial, null, null));
        if (waits)
            progress.Resume(message.Instance!.Value, message.Execution!.Value, new ReplyCame(Messaging.Trial, null, null));
    }
}
