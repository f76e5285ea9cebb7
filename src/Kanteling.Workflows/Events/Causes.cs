using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

// The first event of every commit: the accepted command with all its input.

/// <summary>An instance began; also a consequence, for a child. Moments come from the commit.</summary>
/// <param name="StartActivity">The trigger that started it, or null for the flow's own start.</param>
/// <param name="Hash">SHA-256 of the definition's document, so that "which drawing was this" can be proved.</param>
public sealed record InstanceStarted(
    InstanceId Instance, DefinitionVersion Definition, string Hash, string RuleSet, DossierId? Dossier, ParentExecution? Parent,
    Content? Correlation, Content? Claim, ActivityId? StartActivity, Content Input) : WorkflowEvent
{
    /// <summary>What was offered, and in which version; null when it was begun by itself.</summary>
    public TakenOffer? Offer { get; init; }
}

/// <param name="Id">Which of the offers of that version.</param>
public sealed record TakenOffer(DefinitionVersion Definition, string Id);

/// <param name="Outcome">The port: chosen by the person, or computed from the answers.</param>
public sealed record TaskCompleted(TaskId Task, string Outcome, Content Answers) : WorkflowEvent;

/// <summary>The last completed step was taken back; what followed it is in the consequences.</summary>
/// <param name="CompletedAt">The version of the commit in which it had been completed.</param>
public sealed record TaskReopened(TaskId Task, long CompletedAt, Content Reason) : WorkflowEvent;

public sealed record TaskAssigned(TaskId Task, UserId? From, UserReference? To, Content? Reason) : WorkflowEvent;

/// <summary>Everything that one user had in this stream went to another; what it was is in the consequences.</summary>
public sealed record HandedOver(UserId From, UserReference To, Content Reason) : WorkflowEvent;

/// <param name="Due">The moment it was due, from which a recurrence counts.</param>
/// <param name="Late">True when it passed later than it should because the program stood still.</param>
public sealed record DeadlinePassed(DeadlineId Deadline, DateTimeOffset Due, bool Late) : WorkflowEvent;

/// <param name="Message">Stable id of the message that brought it, or null when a program posted it.</param>
public sealed record EventReceived(string Name, Content? Correlation, Content Payload, string? Message) : WorkflowEvent;

/// <param name="Outcome">How it ended: delivered, a status class, a time-out, spent, or withdrawn with its instance.</param>
/// <param name="Status">The HTTP status, when there was one.</param>
public sealed record ReplyReceived(MessageId Message, string Outcome, int? Status, Content? Body) : WorkflowEvent;

/// <summary>What an execution waited for became true; a consequence of whatever made it so.</summary>
public sealed record ConditionMet(ExecutionId Execution) : WorkflowEvent;

public enum Resolution { Retry, Repair, Skip }

/// <param name="Values">For repair: variables to set first, by name. For skip: the outcome to go on with.</param>
public sealed record IncidentResolved(IncidentId Incident, Resolution How, Content? Values, string? Outcome, Content Reason) : WorkflowEvent;

public sealed record InstanceCancelled(InstanceId Instance, Content Reason) : WorkflowEvent;

/// <param name="Mapping">Old activity id to new, for those that differ.</param>
public sealed record InstanceMoved(InstanceId Instance, DefinitionVersion From, DefinitionVersion To, ImmutableSortedDictionary<ActivityId, ActivityId> Mapping) : WorkflowEvent;

/// <param name="Calendar">Version of the calendar of holidays that counts from here.</param>
public sealed record CalendarChanged(string Calendar) : WorkflowEvent;

/// <param name="Slots">Which slots were emptied: commit version and slot number.</param>
/// <param name="Ground">The legal ground, as a code.</param>
/// <param name="Blobs">Which bytes that stood apart were destroyed; null for none.</param>
public sealed record ContentErased(ImmutableArray<SlotAddress> Slots, string Ground, ImmutableArray<BlobAddress>? Blobs = null) : WorkflowEvent;

public readonly record struct SlotAddress(long Version, int Slot);

/// <summary>A file was put with a procedure.</summary>
/// <param name="File">Its number in the stream.</param>
/// <param name="Words">Name and type of the file, and what was said of it: name, type and note.</param>
public sealed record FileAttached(FileId File, DossierId Dossier, Blob Bytes, Content Words) : WorkflowEvent;

/// <summary>
/// Procedures whose retention is over were destroyed. The lists are whole: of what was destroyed in this stream before, it names the
/// bodies and slots too, so that the commits that said so need not be kept.
/// </summary>
/// <param name="Bodies">Commits of which nonce, body and slots are gone.</param>
/// <param name="Slots">Emptied slots of commits that stay, because they name something else as well.</param>
/// <param name="Ground">The legal ground, as a code.</param>
public sealed record DossiersDestroyed(
    ImmutableArray<DossierId> Dossiers, string Ground, ImmutableArray<DestroyedBodies> Bodies, ImmutableArray<SlotAddress> Slots) : WorkflowEvent;

/// <summary>Commits in a row, both ends included, that were destroyed on one ground.</summary>
public readonly record struct DestroyedBodies(long From, long To, string Ground)
{
    /// <summary>Whether this commit is one of them.</summary>
    public bool Has(long version) => From <= version && version <= To;

    /// <summary>The commits, one by one.</summary>
    [JsonIgnore]
    public IEnumerable<long> Versions
    {
        get
        {
            for (var version = From; version <= To; version++)
                yield return version;
        }
    }
}

/// <summary>
/// The last that is known of a stream that was destroyed whole. It is in no database: its hash stands in the
/// <see cref="Declaration"/> that is left.
/// </summary>
public sealed record StreamDestroyed(string Ground) : WorkflowEvent;

public sealed record StreamLinked(StreamId Other, string Relation, Content? Reason) : WorkflowEvent;

/// <summary>
/// Another stream asked to be linked, and this one cannot have it. It changes nothing here; it is kept so that who asks again, by
/// the same message, always gets the same answer.
/// </summary>
/// <param name="Relation">What the other would have been to this stream.</param>
/// <param name="Reasons">The refusals: a list of code, arguments and field.</param>
public sealed record LinkRefused(StreamId Other, string Relation, Content Reasons) : WorkflowEvent;

/// <summary>A version of a definition was published; its document is kept whole, by the hash that instances name.</summary>
/// <param name="DrawnBy">The actor who drew it, or null when nobody did here.</param>
/// <param name="Pins">The documents that its steps use from here on, whatever comes later.</param>
/// <param name="Deviation">Why nobody else approved it.</param>
public sealed record DefinitionPublished(DefinitionVersion Definition, string Hash, Content Document, ImmutableArray<Pin> Pins, ActorId? DrawnBy = null, Content? Deviation = null) : WorkflowEvent
{
    /// <summary>A copy to try a drawing with: it does not become current.</summary>
    // Left out when false: the bytes of every other publishing are as they always were.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTrial { get; init; }

    /// <summary>How it came in when nobody drew it here: then nobody approved it either. Null for what was drawn, and before this was recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BroughtIn? BroughtIn { get; init; }
}

/// <summary>How a definition came to be published without anybody who approved it. Stored by its name.</summary>
public enum BroughtIn
{
    /// <summary>By the program itself, from the folder that it came with.</summary>
    AtStart,

    /// <summary>By who runs the program, from a file.</summary>
    FromFile,
}

/// <summary>Somebody other than who drew it approved a version; a consequence of its publishing.</summary>
public sealed record DefinitionApproved(DefinitionVersion Definition, ActorId By) : WorkflowEvent;

/// <summary>The version is out of use: nothing new begins on it.</summary>
public sealed record DefinitionRetracted(DefinitionVersion Definition) : WorkflowEvent
{
    /// <summary>Who asked for it, never who did it; null from before two persons were needed.</summary>
    // Left out when null: the bytes of those are as they always were.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ActorId? AskedBy { get; init; }
}

/// <summary>Somebody wants the current version out of use. Nothing changes until another person retracts it; a newer version makes it void.</summary>
public sealed record RetractionAsked(DefinitionVersion Definition, ActorId By, Content Reason) : WorkflowEvent;

/// <summary>Who asked for it takes it back.</summary>
public sealed record RetractionWithdrawn(DefinitionVersion Definition) : WorkflowEvent;

/// <summary>Another person leaves the version in use.</summary>
/// <param name="By">Never who asked.</param>
public sealed record RetractionRefused(DefinitionVersion Definition, ActorId By, Content Reason) : WorkflowEvent;

/// <summary>
/// Somebody wants other words in a version of a document, in all versions of definitions that pin it. It stands in the stream of
/// the document; nothing changes until another person approves it. Takes the place of a proposal for the same version.
/// </summary>
/// <param name="Replaces">Hash of the text that it replaces, in hex.</param>
/// <param name="Hash">Hash of the new text, in hex.</param>
/// <param name="Text">The whole document in its new words; the old one stays where it is.</param>
/// <param name="By">Who proposed it.</param>
public sealed record CorrectionProposed(CorrectionId Correction, DocumentVersion Document, string Replaces, string Hash, Content Text, Content Reason, ActorId By) : WorkflowEvent;

/// <summary>From here on the new words are what readers of that version see.</summary>
/// <param name="By">Never who proposed it.</param>
public sealed record CorrectionApproved(CorrectionId Correction, ActorId By) : WorkflowEvent;

/// <summary>A proposal that nobody approved was taken back.</summary>
public sealed record CorrectionWithdrawn(CorrectionId Correction) : WorkflowEvent;
