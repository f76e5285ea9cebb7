using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Runs;

/// <summary>The course of one instance while it is being folded.</summary>
sealed class Course
{
    readonly List<RunRecord> records = [];
    readonly List<Incident> incidents = [];
    readonly HashSet<WaitId> waits = [];
    InstanceStatus status = InstanceStatus.Running;
    DateTimeOffset updatedAt;
    DateTimeOffset? endedAt;
    ImmutableArray<string> outcomes = [];

    public Course(Instance instance, RunFold.Moment now, WorkflowEvent because)
    {
        State = instance;
        // Elsa's workflow is an activity too, around its root.
        Runs[ExecutionId.None] = New(ExecutionId.None, new("Workflow1"), ExecutionId.None, now);
        Note(ExecutionId.None, RunEvents.Started, now, because);
    }

    /// <summary>As it stands, or as it stood when it ended.</summary>
    public Instance State { get; private set; }

    public SortedDictionary<ExecutionId, ActivityRun> Runs { get; } = [];

    public InstanceRun Told() => new(State, status, updatedAt, endedAt, outcomes, Runs.ToImmutableSortedDictionary(), [.. records], [.. incidents]);

    public void Start(ExecutionId execution, ActivityId activity, ExecutionId parent, RunFold.Moment now, WorkflowEvent because)
    {
        Runs[execution] = New(execution, activity, parent, now);
        Note(execution, RunEvents.Started, now, because);
    }

    ActivityRun New(ExecutionId execution, ActivityId activity, ExecutionId parent, RunFold.Moment now) =>
        new(State.Id, execution, activity, State.Definition, parent, now.At, now.Version, null, RunStatus.Running, [], null, null, 0);

    public void Complete(ActivityCompleted e, RunFold.Moment now)
    {
        End(e.Execution, RunStatus.Completed, now, r => r with { Outcomes = e.Outcomes, Inputs = e.Inputs, Output = e.Output });
        Note(e.Execution, RunEvents.Completed, now, e, e.Outcomes);
    }

    public void Cancel(ExecutionId execution, RunFold.Moment now, WorkflowEvent because)
    {
        End(execution, RunStatus.Canceled, now, r => r with { Outcomes = [] });
        Note(execution, RunEvents.Canceled, now, because);
    }

    public void Fault(ExecutionId execution, IncidentRaised e, RunFold.Moment now)
    {
        incidents.Add(new Incident(e.Id, e.Instance, e.Execution, e.Activity, e.Code, e.Arguments, e.Pending, now.At));
        if (Runs.TryGetValue(execution, out var run))
            Runs[execution] = run with { Faults = run.Faults + 1 };
        Note(execution, RunEvents.Faulted, now, e);
    }

    public void Finish(InstanceFinished e, RunFold.Moment now)
    {
        (status, endedAt, outcomes) = (e.Status, now.At, e.Outcomes);
        // What has no end of its own ended with the instance; a step that failed within its own decision is among these.
        foreach (var open in Runs.Values.Where(r => !r.HasEnded && r.Id != ExecutionId.None).Select(r => r.Id).ToList())
            End(open, RunStatus.Canceled, now, r => r);
        var (how, told) = e.Status switch
        {
            InstanceStatus.Cancelled => (RunStatus.Canceled, RunEvents.Canceled),
            InstanceStatus.Faulted => (RunStatus.Faulted, RunEvents.Faulted),
            _ => (RunStatus.Completed, RunEvents.Completed),
        };
        End(ExecutionId.None, how, now, r => r with { Outcomes = e.Outcomes });
        Note(ExecutionId.None, told, now, e, e.Outcomes);
    }

    void End(ExecutionId execution, RunStatus how, RunFold.Moment now, Func<ActivityRun, ActivityRun> more)
    {
        if (Runs.TryGetValue(execution, out var run))
            Runs[execution] = more(run) with { Status = how, EndedAt = now.At };
    }

    /// <summary>The instance is as it was: what ran then runs again, and what ran since never happened.</summary>
    public void TakeBack(InstanceRestored e, long from, RunFold.Moment now)
    {
        (status, endedAt, outcomes) = (InstanceStatus.Running, null, []);
        foreach (var run in Runs.Values.ToList())
        {
            if (run.Id == ExecutionId.None || e.State.Executions.ContainsKey(run.Id))
                Reopen(run, now, e);
            else if (run.StartedIn >= from && run.Status != RunStatus.Canceled)
                Cancel(run.Id, now, e);
        }
        waits.RemoveWhere(w => !e.State.Waits.ContainsKey(w));
    }

    void Reopen(ActivityRun run, RunFold.Moment now, WorkflowEvent because)
    {
        if (!run.HasEnded)
            return;
        Runs[run.Id] = run with { EndedAt = null, Status = RunStatus.Running, Outcomes = [], Inputs = null, Output = null };
        Note(run.Id, RunEvents.Resumed, now, because);
    }

    /// <summary>The open runs stand in another drawing from here.</summary>
    public void Move(InstanceMoved e)
    {
        foreach (var run in Runs.Values.Where(r => !r.HasEnded).ToList())
            Runs[run.Id] = run with { Definition = e.To, ActivityId = e.Mapping.GetValueOrDefault(run.ActivityId, run.ActivityId) };
    }

    public void Note(ExecutionId execution, string name, RunFold.Moment now, WorkflowEvent because, ImmutableArray<string> left = default)
    {
        updatedAt = now.At;
        records.Add(new RunRecord(records.Count, execution, name, now.At, now.Version, now.Actor, left.IsDefault ? [] : left, because));
    }

    /// <param name="instance">Null when it is no longer open: then the last that was seen stays.</param>
    public void See(Instance? instance, RunFold.Moment now)
    {
        if (instance is null || ReferenceEquals(instance, State))
            return;
        (State, updatedAt) = (instance, now.At);
        foreach (var execution in instance.Executions.Values)
        {
            if (Runs.TryGetValue(execution.Id, out var run) && !run.HasEnded)
                Runs[run.Id] = run with { Status = execution.Status == ExecutionStatus.Faulted ? RunStatus.Faulted : RunStatus.Running };
        }
    }

    /// <summary>At the end of a commit: a step that failed and was dropped within it has ended, and what waits from here on is told once.</summary>
    public void Close(Instance? instance, RunFold.Moment now)
    {
        if (instance is null)
            return;
        foreach (var dropped in Runs.Values.Where(r => !r.HasEnded && r.Id != ExecutionId.None && !instance.Executions.ContainsKey(r.Id)).Select(r => r.Id).ToList())
            End(dropped, RunStatus.Canceled, now, r => r);
        foreach (var execution in instance.Waits.Values.Where(w => waits.Add(w.Id)).Select(w => w.Execution).Distinct().ToList())
            Note(execution, RunEvents.Suspended, now, new WaitOpened(instance.Id, instance.Waits.Values.First(w => w.Execution == execution)));
    }
}
