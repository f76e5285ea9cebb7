using System.Collections.Immutable;

namespace Kanteling.Workflows.Instances;

// The rows that lists and sweeps read. All of them are computed from the case by one pure function (RowsOf.Case), so
// that they can be rebuilt from the stream and compared; nothing else writes them.

/// <summary>An open task, for lists.</summary>
/// <param name="Assignee">The user who has it: assigned, or holder of the relation it is addressed to.</param>
/// <param name="Label">How a person recognises the stream in a list.</param>
public sealed record TaskRow(
    StreamId Stream, TaskId Id, InstanceId Instance, DefinitionId DefinitionId, int DefinitionVersion, ActivityId ActivityId, DossierId? Dossier, int Version, string Title,
    string? Relation, string? Role, TeamId? Team, UserId? Assignee, DateOnly? LastDay, DateTimeOffset? DueAt,
    DateTimeOffset OpenedAt, bool IsEscalated, string? Label);

/// <summary>A task that is no longer open, as it was when it closed, for lists. Writing an open task of this number takes it back.</summary>
/// <param name="Status">completed or withdrawn.</param>
/// <param name="ClosedBy">The actor of the commit that closed it.</param>
/// <param name="Version">The commit that closed it.</param>
public sealed record ClosedTask(
    StreamId Stream, TaskId Id, InstanceId Instance, DefinitionId DefinitionId, int DefinitionVersion, ActivityId ActivityId, DossierId? Dossier, string Title,
    UserId? Assignee, DateTimeOffset OpenedAt, string Status, string? Outcome, ActorId ClosedBy, DateTimeOffset ClosedAt, long Version);

public sealed record DeadlineRow(StreamId Stream, DeadlineId Id, InstanceId? Instance, DossierId? Dossier, DeadlineFor For, string Key, DateOnly? LastDay, DateTimeOffset DueAt);

/// <param name="Status">running, suspended, finished, cancelled or faulted.</param>
public sealed record InstanceRow(
    StreamId Stream, InstanceId Id, DefinitionId DefinitionId, int DefinitionVersion, DossierId? Dossier, InstanceId? Parent, string? Correlation,
    string? Name, string Status, int Incidents, DateTimeOffset StartedAt);

/// <summary>An instance that ended. Writing an open instance of this number takes it back.</summary>
/// <param name="Status">finished, cancelled or faulted.</param>
public sealed record ClosedInstance(
    StreamId Stream, InstanceId Id, DefinitionId DefinitionId, int DefinitionVersion, DossierId? Dossier, DateTimeOffset StartedAt, string Status, DateTimeOffset ClosedAt);

/// <param name="Instance">Null for one of the stream itself; then there is no activity either.</param>
/// <param name="Term">Key of the date of the domain that it is about, or null.</param>
public sealed record IncidentRow(
    StreamId Stream, IncidentId Id, InstanceId? Instance, ActivityId? ActivityId, string? Term, string Code, ImmutableArray<string> Arguments, DateTimeOffset At, string? Label)
{
    public bool Equals(IncidentRow? other) => other is not null && Stream == other.Stream && Id == other.Id && Instance == other.Instance
        && ActivityId == other.ActivityId && Term == other.Term && Code == other.Code && At == other.At && Label == other.Label && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Stream, Id, Code);
}

public sealed record SubscriptionRow(StreamId Stream, WaitId Id, InstanceId Instance, string Name, string? Correlation);

/// <param name="Instance">Who holds it; 0 is the stream itself, for a link.</param>
public sealed record ClaimRow(string Key, StreamId Stream, InstanceId Instance);

/// <param name="Body">JSON text; gone when the message leaves.</param>
public sealed record MessageRow(StreamId Stream, MessageId Id, MessageKind Kind, string Target, string Body, DateTimeOffset NotBefore);

/// <summary>A published version of a definition, always whole: instances run on the document for as long as they last.</summary>
/// <param name="Manifest">The documents that it was published with, see <see cref="Definitions.Manifest"/>.</param>
public sealed record DefinitionRow(DefinitionId DefinitionId, int Version, StreamId Stream, string Hash, string Document, string Manifest, bool IsCurrent, bool IsRetracted);

/// <summary>Everything the lists hold of one stream.</summary>
public sealed record StreamRows(
    ImmutableArray<TaskRow> Tasks, ImmutableArray<DeadlineRow> Deadlines, ImmutableArray<InstanceRow> Instances, ImmutableArray<IncidentRow> Incidents,
    ImmutableArray<SubscriptionRow> Subscriptions, ImmutableArray<ClaimRow> Claims, ImmutableArray<MessageRow> Messages)
{
    public static readonly StreamRows Empty = new([], [], [], [], [], [], []);
}

/// <summary>What one commit changes in the rows: those to write, those to remove, and those that are closed but kept.</summary>
public sealed record RowChanges(
    ImmutableArray<TaskRow> Tasks, ImmutableArray<ClosedTask> ClosedTasks,
    ImmutableArray<DeadlineRow> Deadlines, ImmutableArray<DeadlineId> GoneDeadlines,
    ImmutableArray<InstanceRow> Instances, ImmutableArray<ClosedInstance> ClosedInstances,
    ImmutableArray<IncidentRow> Incidents, ImmutableArray<IncidentId> GoneIncidents,
    ImmutableArray<SubscriptionRow> Subscriptions, ImmutableArray<WaitId> GoneSubscriptions,
    ImmutableArray<ClaimRow> Claims, ImmutableArray<string> GoneClaims,
    ImmutableArray<MessageRow> Messages, ImmutableArray<MessageId> GoneMessages,
    ImmutableArray<DefinitionRow> Definitions);
