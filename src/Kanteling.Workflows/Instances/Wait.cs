using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Instances;

/// <summary>Something outside the decision that an open execution waits for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(TaskWait), "task")]
[JsonDerivedType(typeof(DeadlineWait), "deadline")]
[JsonDerivedType(typeof(EventWait), "event")]
[JsonDerivedType(typeof(ReplyWait), "reply")]
[JsonDerivedType(typeof(ChildWait), "child")]
[JsonDerivedType(typeof(ConditionWait), "condition")]
public abstract record Wait(WaitId Id, ExecutionId Execution);

public sealed record TaskWait(WaitId Id, ExecutionId Execution, WorkTask Task) : Wait(Id, Execution);

public sealed record DeadlineWait(WaitId Id, ExecutionId Execution, Deadline Deadline) : Wait(Id, Execution);

/// <param name="Correlation">Null takes every event of this name.</param>
public sealed record EventWait(WaitId Id, ExecutionId Execution, string Name, Content? Correlation) : Wait(Id, Execution)
{
    /// <summary>Whether an event with this correlation is waited for; an erased one never comes.</summary>
    public bool IsFor(string name, string? correlation) => Name == name && (Correlation is null || (Correlation.AsString() is { } own && own == correlation));
}

/// <summary>Waits for the answer to an outgoing message; the wait's number is the message's.</summary>
public sealed record ReplyWait(WaitId Id, ExecutionId Execution) : Wait(Id, Execution)
{
    [JsonIgnore]
    public MessageId Message => new(Id.Number);
}

/// <summary>Waits for another instance of this stream; the wait's number is that instance's.</summary>
public sealed record ChildWait(WaitId Id, ExecutionId Execution) : Wait(Id, Execution)
{
    [JsonIgnore]
    public InstanceId Instance => new(Id.Number);
}

/// <param name="Input">The input of the step, in the drawing, that holds the condition. Looked at after every decision; the execution goes on when it is true.</param>
public sealed record ConditionWait(WaitId Id, ExecutionId Execution, string Input) : Wait(Id, Execution);

/// <summary>A piece of work for a person.</summary>
/// <param name="Id">Counter of the stream; outside it is <c>{stream}-{id}</c>.</param>
/// <param name="Version">Goes up when somebody changes this task; it is the user's ETag.</param>
/// <param name="Words">Its title, why it exists and how its ways out are called: content, because a drawing may compute them.</param>
/// <param name="Form">The form that was pinned when the task opened, or null for a task without questions.</param>
/// <param name="Ports">What the person may choose; empty when the outcome follows from the answers.</param>
/// <param name="Answers">What is filled in already: prepared values, or the earlier answers of a reopened task.</param>
public sealed record WorkTask(
    TaskId Id,
    InstanceId Instance,
    ExecutionId Execution,
    ActivityId ActivityId,
    string ActivityType,
    DossierId? Dossier,
    int Version,
    Content Words,
    TaskAddress Address,
    UserId? Assignee,
    DocumentReference? Form,
    ImmutableArray<string> Ports,
    TaskDue? Due,
    Because Because,
    Content? Answers,
    DateTimeOffset OpenedAt,
    bool IsEscalated = false)
{
    /// <summary>Empty when its words were erased.</summary>
    [JsonIgnore]
    public string Title => TaskWords.Title(Words);

    /// <summary>Why it exists, in words from the drawing; or null.</summary>
    [JsonIgnore]
    public string? Reason => TaskWords.Reason(Words);

    /// <summary>The ports with how they are called.</summary>
    [JsonIgnore]
    public ImmutableArray<TaskOutcome> Outcomes => TaskWords.Outcomes(Words, Ports);
}

/// <summary>Who it is for: a relation to the dossier before a role, a role before nobody.</summary>
/// <param name="Relation">Such as the professional in charge of the dossier; the domain says who that is now.</param>
public sealed record TaskAddress(string? Relation, string? Role, TeamId? Team);

/// <summary>A form, letter or guide of the register, in exactly this version.</summary>
/// <param name="Hash">SHA-256 of the document as it was, in hex.</param>
public sealed record DocumentReference(string Id, int Version, string Hash);

/// <param name="Port">The connection that is followed.</param>
/// <param name="Consequence">What happens next, in words for the person who chooses; or null.</param>
public sealed record TaskOutcome(string Port, string Label, string? Consequence = null);

/// <param name="LastDay">The last day on which it is in time.</param>
/// <param name="DueAt">The first moment at which it is late.</param>
/// <param name="Explanation">How the day was computed, step by step.</param>
public sealed record TaskDue(DateOnly? LastDay, DateTimeOffset DueAt, Explanation Explanation);

/// <summary>Why a task exists.</summary>
/// <param name="Version">The commit that opened it.</param>
/// <param name="Sources">Articles and requirement ids.</param>
public sealed record Because(long Version, ImmutableArray<string> Sources);

public enum DeadlineFor { Wait, Task, Term, Trigger }

/// <summary>A moment at which something must happen. Rows of pending ones are the truth that timers sweep.</summary>
/// <param name="Key">Which deadline of its owner this is, such as <c>due</c> or <c>reminder</c>; a term's own key.</param>
/// <param name="LastDay">The last day that is still in time, for a deadline on a date.</param>
/// <param name="DueAt">The moment it passes, half-open: at this very moment it is late.</param>
public sealed record Deadline(
    DeadlineId Id,
    InstanceId? Instance,
    ExecutionId? Execution,
    DossierId? Dossier,
    DeadlineFor For,
    string Key,
    DateOnly? LastDay,
    DateTimeOffset DueAt,
    Explanation Explanation);

public enum MessageKind { Http, StartInstance, DeliverEvent, LinkStream }

/// <summary>Work for outside this stream, sent at least once under a stable id.</summary>
/// <param name="Target">A stream, a host, or an event's name: a JSON string.</param>
public sealed record Message(
    MessageId Id, MessageKind Kind, Content Target, Content Body, InstanceId? Instance, ExecutionId? Execution, DateTimeOffset NotBefore);
