using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>What executions wait for: an event that is published, a condition that becomes true.</summary>
sealed class Waiting(Progress progress, Incidents incidents)
{
    /// <summary>Every wait of this stream for the event goes on, or only those of one instance.</summary>
    /// <returns>Whether anything waited for it.</returns>
    public bool Publish(string name, string? correlation, JsonNode? payload, InstanceId? only = null)
    {
        var waits = progress.State.Instances.Values.Where(i => only is null || i.Id == only).SelectMany(i => i.Waits.Values.OfType<EventWait>().Select(w => (Instance: i.Id, Wait: w)))
            .Where(x => x.Wait.IsFor(name, correlation)).ToList();
        foreach (var (instance, wait) in waits)
        {
            progress.Raise(new WaitClosed(instance, wait.Id));
            progress.Resume(instance, wait.Execution, new EventCame(name, payload?.DeepClone()));
        }
        return waits.Count > 0;
    }

    /// <summary>Executions whose wait for a condition is over go on.</summary>
    /// <returns>Whether there is work again.</returns>
    public bool MeetConditions()
    {
        foreach (var instance in progress.State.Instances.Values)
        {
            foreach (var wait in instance.Waits.Values.OfType<ConditionWait>())
            {
                if (progress.State.Instances.GetValueOrDefault(instance.Id)?.Executions.GetValueOrDefault(wait.Execution)?.Status == ExecutionStatus.Running)
                    Meet(instance.Id, wait);
            }
        }
        return !progress.Work.Scheduled.IsEmpty;
    }

    void Meet(InstanceId instance, ConditionWait wait)
    {
        try
        {
            if (!progress.ContextOf(instance, wait.Execution).RequiredFlag(wait.Input))
                return;
            progress.Raise(new ConditionMet(wait.Execution));
            progress.Raise(new WaitClosed(instance, wait.Id));
            progress.Resume(instance, wait.Execution, new ConditionTrue());
        }
        catch (Exception failure) when (Burst.IsOfStep(failure))
        {
            incidents.RaiseForCondition(instance, wait.Execution, failure);
        }
    }
}
