using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Runs;

/// <summary>What each event means for the runs. Waits are looked up before the event closes them; states are read after it.</summary>
/// <param name="state">The case before the first event.</param>
sealed class EventTelling(Case state)
{
    RunFold.Moment now = new(0, default, default);
    Case state = state;
    HashSet<ExecutionId> resumed = [];
    long takenBackFrom = long.MaxValue;

    /// <summary>What every instance did so far.</summary>
    public SortedDictionary<InstanceId, Course> Courses { get; } = [];

    /// <summary>A new commit begins.</summary>
    public void Begin(RunFold.Moment moment) => (now, resumed) = (moment, []);

    /// <summary>Before the event is applied.</summary>
    public void Tell(WorkflowEvent e, Case before, ImmutableArray<WorkflowEvent> commit)
    {
        state = before;
        switch (e)
        {
            case ActivityStarted x: CourseOf(x.Instance)?.Start(x.Execution, x.Activity, x.Parent, now, e); break;
            case ActivityCompleted x: CourseOf(x.Instance)?.Complete(x, now); break;
            case ActivityCancelled x: CourseOf(x.Instance)?.Cancel(x.Execution, now, e); break;
            case TaskCompleted x: Resume(x.Task.Wait, e); break;
            case DeadlinePassed x: Resume(x.Deadline.Wait, e); break;
            case WaitClosed x when !IsStopped(x.Wait, commit): Resume(x.Wait, e); break;
            case ReplyReceived x: Reply(x); break;
            case ConditionMet x: Resume(x.Execution, state.Instances.Values.FirstOrDefault(i => i.Executions.ContainsKey(x.Execution))?.Id, e); break;
            case IncidentResolved x when state.FindIncident(x.Incident) is { Execution: { } execution } incident: Resume(execution, incident.Instance, e); break;
            case MessageQueued { Message: { Instance: { } instance, Execution: { } sender } }: CourseOf(instance)?.Note(sender, RunEvents.MessageQueued, now, e); break;
            case InstanceCancelled x: CourseOf(x.Instance)?.Note(ExecutionId.None, RunEvents.WorkflowCancelled, now, e); break;
            case InstanceFinished x: CourseOf(x.Instance)?.Finish(x, now); break;
        }
    }

    /// <summary>After the event was applied.</summary>
    public void Follow(WorkflowEvent e, Case after)
    {
        state = after;
        switch (e)
        {
            case InstanceStarted x: Courses[x.Instance] = new Course(state.Instances[x.Instance], now, e); break;
            case IncidentRaised { Instance: { } instance, Execution: { } execution } x: CourseOf(instance)?.Fault(execution, x, now); break;
            case InstanceRestored x: CourseOf(x.State.Id)?.TakeBack(x, takenBackFrom, now); break;
            case InstanceMoved x: CourseOf(x.Instance)?.Move(x); break;
            case TaskReopened x: takenBackFrom = x.CompletedAt; break;
        }
        foreach (var course in Courses.Values)
            course.See(state.Instances.GetValueOrDefault(course.State.Id), now);
    }

    Course? CourseOf(InstanceId instance) => Courses.GetValueOrDefault(instance);

    void Resume(WaitId wait, WorkflowEvent e)
    {
        if (Waiting(wait) is var (course, execution))
            Resume(execution, course.State.Id, e);
    }

    /// <summary>Told once for what came: a step that goes on by a task also closes its other waits.</summary>
    void Resume(ExecutionId execution, InstanceId? instance, WorkflowEvent e)
    {
        if (instance is { } of && resumed.Add(execution))
            CourseOf(of)?.Note(execution, RunEvents.Resumed, now, e);
    }

    void Reply(ReplyReceived x)
    {
        if (Waiting(x.Message.Wait) is var (course, execution))
            Resume(execution, course.State.Id, x);
        else if (state.Messages.GetValueOrDefault(x.Message) is { Instance: { } instance, Execution: { } sender })
            CourseOf(instance)?.Note(sender, RunEvents.ReplyReceived, now, x);
    }

    /// <summary>A wait that closes because its step was stopped resumes nothing.</summary>
    bool IsStopped(WaitId wait, ImmutableArray<WorkflowEvent> commit) =>
        Waiting(wait) is var (_, execution) && commit.OfType<ActivityCancelled>().Any(e => e.Execution == execution);

    /// <summary>The number of the instance whose wait this is, and the execution that waited.</summary>
    (Course Course, ExecutionId Execution)? Waiting(WaitId wait)
    {
        var holder = state.Instances.Values.FirstOrDefault(i => i.Waits.ContainsKey(wait));
        return holder is not null && Courses.TryGetValue(holder.Id, out var course) ? (course, holder.Waits[wait].Execution) : null;
    }
}
