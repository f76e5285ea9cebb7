using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Instances;

/// <summary>
/// The state of one stream: what <c>Applier</c> makes of its events. It never holds a definition and never
/// a date that was not in an event. Immutable: a decision works on its own copy and a refusal changes nothing.
/// </summary>
/// <param name="Stream">Random, opaque id of the stream.</param>
/// <param name="Version">Number of commits; 0 for a stream that does not exist yet.</param>
/// <param name="NextId">The next number for an instance, execution, task, deadline, message or incident.</param>
/// <param name="LastAt">The moment of the last commit; time never goes back within a stream.</param>
/// <param name="Domain">The domain part, which the engine never looks into.</param>
/// <param name="Instances">The open instances; finished ones leave.</param>
/// <param name="Terms">Deadlines that belong to no instance: the domain's terms and a definition's triggers.</param>
/// <param name="Messages">Outgoing messages that were not answered yet.</param>
/// <param name="Published">What this stream says of a definition, when it is a definition's stream.</param>
public sealed record Case(
    StreamId Stream,
    long Version,
    long NextId,
    DateTimeOffset LastAt,
    object Domain,
    ImmutableSortedDictionary<InstanceId, Instance> Instances,
    ImmutableSortedDictionary<DeadlineId, Deadline> Terms,
    ImmutableSortedDictionary<MessageId, Message> Messages,
    ImmutableSortedDictionary<int, PublishedDefinition> Published)
{
    /// <summary>Open incidents of the stream itself, by number; those of steps stand with their instance.</summary>
    public ImmutableSortedDictionary<IncidentId, Incident> Incidents { get; init; } = ImmutableSortedDictionary<IncidentId, Incident>.Empty;

    /// <summary>A link that waits for the other stream; null for none.</summary>
    public PendingLink? Link { get; init; }

    /// <summary>That somebody wants the current version out of use, when this is a definition's stream; null when nobody does.</summary>
    public PendingRetraction? Retraction { get; init; }

    /// <summary>Dates of the domain that somebody passed over, by key: not set again for this very moment.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> PassedOver { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>What this stream says of other words for a document, by number, when it is a document's stream.</summary>
    public ImmutableSortedDictionary<CorrectionId, Correction> Corrections { get; init; } = ImmutableSortedDictionary<CorrectionId, Correction>.Empty;

    /// <summary>Those of one version that count, in order: the last is what is read now.</summary>
    public IEnumerable<Correction> CorrectionsOf(DocumentVersion document) => Corrections.Values.Where(c => c.Document == document && c.IsApproved);

    /// <summary>The files that were put with its procedures, by number; their bytes stand apart.</summary>
    public ImmutableSortedDictionary<FileId, AttachedFile> Files { get; init; } = ImmutableSortedDictionary<FileId, AttachedFile>.Empty;

    public static Case Empty(StreamId stream, object domain) => new(
        stream, 0, 1, DateTimeOffset.MinValue, domain,
        ImmutableSortedDictionary<InstanceId, Instance>.Empty,
        ImmutableSortedDictionary<DeadlineId, Deadline>.Empty,
        ImmutableSortedDictionary<MessageId, Message>.Empty,
        ImmutableSortedDictionary<int, PublishedDefinition>.Empty);

    /// <summary>The open tasks of all instances.</summary>
    public IEnumerable<WorkTask> OpenTasks => Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => w.Task);

    /// <summary>The open task with this number, or null.</summary>
    public WorkTask? FindTask(TaskId id) =>
        Instances.Values.Select(i => i.Waits.GetValueOrDefault(id.Wait) as TaskWait).FirstOrDefault(w => w is not null)?.Task;

    /// <summary>The pending deadline with this number, of an instance or of the stream itself, or null.</summary>
    public Deadline? FindDeadline(DeadlineId id) =>
        Terms.GetValueOrDefault(id)
        ?? Instances.Values.Select(i => i.Waits.GetValueOrDefault(id.Wait) as DeadlineWait).FirstOrDefault(w => w is not null)?.Deadline;

    /// <summary>Every pending deadline: of the stream itself, and of its steps.</summary>
    public IEnumerable<Deadline> PendingDeadlines =>
        Terms.Values.Concat(Instances.Values.SelectMany(i => i.Waits.Values.OfType<DeadlineWait>()).Select(w => w.Deadline));

    /// <summary>The open incident with this number, or null.</summary>
    public Incident? FindIncident(IncidentId id) =>
        Incidents.GetValueOrDefault(id) ?? Instances.Values.Select(i => i.Incidents.GetValueOrDefault(id)).FirstOrDefault(i => i is not null);

    /// <summary>Every open incident: of the stream itself, and of its steps.</summary>
    public IEnumerable<Incident> OpenIncidents => Incidents.Values.Concat(Instances.Values.SelectMany(i => i.Incidents.Values));

    /// <summary>Whether this date passed at this moment and its consequences were dropped: it waits for somebody, or was passed over.</summary>
    public bool IsHeld(string term, DateTimeOffset dueAt) =>
        (PassedOver.TryGetValue(term, out var moment) && moment == dueAt) || Incidents.Values.Any(i => i.Pending.Term is { } held && held.Key == term && held.DueAt == dueAt);
}

/// <summary>A file with a procedure.</summary>
/// <param name="Words">Its name and type, and what was said of it: an object with name, type and note.</param>
/// <param name="IsErased">The bytes were destroyed.</param>
public sealed record AttachedFile(FileId Id, DossierId Dossier, Blob Bytes, Content Words, DateTimeOffset At, bool IsErased = false);

/// <summary>One published version in a definition's stream.</summary>
/// <param name="IsCurrent">The version that new instances start on.</param>
public sealed record PublishedDefinition(int Version, string Hash, bool IsCurrent, bool IsRetracted);

/// <summary>A retraction that waits for another person.</summary>
/// <param name="Version">The version that was current when it was asked.</param>
/// <param name="Reason">Why; without text once it was erased.</param>
public sealed record PendingRetraction(int Version, ActorId By, Content Reason, DateTimeOffset At);
