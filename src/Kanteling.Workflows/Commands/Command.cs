using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Commands;

/// <summary>Something a person, a timer or a message asks of one stream.</summary>
public abstract record Command;

/// <param name="Version">An exact version, or null for the one that is current.</param>
/// <param name="StartActivity">The trigger that starts it, or null for the flow's own start.</param>
/// <param name="Offer">The line that is begun; null when it begins by itself. Then <see cref="Input"/> is what was filled in, of which the domain makes the input.</param>
/// <param name="Claim">A key that may be held once over all streams, while it runs; null for none beside that of the definition.</param>
public sealed record StartInstance(
    DefinitionId DefinitionId, JsonObject Input, DossierId? Dossier = null, string? Correlation = null, int? Version = null,
    ActivityId? StartActivity = null, string RuleSet = "", Offer? Offer = null, string? Claim = null) : Command;

/// <summary>
/// Something that a published definition offers to begin, in the version that it has when it is decided: so of two who ask in the
/// same second the second is decided on what the first began.
/// </summary>
/// <param name="Id">Which of its offers, as the domain reads them.</param>
public sealed record Offer(DefinitionId Definition, string Id);

/// <param name="Version">The task's version that the person saw.</param>
/// <param name="Outcome">The chosen port; null when it follows from the answers or there is only one.</param>
public sealed record CompleteTask(TaskId Task, int Version, string? Outcome, JsonObject Answers) : Command;

public sealed record AssignTask(TaskId Task, int Version, UserId? To, string? Reason) : Command;

/// <summary>Everything that one user has in a stream goes to another: his open tasks, and what he is to it.</summary>
public sealed record HandOver(UserId From, UserId To, string Reason) : Command;

/// <summary>Takes back a completed step.</summary>
public sealed record ReopenTask(TaskId Task, string Reason) : Command;

/// <param name="Due">The moment the timer saw; when the deadline moved meanwhile, nothing happens.</param>
public sealed record PassDeadline(DeadlineId Deadline, DateTimeOffset Due) : Command;

public sealed record ReceiveEvent(string Name, string? Correlation, JsonNode? Payload, string? Message = null) : Command;

public sealed record ReceiveReply(MessageId Message, string Outcome, int? Status = null, JsonNode? Body = null) : Command;

/// <param name="Values">For repair: variables to set first, by name.</param>
/// <param name="Outcome">For skip: the port to go on with; Done when null.</param>
public sealed record ResolveIncident(IncidentId Incident, Resolution How, string Reason, JsonObject? Values = null, string? Outcome = null) : Command;

public sealed record CancelInstance(InstanceId Instance, string Reason) : Command;

/// <summary>Moves an instance to another version in which all its open steps exist.</summary>
public sealed record MoveInstance(InstanceId Instance, int ToVersion, ImmutableSortedDictionary<ActivityId, ActivityId>? Mapping = null) : Command;

public sealed record ChangeCalendar(string Calendar) : Command;

/// <summary>Links this stream to another. When the domain says that the other has to have a counterpart, the other is asked by a message, and what it says makes the link final or takes it back.</summary>
/// <param name="Payload">What the domain needs to know beside it; not stored itself, only what follows from it.</param>
public sealed record LinkStream(StreamId Other, string Relation, string? Reason, JsonObject? Payload = null) : Command;

/// <summary>The other half of a pair: a stream was linked to this one, and asks it. A refusal is kept as an event, so there is one answer to one message.</summary>
public sealed record AnswerLink(StreamId Other, string Relation, string? Reason, JsonObject? Payload = null) : Command;

/// <summary>Publishes a version of a definition, in the definition's own stream.</summary>
/// <param name="DrawnBy">The actor who drew it; null when nobody did here, as at an import. Somebody else has to ask for it.</param>
/// <param name="Deviation">Why the one who drew it publishes it alone.</param>
public sealed record PublishDefinition(string Document, ActorId? DrawnBy = null, string? Deviation = null) : Command
{
    /// <summary>A copy to try a drawing with: it never becomes current and sets no triggers. Only who names its version starts it.</summary>
    public bool IsTrial { get; init; }

    /// <summary>How it came in without anybody who drew or approved it; null when it was drawn here.</summary>
    public BroughtIn? BroughtIn { get; init; }
}

/// <summary>Asks to take the current version out of use, in the definition's own stream. Nothing changes until another person does it.</summary>
/// <param name="Reason">What an auditor will read.</param>
public sealed record AskRetraction(DefinitionVersion Definition, string Reason) : Command;

/// <summary>Takes out of use what somebody else asked for; refused as long as something needs it.</summary>
public sealed record RetractDefinition(DefinitionVersion Definition) : Command;

/// <summary>Takes one's own asking back.</summary>
public sealed record WithdrawRetraction(DefinitionVersion Definition) : Command;

/// <summary>Leaves the version in use that somebody else wanted out of it.</summary>
/// <param name="Reason">For who asked, and for an auditor.</param>
public sealed record RefuseRetraction(DefinitionVersion Definition, string Reason) : Command;

/// <summary>Proposes other words for a version of a document, in the stream of the document.</summary>
/// <param name="Text">The whole document in its new words.</param>
/// <param name="Reason">What an auditor will read.</param>
public sealed record ProposeCorrection(DocumentVersion Document, string Text, string Reason) : Command;

/// <summary>Makes proposed words count; somebody else than who proposed them asks it.</summary>
public sealed record ApproveCorrection(CorrectionId Correction) : Command;

/// <summary>Takes a proposal away that nobody approved yet.</summary>
public sealed record WithdrawCorrection(CorrectionId Correction) : Command;

/// <summary>Marks content as erased; the store empties the slots in the same transaction.</summary>
/// <param name="Blobs">Bytes that stand apart, to be destroyed with it; null for none.</param>
public sealed record EraseContent(ImmutableArray<SlotAddress> Slots, string Ground, ImmutableArray<BlobAddress>? Blobs = null) : Command;

/// <summary>Puts a file that was sent before with a procedure, for good.</summary>
/// <param name="Upload">The id that the sender got for it.</param>
/// <param name="Note">What the file is, in the sender's words.</param>
public sealed record AttachFile(UploadId Upload, DossierId Dossier, string? Note) : Command;

/// <summary>Destroys procedures whose retention is over, with every commit that names nothing else; what is left of the stream goes on.</summary>
/// <param name="Ground">The legal ground, as a code.</param>
public sealed record DestroyDossiers(ImmutableArray<DossierId> Dossiers, string Ground) : Command;

/// <summary>Destroys a stream whole. What is left is a signed <see cref="Declaration"/>.</summary>
/// <param name="Ground">The legal ground, as a code.</param>
/// <param name="IsRepeat">It was destroyed before and a backup brought it back: what runs in the backup keeps nothing.</param>
public sealed record DestroyStream(string Ground, bool IsRepeat = false) : Command;

/// <summary>Who asks, and under which key of his own, so that asking twice has one effect.</summary>
/// <param name="Key">A client's Idempotency-Key, a deadline with its due moment, or a message's id. Only what <see cref="RingKey"/> makes of it is stored.</param>
/// <param name="Actor">Such as <c>user:anna</c>, <c>timer</c> or <c>message</c>.</param>
/// <param name="Door">Through which door, one of <see cref="Doors"/> or a word of the host: the same key at another door is another command.</param>
/// <param name="IsPerson">A person's refusal is an answer; a timer's or a message's failure becomes an incident.</param>
public sealed record Asking(string Key, ActorId Actor, string Door, bool IsPerson)
{
    public static Asking Person(UserId user, string key, string door = Doors.Web) => new(key, user.Actor, door, true);

    public static Asking Timer(string key) => new(key, ActorId.Timer, Doors.Timer, false);

    public static Asking Message(string key) => new(key, ActorId.Message, Doors.Message, false);

    /// <summary>What time and messages ask may come again, but never as another request.</summary>
    public bool NeedsSeal => IsPerson;
}

/// <summary>The doors of the engine.</summary>
public static class Doors
{
    public const string Web = "web";
    public const string Timer = "timer";
    public const string Message = "message";
}
