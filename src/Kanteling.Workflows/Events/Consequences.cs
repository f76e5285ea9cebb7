using System.Collections.Immutable;
using System.Text.Json.Nodes;
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

/// <summary>An open task got the documents of the version that its instance was moved to; who has it before him reads it anew.</summary>
/// <param name="Form">Its form from here on; null for a task without questions.</param>
public sealed record TaskRenewed(long Instance, long Task, DocumentReference? Form) : WorkflowEvent;

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

/// <summary>A fact of the domain; name and number are the domain's own, the engine never looks inside.</summary>
public sealed record DomainEvent(object Event) : WorkflowEvent;
