using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

// What followed from the cause, in order, in the same commit.

/// <summary>Stored only for an execution that outlives its decision.</summary>
public sealed record ActivityStarted(InstanceId Instance, ExecutionId Execution, ActivityId Activity, ExecutionId Parent, bool Backward) : WorkflowEvent;

/// <param name="Inputs">The values the step worked with, when it says that they are worth keeping.</param>
public sealed record ActivityCompleted(
    InstanceId Instance, ExecutionId Execution, ActivityId Activity, ImmutableArray<string> Outcomes, Content? Inputs = null, Content? Output = null) : WorkflowEvent;

public sealed record ActivityCancelled(InstanceId Instance, ExecutionId Execution, ActivityId Activity) : WorkflowEvent;

/// <summary>New counters of one flowchart: only the keys that changed, with their new values.</summary>
/// <param name="Skipped">Activities that were passed over because nothing led to them.</param>
public sealed record FlowAdvanced(
    InstanceId Instance, ExecutionId Scope, ImmutableSortedDictionary<ActivityId, int> Visits,
    ImmutableSortedDictionary<ConnectionKey, ConnectionVisits> Connections, ImmutableArray<ActivityId> Skipped) : WorkflowEvent;

/// <param name="Scope">The execution that holds the variable; 0 for the instance.</param>
public sealed record VariableSet(InstanceId Instance, ExecutionId Scope, string Variable, Content Value) : WorkflowEvent;

public sealed record OutputSet(InstanceId Instance, string Name, Content Value) : WorkflowEvent;

public sealed record WaitOpened(InstanceId Instance, Wait Wait) : WorkflowEvent;

public sealed record WaitClosed(InstanceId Instance, WaitId Wait) : WorkflowEvent;

public sealed record TaskOpened(WorkTask Task) : WorkflowEvent;

public sealed record TaskWithdrawn(InstanceId Instance, TaskId Task, string Why) : WorkflowEvent;

/// <summary>A task was marked or addressed anew by its own deadline.</summary>
public sealed record TaskEscalated(InstanceId Instance, TaskId Task, TaskAddress Address) : WorkflowEvent;

/// <summary>An open task is due on another day. Its version stays: nobody's half-filled form is lost by it.</summary>
/// <param name="Due">Null when it has no last day any more.</param>
public sealed record TaskDueMoved(InstanceId Instance, TaskId Task, TaskDue? Due, string Why) : WorkflowEvent;

/// <summary>An open task got the documents of the version that its instance was moved to; who has it before him reads it anew.</summary>
/// <param name="Form">Its form from here on; null for a task without questions.</param>
public sealed record TaskRenewed(InstanceId Instance, TaskId Task, DocumentReference? Form) : WorkflowEvent;

public sealed record DeadlineSet(Deadline Deadline) : WorkflowEvent;

public sealed record DeadlineMoved(DeadlineId Deadline, DateOnly? LastDay, DateTimeOffset DueAt, Explanation Explanation, string Why) : WorkflowEvent;

public sealed record DeadlineCancelled(DeadlineId Deadline, string Why) : WorkflowEvent;

/// <param name="Next">When it fires again; null for never.</param>
public sealed record TriggerFired(ActivityId Activity, DateTimeOffset Due, DateTimeOffset? Next, bool Late) : WorkflowEvent;

public sealed record MessageQueued(Message Message) : WorkflowEvent;

/// <summary>A key that is unique over all streams is held from here.</summary>
public sealed record ClaimTaken(Content Key, InstanceId Instance) : WorkflowEvent;

public sealed record ClaimReleased(InstanceId Instance) : WorkflowEvent;

/// <param name="Instance">Null when it is of the stream itself; then there is no execution and no activity either.</param>
public sealed record IncidentRaised(
    IncidentId Id, InstanceId? Instance, ExecutionId? Execution, ActivityId? Activity, string Code, Content Arguments, PendingWork Pending) : WorkflowEvent;

public sealed record InstanceNamed(InstanceId Instance, Content Name) : WorkflowEvent;

public sealed record InstanceCorrelated(InstanceId Instance, Content Correlation) : WorkflowEvent;

/// <summary>The instance is as it was before a step that is taken back.</summary>
public sealed record InstanceRestored(Instance State) : WorkflowEvent;

public sealed record InstanceFinished(InstanceId Instance, InstanceStatus Status, ImmutableArray<string> Outcomes) : WorkflowEvent;

/// <summary>
/// Everything that is left of a case after part of it was destroyed: who folds the stream has, from here, exactly this, whatever of
/// the commits before it can still be read.
/// </summary>
/// <param name="Tasks">Tasks that were closed before and are kept.</param>
public sealed record Checkpointed(
    long NextId, DomainState Domain, ImmutableSortedDictionary<InstanceId, Instance> Instances, ImmutableSortedDictionary<DeadlineId, Deadline> Terms,
    ImmutableSortedDictionary<MessageId, Message> Messages, ImmutableSortedDictionary<IncidentId, Incident> Incidents,
    ImmutableSortedDictionary<string, DateTimeOffset> PassedOver, ImmutableArray<KeptTask> Tasks, ImmutableArray<KeptInstance> ClosedInstances) : WorkflowEvent
{
    /// <summary>Files of procedures that stay; null for none. Their bytes stay where they stood.</summary>
    public ImmutableSortedDictionary<FileId, AttachedFile>? Files { get; init; }

    /// <summary>A link that waits for the other stream; null for none.</summary>
    public PendingLink? Link { get; init; }
}

/// <summary>The state of the domain, inside an event. It is stored with the number of its format, so that a later program can upgrade it: there is nothing left to fold it from.</summary>
public sealed record DomainState(object State);

/// <summary>A closed task, as <see cref="ClosedTask"/> with its title as content.</summary>
public sealed record KeptTask(
    TaskId Id, InstanceId Instance, DefinitionVersion Definition, ActivityId Activity, DossierId? Dossier, Content Title, UserId? Assignee, DateTimeOffset OpenedAt,
    string Status, string? Outcome, ActorId ClosedBy, DateTimeOffset ClosedAt, long Version)
{
    public static KeptTask Of(ClosedTask t) => new(
        t.Id, t.Instance, new DefinitionVersion(t.DefinitionId, t.DefinitionVersion), t.ActivityId, t.Dossier, Content.Of(t.Dossier, ContentKind.Words, t.Title), t.Assignee,
        t.OpenedAt, t.Status, t.Outcome, t.ClosedBy, t.ClosedAt, t.Version);

    /// <summary>As a row of that stream.</summary>
    public ClosedTask Row(StreamId stream) => new(
        stream, Id, Instance, Definition.DefinitionId, Definition.Version, Activity, Dossier, Title.AsString() ?? "", Assignee, OpenedAt, Status, Outcome, ClosedBy, ClosedAt, Version);
}

/// <summary>An instance that ended, as <see cref="ClosedInstance"/>.</summary>
public sealed record KeptInstance(InstanceId Id, DefinitionVersion Definition, DossierId? Dossier, DateTimeOffset StartedAt, string Status, DateTimeOffset ClosedAt)
{
    public static KeptInstance Of(ClosedInstance i) => new(i.Id, new DefinitionVersion(i.DefinitionId, i.DefinitionVersion), i.Dossier, i.StartedAt, i.Status, i.ClosedAt);

    /// <summary>As a row of that stream.</summary>
    public ClosedInstance Row(StreamId stream) => new(stream, Id, Definition.DefinitionId, Definition.Version, Dossier, StartedAt, Status, ClosedAt);
}

/// <summary>The stream that a link names is asked by a message; until it answers, this stream holds both.</summary>
/// <param name="Message">Of the kind that asks for a link.</param>
/// <param name="By">Who asked for it.</param>
public sealed record LinkBegun(Message Message, StreamId Other, string Relation, ActorId By) : WorkflowEvent;

/// <summary>The other stream answered: the link is final, or is taken back by what stands beside this event.</summary>
public sealed record LinkEnded(MessageId Message, bool IsLinked) : WorkflowEvent;

/// <summary>A fact of the domain; name and number are the domain's own, the engine never looks inside.</summary>
public sealed record DomainEvent(object Event) : WorkflowEvent;
