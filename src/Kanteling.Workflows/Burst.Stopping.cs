using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// How an instance is stopped from outside: by a person, by a step of another instance, or by a date of the domain.
sealed partial class Burst
{
    /// <summary>How a message ended that nobody wants any more.</summary>
    const string Withdrawn = "withdrawn";

    void Stop(long by, StopInstances x)
    {
        for (var above = State.Instances.GetValueOrDefault(by); above is not null; above = above.Parent is { Waits: true } parent ? State.Instances.GetValueOrDefault(parent.Instance) : null)
        {
            if (x.Instances.Contains(above.Id))
                throw new StepFailed(RefusalCode.StopsItself, above.Id.ToString(CultureInfo.InvariantCulture));
        }
        StopAll(x);
    }

    void StopAll(StopInstances x)
    {
        var open = State.Instances;
        foreach (var id in x.Instances)
            Stop(id, x.Why);
        foreach (var message in State.Messages.Values.Where(m => m.Instance is { } of && open.ContainsKey(of) && !State.Instances.ContainsKey(of)).ToList())
            Raise(new ReplyReceived(message.Id, Withdrawn, null, null));
    }

    /// <summary>Stops one instance, if it is still open. A person's stop lets its messages go: what was asked of others may still be answered.</summary>
    public void Stop(long id, string why)
    {
        if (!State.Instances.TryGetValue(id, out var instance))
            return;
        Raise(new InstanceCancelled(id, Content.Of(instance.Dossier, ContentKind.Note, why)));
        Finish(id, InstanceStatus.Cancelled, []);
    }
}
