using System.Collections.Immutable;

namespace Kanteling.Workflows.Storage.Lists;

// What a list is asked. What is null or empty does not narrow it.

/// <summary>Open tasks, by due moment and then by age; those without a due moment last.</summary>
/// <param name="Roles">Addressed to one of these.</param>
/// <param name="OnlyUnassigned">Nobody has it yet.</param>
public sealed record TaskQuestion(
    ImmutableArray<string> Roles = default, TeamId? Team = null, UserId? Assignee = null, StreamId? Stream = null, DossierId? Dossier = null,
    DateTimeOffset? DueBefore = null, bool OnlyUnassigned = false);

/// <summary>Closed tasks, the last one first.</summary>
/// <param name="Without">Not of these streams.</param>
public sealed record ClosedTaskQuestion(ActorId? ClosedBy = null, StreamId? Stream = null, DossierId? Dossier = null, DateTimeOffset? Since = null)
{
    public IReadOnlyCollection<StreamId> Without { get; init; } = [];
}

/// <summary>Open instances, the oldest first.</summary>
/// <param name="Status">running or suspended.</param>
public sealed record InstanceQuestion(
    DefinitionId? DefinitionId = null, int? DefinitionVersion = null, StreamId? Stream = null, DossierId? Dossier = null, string? Status = null);

/// <summary>Closed instances, the last one first.</summary>
public sealed record ClosedInstanceQuestion(DefinitionId? DefinitionId = null, StreamId? Stream = null, DateTimeOffset? Since = null);

/// <summary>Open incidents, the oldest first.</summary>
public sealed record IncidentQuestion(StreamId? Stream = null, string? Code = null);
