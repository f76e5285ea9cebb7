using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Instances;

/// <summary>Where an instance is. An open instance with incidents is shown as suspended.</summary>
public enum InstanceStatus { Running, Finished, Cancelled, Faulted }

/// <summary>The execution in another instance of the same stream that waits for this one, or only started it.</summary>
public sealed record ParentExecution(InstanceId Instance, ExecutionId Execution, bool Waits);

/// <summary>One run of one version of a definition, within a stream.</summary>
/// <param name="Definition">The exact version; it changes only by an <c>InstanceMoved</c>.</param>
/// <param name="RuleSet">The legal rule set that was chosen when the procedure began; empty when there is none.</param>
/// <param name="Dossier">The procedure this instance works for; null for the household as a whole.</param>
/// <param name="Correlation">A label that events look for; set by a caller or by <c>Elsa.Correlate</c>.</param>
/// <param name="Claim">Key of the activation claim it holds, released when it ends.</param>
/// <param name="StartActivity">The trigger that started it; a flowchart's directions are seen from there.</param>
/// <param name="Scopes">Counters of each open flowchart, by the number of the flowchart's execution.</param>
/// <param name="Variables">Values by scope (an execution's number; 0 is the instance) and variable id.</param>
/// <param name="Waits">What open executions wait for, by the number of task, deadline, message, child or wait.</param>
public sealed record Instance(
    InstanceId Id,
    DefinitionVersion Definition,
    string RuleSet,
    DossierId? Dossier,
    ParentExecution? Parent,
    Content? Correlation,
    Content? Name,
    Content? Claim,
    ActivityId? StartActivity,
    DateTimeOffset StartedAt,
    Content Input,
    ImmutableSortedDictionary<ExecutionId, Execution> Executions,
    ImmutableSortedDictionary<ExecutionId, Scope> Scopes,
    ImmutableSortedDictionary<VariableKey, Content> Variables,
    ImmutableSortedDictionary<string, Content> Output,
    ImmutableSortedDictionary<WaitId, Wait> Waits,
    ImmutableSortedDictionary<IncidentId, Incident> Incidents)
{
    [JsonIgnore]
    public bool IsSuspended => !Incidents.IsEmpty;
}

/// <summary>Address of a variable's value: the execution that holds it (0 for the instance) and the variable's id.</summary>
public readonly record struct VariableKey(ExecutionId Scope, string Variable) : IComparable<VariableKey>
{
    public int CompareTo(VariableKey other) =>
        Scope != other.Scope ? Scope.CompareTo(other.Scope) : string.CompareOrdinal(Variable, other.Variable);
}

public enum ExecutionStatus { Running, Faulted }

/// <summary>An activity that is under way. Completed ones leave.</summary>
/// <param name="ActivityId">The drawing's id; designers keep it when editing and never use it again.</param>
/// <param name="Parent">The execution of the container it runs in; 0 for the root.</param>
/// <param name="StartedBackward">It was started over a connection that goes back, so its end is not counted as a visit.</param>
public sealed record Execution(ExecutionId Id, ActivityId ActivityId, ExecutionId Parent, ExecutionStatus Status, bool StartedBackward, DateTimeOffset StartedAt);

/// <summary>The counters of one running flowchart, keyed by drawing ids and never by position.</summary>
public sealed record Scope(
    ImmutableSortedDictionary<ActivityId, int> Visits,
    ImmutableSortedDictionary<ConnectionKey, ConnectionVisits> Connections)
{
    public static readonly Scope Empty = new(
        ImmutableSortedDictionary<ActivityId, int>.Empty,
        ImmutableSortedDictionary<ConnectionKey, ConnectionVisits>.Empty);
}

public readonly record struct ConnectionKey(ActivityId Source, string Port, ActivityId Target) : IComparable<ConnectionKey>
{
    public int CompareTo(ConnectionKey other)
    {
        var bySource = Source.CompareTo(other.Source);
        if (bySource != 0)
            return bySource;
        var byPort = string.CompareOrdinal(Port, other.Port);
        return byPort != 0 ? byPort : Target.CompareTo(other.Target);
    }
}

/// <param name="Count">How often the connection's source was completed.</param>
/// <param name="LastFollowed">Whether the last time it was followed.</param>
public readonly record struct ConnectionVisits(int Count, bool LastFollowed);

/// <summary>Something that could not go on, with the work it was about to do, so that it can be retried, repaired or skipped.</summary>
/// <param name="Instance">Null when it is of the stream itself, such as a date of the domain: then there is no execution and no activity either.</param>
/// <param name="Code">Stable code; the sentence is made elsewhere.</param>
/// <param name="Arguments">A list of texts: of the drawing, but also of what a step refused.</param>
public sealed record Incident(
    IncidentId Id, InstanceId? Instance, ExecutionId? Execution, ActivityId? ActivityId, string Code, Content Arguments, PendingWork Pending, DateTimeOffset At);

/// <summary>The step that was not done. <see cref="Kind"/> says how to do it again.</summary>
/// <param name="Stimulus">What the execution was resumed with, or what the link was told; null when it was being started.</param>
public sealed record PendingWork(PendingKind Kind, Content? Stimulus = null)
{
    /// <summary>The date of the domain that passed; only of that kind.</summary>
    public PassedTerm? Term { get; init; }
}

/// <summary>
/// Start the step again, resume it with its stimulus, or look at its condition again. Of the stream itself: ask the domain
/// again what a date that passed means, or what a link means, or compute its dates anew by the calendar.
/// </summary>
public enum PendingKind { Start, Resume, Condition, Term, Link, Calendar }

/// <summary>A date of the domain that passed at this moment, by its key.</summary>
public sealed record PassedTerm(string Key, DossierId? Dossier, DateTimeOffset DueAt);
