using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>How an instance is stopped from outside: by a person, by a step of another instance, or by a date of the domain.</summary>
sealed class Stopping(Progress progress, Endings endings)
{
    /// <summary>A step stops other instances.</summary>
    /// <exception cref="StepFailed">STOPS_ITSELF.</exception>
    public void StopBy(InstanceId instance, StopInstances x)
    {
        for (var above = InstanceOf(instance); above is not null; above = above.Parent is { Waits: true } parent ? InstanceOf(parent.Instance) : null)
        {
            if (x.Instances.Contains(above.Id))
                throw new StepFailed(RefusalCode.StopsItself, above.Id.ToString());
        }
        StopAll(x);
    }

    public void StopAll(StopInstances x)
    {
        var open = progress.State.Instances;
        foreach (var id in x.Instances)
            Stop(id, x.Why);
        foreach (var message in progress.State.Messages.Values.Where(m => m.Instance is { } of && open.ContainsKey(of) && !progress.State.Instances.ContainsKey(of)).ToList())
            progress.Raise(new ReplyReceived(message.Id, StoredReason.Withdrawn, null, null));
    }

    /// <summary>Stops one instance, if it is still open. A person's stop lets its messages go: what was asked of others may still be answered.</summary>
    public void Stop(InstanceId id, string why)
    {
        if (InstanceOf(id) is not { } instance)
            return;
        progress.Raise(new InstanceCancelled(id, Content.Of(instance.Dossier, ContentKind.Note, why)));
        endings.Finish(id, InstanceStatus.Cancelled, []);
    }

    Instance? InstanceOf(InstanceId id) => progress.State.Instances.GetValueOrDefault(id);
}
