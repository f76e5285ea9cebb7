using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Runs;

/// <summary>
/// The commits of one stream, folded into what each instance did: runs of activities, journal, incidents. Nothing of this
/// is stored. The laws of this file. An activity that began and ended within one decision left only its end behind: it is a run
/// like any other, and its start is put back in the journal where its number says it began, because numbers are handed out in order
/// of starting. What holds such a run is read from the drawing: the youngest open run of the activity around it. A step that is
/// taken back never happened for the counts, as it never did for the counters of the flowchart. The state itself is the
/// <see cref="Applier"/>'s; nothing of it is done again here.
/// </summary>
/// <param name="drawing">The drawing of a version, or null when it is not there any more.</param>
public sealed class RunFold(StreamId stream, Domain domain, Func<DefinitionVersion, WorkflowDefinition?> drawing)
{
    readonly EventTelling telling = new(Case.Empty(stream, domain.Empty));
    Case state = Case.Empty(stream, domain.Empty);
    Moment now = new(0, default, default);
    Queue<(InstanceId Instance, ExecutionId Execution, ActivityId Activity, WorkflowEvent Because)> brief = new();

    SortedDictionary<InstanceId, Course> Courses => telling.Courses;

    /// <summary>What every instance of the stream did so far, by number.</summary>
    public ImmutableSortedDictionary<InstanceId, InstanceRun> Instances => Courses.ToImmutableSortedDictionary(c => c.Key, c => c.Value.Told());

    /// <summary>Takes the next commit.</summary>
    public void Add(long version, DateTimeOffset at, ActorId actor, ImmutableArray<WorkflowEvent> events)
    {
        now = new Moment(version, at, actor);
        telling.Begin(now);
        brief = new(Brief(events));
        foreach (var e in events)
        {
            if (AboutExecution(e) is { } execution)
                StartBriefBefore(execution);
            telling.Tell(e, state, events);
            state = Applier.Apply(state, e, at, domain.Apply);
            telling.Follow(e, state);
        }
        foreach (var course in Courses.Values)
            course.Close(state.Instances.GetValueOrDefault(course.State.Id), now);
    }

    /// <summary>What began and ended in this commit, by the number it got when it began.</summary>
    IEnumerable<(InstanceId, ExecutionId, ActivityId, WorkflowEvent)> Brief(ImmutableArray<WorkflowEvent> events)
    {
        var told = events.OfType<ActivityStarted>().Select(e => e.Execution).ToHashSet();
        return events.Select(e => e switch
            {
                ActivityCompleted x => (x.Instance, x.Execution, x.Activity, e),
                IncidentRaised { Instance: { } instance, Execution: { } execution, Activity: { } activity } => (instance, execution, activity, e),
                _ => (default, ExecutionId.None, default, e),
            })
            .Where(x => x.Item2 != ExecutionId.None && !told.Contains(x.Item2) && Courses.GetValueOrDefault(x.Item1)?.Runs.ContainsKey(x.Item2) != true)
            .DistinctBy(x => x.Item2).OrderBy(x => x.Item2);
    }

    static ExecutionId? AboutExecution(WorkflowEvent e) => e switch
    {
        ActivityStarted x => x.Execution,
        // A run's own number too: its start stands before its end, and before what it sends.
        ActivityCompleted x => After(x.Execution),
        IncidentRaised { Execution: { } execution } => After(execution),
        MessageQueued { Message.Execution: { } sender } => After(sender),
        _ => null,
    };

    static ExecutionId After(ExecutionId execution) => new(execution.Number + 1);

    void StartBriefBefore(ExecutionId execution)
    {
        while (brief.TryPeek(out var next) && next.Execution.CompareTo(execution) < 0 && Courses.TryGetValue(next.Instance, out var course))
            course.Start(brief.Dequeue().Execution, next.Activity, HolderOf(course, next.Execution, next.Activity), now, next.Because);
    }

    ExecutionId HolderOf(Course course, ExecutionId execution, ActivityId activity) =>
        drawing(course.State.Definition)?.Nodes.GetValueOrDefault(activity)?.Parent is not { } around ? ExecutionId.None
        : course.Runs.Values.Where(r => r.Id.CompareTo(execution) < 0 && !r.HasEnded && r.ActivityId == around.Id).Select(r => r.Id).LastOrDefault();

    /// <summary>The moment of a commit, and who asked for it.</summary>
    internal sealed record Moment(long Version, DateTimeOffset At, ActorId Actor);
}
