using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

// What followed from the cause, in order, in the same commit.

/// <summary>Stored only for an execution that outlives its decision.</summary>
public sealed record ActivityStarted(long Instance, long Execution, string Activity, long Parent, bool Backward) : WorkflowEvent;

/// <param name="Inputs">The values the step worked with, when it says that they are worth keeping.</param>
public sealed record ActivityCompleted(
    long Instance, long Execution, string Activity, ImmutableArray<string> Outcomes, Content? Inputs = null, Content? Output = null) : WorkflowEvent;

public sealed record ActivityCancelled(long Instance, long Execution, string Activity) : WorkflowEvent;

/// <summary>New counters of one flowchart: only the keys that changed, with their new values.</summary>
/// <param name="Skipped">Activities that were passed over because nothing led to them.</param>
public sealed record FlowAdvanced(
    long Instance, long Scope, ImmutableSortedDictionary<string, int> Visits,
    ImmutableSortedDictionary<ConnectionKey, ConnectionVisits> Connections, ImmutableArray<string> Skipped) : WorkflowEvent;

/// <param name="Scope">The execution that holds the variable; 0 for the instance.</param>
public sealed record VariableSet(long Instance, long Scope, string Variable, Content Value) : WorkflowEvent;

public sealed record OutputSet(long Instance, string Name, Content Value) : WorkflowEvent;

public sealed record WaitOpened(long Instance, Wait Wait) : WorkflowEvent;

public sealed record WaitClosed(long Instance, long Wait) : WorkflowEvent;

public sealed record TaskOpened(WorkTask Task) : WorkflowEvent;

public sealed record TaskWithdrawn(long Instance, long Task, string Why) : WorkflowEvent;

/// <summary>A task was marked or addressed anew by its own deadline.</summary>
public sealed record TaskEscalated(long Instance, long Task, TaskAddress Address) : WorkflowEvent;

/// <summary>An open task is due on another day. Its version stays: nobody's half-filled form is lost by it.</summary>
/// <param name="Due">Null when it has no last day any more.</param>
public sealed record TaskDueMoved(long Instance, long Task, TaskDue? Due, string Why) : WorkflowEvent;

public sealed record DeadlineSet(Deadline Deadline) : WorkflowEvent;

public sealed record DeadlineMoved(long Deadline, DateOnly? LastDay, DateTimeOffset DueAt, Explanation Explanation, string Why) : WorkflowEvent;

public sealed record DeadlineCancelled(long Deadline, string Why) : WorkflowEvent;

/// <param name="Next">When it fires again; null for never.</param>
public sealed record TriggerFired(string Activity, DateTimeOffset Due, DateTimeOffset? Next, bool Late) : WorkflowEvent;

public sealed record MessageQueued(Message Message) : WorkflowEvent;

/// <summary>A key that is unique over all streams is held from here.</summary>
public sealed record ClaimTaken(Content Key, long Instance) : WorkflowEvent;

public sealed record ClaimReleased(long Instance) : WorkflowEvent;

/// <param name="Instance">Null when it is of the stream itself; then there is no execution and no activity either.</param>
public sealed record IncidentRaised(
    long Id, long? Instance, long? Execution, string? Activity, string Code, Content Arguments, PendingWork Pending) : WorkflowEvent;

public sealed record InstanceNamed(long Instance, Content Name) : WorkflowEvent;

public sealed record InstanceCorrelated(long Instance, Content Correlation) : WorkflowEvent;

/// <summary>The instance is as it was before a step that is taken back.</summary>
public sealed record InstanceRestored(Instance State) : WorkflowEvent;

public sealed record InstanceFinished(long Instance, InstanceStatus Status, ImmutableArray<string> Outcomes) : WorkflowEvent;

/// <summary>
/// Everything that is left of a case after part of it was destroyed: who folds the stream has, from here, exactly this, whatever of
/// the commits before it can still be read.
/// </summary>
/// <param name="Tasks">Tasks that were closed before and are kept.</param>
public sealed record Checkpointed(
    long NextId, DomainState Domain, ImmutableSortedDictionary<long, Instance> Instances, ImmutableSortedDictionary<long, Deadline> Terms,
    ImmutableSortedDictionary<long, Message> Messages, ImmutableSortedDictionary<long, Incident> Incidents,
    ImmutableSortedDictionary<string, DateTimeOffset> PassedOver, ImmutableArray<KeptTask> Tasks, ImmutableArray<KeptInstance> ClosedInstances) : WorkflowEvent;

/// <summary>The state of the domain, inside an event. It is stored with the number of its format, so that a later program can upgrade it: there is nothing left to fold it from.</summary>
public sealed record DomainState(object State);

/// <summary>A closed task, as <see cref="ClosedTask"/> with its title as content.</summary>
public sealed record KeptTask(
    long Id, long Instance, DefinitionVersion Definition, string Activity, string? Dossier, Content Title, string? Assignee, DateTimeOffset OpenedAt,
    string Status, string? Outcome, string ClosedBy, DateTimeOffset ClosedAt, long Version)
{
    public static KeptTask Of(ClosedTask t) => new(
        t.Id, t.Instance, new DefinitionVersion(t.DefinitionId, t.DefinitionVersion), t.ActivityId, t.Dossier, Content.Of(t.Dossier, ContentKind.Words, t.Title), t.Assignee,
        t.OpenedAt, t.Status, t.Outcome, t.ClosedBy, t.ClosedAt, t.Version);

    /// <summary>As a row of that stream.</summary>
    public ClosedTask Row(string stream) => new(
        stream, Id, Instance, Definition.DefinitionId, Definition.Version, Activity, Dossier, Title.AsString() ?? "", Assignee, OpenedAt, Status, Outcome, ClosedBy, ClosedAt, Version);
}

/// <summary>An instance that ended, as <see cref="ClosedInstance"/>.</summary>
public sealed record KeptInstance(long Id, DefinitionVersion Definition, string? Dossier, DateTimeOffset StartedAt, string Status, DateTimeOffset ClosedAt)
{
    public static KeptInstance Of(ClosedInstance i) => new(i.Id, new DefinitionVersion(i.DefinitionId, i.DefinitionVersion), i.Dossier, i.StartedAt, i.Status, i.ClosedAt);

    /// <summary>As a row of that stream.</summary>
    public ClosedInstance Row(string stream) => new(stream, Id, Definition.DefinitionId, Definition.Version, Dossier, StartedAt, Status, ClosedAt);
}

/// <summary>A fact of the domain; name and number are the domain's own, the engine never looks inside.</summary>
public sealed record DomainEvent(object Event) : WorkflowEvent;
