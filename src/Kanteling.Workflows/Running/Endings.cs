using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// How executions, waits and instances end. The law: what ends takes with it everything inside it, and tells who waited for it.
/// </summary>
sealed class Endings(Progress progress, Counters counters, Values values)
{
    public void Complete(InstanceId instanceId, ExecutionId execution, ImmutableArray<string> outcomes, JsonNode? output = null)
    {
        var running = progress.State.Instances[instanceId].Executions[execution];
        if (output is not null)
            values.Give(instanceId, execution, "result", output);
        CancelNested(instanceId, execution, StoredReason.ContainerCompleted);
        CloseWaits(instanceId, execution, StoredReason.Completed);
        counters.Write(instanceId, execution);
        progress.Raise(new ActivityCompleted(instanceId, execution, running.ActivityId, outcomes, null, output is null ? null : progress.ContentOf(instanceId, ContentKind.Output, output)));
        if (running.Parent == ExecutionId.None)
            Finish(instanceId, InstanceStatus.Finished, outcomes);
        else
            progress.ScheduleEnd(new Step(instanceId, running.Parent, null, false, new ChildCompleted(running.ActivityId, outcomes, running.StartedBackward)));
    }

    /// <summary>Ends an instance, whatever is still running in it, and tells who waited for it.</summary>
    public void Finish(InstanceId instanceId, InstanceStatus status, ImmutableArray<string> outcomes)
    {
        foreach (var root in progress.State.Instances[instanceId].Executions.Values.Where(e => e.Parent == ExecutionId.None).Select(e => e.Id).ToList())
            Cancel(instanceId, root, StoredReason.InstanceEnded);
        var instance = progress.State.Instances[instanceId];
        if (instance.Claim is not null)
            progress.Raise(new ClaimReleased(instanceId));
        progress.Raise(new InstanceFinished(instanceId, status, outcomes));
        if (instance.Parent is { Waits: true } parent && progress.State.Instances.TryGetValue(parent.Instance, out var waiting) && waiting.Waits.ContainsKey(instanceId.Wait))
        {
            progress.Raise(new WaitClosed(parent.Instance, instanceId.Wait));
            var output = new JsonObject(instance.Output.Select(o => KeyValuePair.Create(o.Key, o.Value.Value)));
            progress.ScheduleEnd(new Step(parent.Instance, parent.Execution, null, false, new ChildEnded(instanceId, status, outcomes, output)));
        }
    }

    public void CancelNested(InstanceId instance, ExecutionId execution, string why)
    {
        foreach (var child in progress.State.Instances[instance].Executions.Values.Where(e => e.Parent == execution).Select(e => e.Id).ToList())
            Cancel(instance, child, why);
        // Work that was queued inside an execution that is no more is not done.
        if (progress.Work.Scheduled.Any(IsInside))
            progress.Work = progress.Work with { Scheduled = [.. progress.Work.Scheduled.Where(s => !IsInside(s))] };

        bool IsInside(Step s) => s.Instance == instance && s.Execution == execution && s.Node is not null;
    }

    public void Cancel(InstanceId instance, ExecutionId execution, string why)
    {
        CancelNested(instance, execution, why);
        CloseWaits(instance, execution, why);
        progress.Raise(new ActivityCancelled(instance, execution, progress.State.Instances[instance].Executions[execution].ActivityId));
    }

    /// <summary>Nobody waits for this any longer; a flow that ran only for this wait is cancelled.</summary>
    public void CloseWait(InstanceId instance, Wait wait, string why)
    {
        progress.Raise(wait switch
        {
            TaskWait task => new TaskWithdrawn(instance, task.Task.Id, why),
            DeadlineWait deadline => new DeadlineCancelled(deadline.Deadline.Id, why),
            _ => new WaitClosed(instance, wait.Id),
        });
        if (wait is ChildWait { Instance: var child } && progress.State.Instances.ContainsKey(child))
            Finish(child, InstanceStatus.Cancelled, []);
    }

    /// <summary>The nearest loop around this execution ends, with everything inside it.</summary>
    /// <exception cref="StepFailed">BREAK_OUTSIDE_LOOP.</exception>
    public void Break(InstanceId instanceId, ExecutionId execution)
    {
        var instance = progress.State.Instances[instanceId];
        var definition = progress.DefinitionOf(instance);
        for (var around = instance.Executions.GetValueOrDefault(instance.Executions[execution].Parent); around is not null; around = instance.Executions.GetValueOrDefault(around.Parent))
        {
            if (Loops.IsLoop(definition.Node(around.ActivityId).Type))
            {
                Complete(instanceId, around.Id, Activities.Complete.Done);
                return;
            }
        }
        throw new StepFailed(RefusalCode.BreakOutsideLoop, definition.Node(instance.Executions[execution].ActivityId).DisplayText);
    }

    void CloseWaits(InstanceId instance, ExecutionId execution, string why)
    {
        foreach (var wait in progress.State.Instances[instance].Waits.Values.Where(w => w.Execution == execution).ToList())
            CloseWait(instance, wait, why);
    }
}
