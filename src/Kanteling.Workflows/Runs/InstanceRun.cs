using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Runs;

/// <summary>Everything that one instance did, from its beginning until the last commit.</summary>
/// <param name="State">As it stands, or as it stood when it ended: variables, waits, incidents.</param>
/// <param name="Status">Running while it is open.</param>
/// <param name="UpdatedAt">The last commit that changed it.</param>
/// <param name="Activities">The runs of its activities, by number; 0 is the instance itself.</param>
/// <param name="Incidents">Every incident it ever had, in order; those in <see cref="State"/> are open.</param>
public sealed record InstanceRun(
    Instance State, InstanceStatus Status, DateTimeOffset UpdatedAt, DateTimeOffset? EndedAt, ImmutableArray<string> Outcomes,
    ImmutableSortedDictionary<ExecutionId, ActivityRun> Activities, ImmutableArray<RunRecord> Records, ImmutableArray<Incident> Incidents)
{
    public bool IsOpen => EndedAt is null;

    /// <summary>What this run of an activity waits for now.</summary>
    public IEnumerable<Wait> WaitsOf(ExecutionId execution) => IsOpen ? State.Waits.Values.Where(w => w.Execution == execution) : [];

    /// <summary>The run and everything around it, innermost first; the instance itself is last.</summary>
    public IEnumerable<ActivityRun> Around(ExecutionId execution)
    {
        for (var run = Activities.GetValueOrDefault(execution); run is not null; run = run.Id == ExecutionId.None ? null : Activities.GetValueOrDefault(run.Parent))
            yield return run;
    }

    /// <summary>Counts per activity, for those that ran at all. A container counts the incidents inside it as its own fault.</summary>
    public IEnumerable<RunCount> Counts()
    {
        var faulted = State.Incidents.Values.Where(_ => IsOpen).SelectMany(i => Around(i.Execution ?? ExecutionId.None)).Select(r => r.Id).ToHashSet();
        return Activities.Values.Where(a => a.Id != ExecutionId.None).GroupBy(a => (a.ActivityId, a.Definition)).Select(runs => new RunCount(
            runs.Key.ActivityId, runs.Key.Definition, runs.Count(), runs.Count(r => r.Status == RunStatus.Completed), runs.Count(r => !r.HasEnded),
            runs.Any(r => !r.HasEnded && WaitsOf(r.Id).Any()), runs.Any(r => faulted.Contains(r.Id))));
    }
}

/// <summary>How often an activity ran.</summary>
/// <param name="Open">Runs that have not ended.</param>
/// <param name="IsBlocked">One of them waits for something.</param>
/// <param name="IsFaulted">One of them, or something inside it, could not go on.</param>
public sealed record RunCount(ActivityId ActivityId, DefinitionVersion Definition, int Started, int Completed, int Open, bool IsBlocked, bool IsFaulted);
