using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>
/// The seam between the engine and what the cases are about: one record of pure functions. The engine carries the
/// state along, stores its events and its snapshot, and never looks inside.
/// </summary>
/// <param name="Empty">The state of a stream in which nothing happened.</param>
/// <param name="Apply">State and event to state. Total: it cannot refuse, and it tolerates erased content.</param>
/// <param name="Check">Sentences that must be true after a decision; asked with the state before and after.</param>
/// <param name="Context">What expressions may read. A public contract: fields are added, never renamed.</param>
/// <param name="Environment">What expressions may know of the world: the moment, and working days by the given calendar.</param>
/// <param name="Terms">All dates that the state has running; the engine sets, moves and cancels deadlines to match. Asked only when the state or the calendar changed.</param>
/// <param name="Passed">What follows when one of those terms passes; among it an event after which the term is no longer running, or has another date.</param>
/// <param name="Reopened">Events that take back in the domain what one commit of a dossier had added.</param>
/// <param name="Holder">Who holds a relation now: a user's id and a team's, either may be null.</param>
/// <param name="Label">How a person recognises this stream in a list.</param>
/// <param name="Codec">How its events and state are stored.</param>
public sealed record Domain(
    object Empty,
    Func<object, object, object> Apply,
    Func<object, object, IReadOnlyList<Refusal>> Check,
    Func<object, DossierId?, FeelContext> Context,
    FeelType.Context ContextSchema,
    Func<Given, DateTimeOffset, FeelEnvironment> Environment,
    Func<object, Given, IReadOnlyList<Term>> Terms,
    Func<object, Term, DateTimeOffset, IReadOnlyList<Effect>> Passed,
    Func<ReopenedStep, Reopening> Reopened,
    Func<object, string, DossierId?, RelationHolder> Holder,
    Func<object, string?> Label,
    DomainCodec Codec)
{
    /// <summary>Whether the state has a procedure with this id; an event may only name one that there is.</summary>
    public Func<object, DossierId, bool> HasDossier { get; init; } = (_, _) => true;

    /// <summary>What follows in the domain when this stream is linked to another; nothing unless the domain says so.</summary>
    public Func<object, NewLink, Given, IReadOnlyList<object>> Linked { get; init; } = (_, _, _) => [];

    /// <summary>What stands against a link in this stream. Asked of both of a pair, each in its own relation.</summary>
    public Func<object, NewLink, Given, IReadOnlyList<Refusal>> MayLink { get; init; } = (_, _, _) => [];

    /// <summary>What the other of a pair is asked; null when a link is of this stream alone. Asked with the state before the link.</summary>
    public Func<object, NewLink, Counterpart?> Counterpart { get; init; } = (_, _) => null;

    /// <summary>What takes a link back that the other refused: the state has what is restored.</summary>
    public Func<object, NewLink, ImmutableArray<Refusal>, IReadOnlyList<object>> Unlinked { get; init; } = (_, _, _) => [];

    /// <summary>
    /// The start as it is carried out, or what stands against it. Asked for what a person starts, and for whatever takes an offer; never in a trial. What a program
    /// starts otherwise begins, and its first step says what is wrong with it.
    /// </summary>
    public Func<NewStart, Given, StartAnswer> Starts { get; init; } = (start, _) => new(start.Command, []);

    /// <summary>Which documents the steps of a definition use, in the version that they are in now: what publishing it pins. None unless the domain says so.</summary>
    public Func<WorkflowDefinition, Given, Pinning> Pins { get; init; } = (_, _) => Pinning.None;

    /// <summary>Whether a text may take the place of the one that a version of a document has now: other words, the same questions. Never unless the domain says so.</summary>
    public Func<DocumentVersion, string, Given, Rewording> Reword { get; init; } = (document, _, _) => Rewording.Refused(Refusal.Of(RefusalCode.DocumentNotFound, document.Kind, document.Id));

    /// <summary>Who a user is to whom an open task is given, or why it cannot be his. Nobody is known unless the domain says so.</summary>
    public Func<Assigning, Given, Assignment> Assigned { get; init; } = (asked, _) => Assignment.Refused(Refusal.Of(RefusalCode.UserUnknown, asked.To.Text));

    /// <summary>What changes in the domain when a user takes over from another, or why he cannot. Nobody is known unless the domain says so.</summary>
    public Func<Handover, Given, DateTimeOffset, Handing> HandedOver { get; init; } = (asked, _, _) => new Handing(null, [], Refusal.Of(RefusalCode.UserUnknown, asked.To.Text));

    /// <summary>Why a task cannot be addressed so: it would be in nobody's list. Asked of every task that opens or is addressed anew.</summary>
    public Func<TaskAddress, Given, Refusal?> Unaddressed { get; init; } = (_, _) => null;

    /// <summary>What the input of a flow names and is not there at that moment. Asked wherever a flow starts.</summary>
    public Func<JsonObject, Given, DateTimeOffset, IReadOnlyList<Refusal>> Unknown { get; init; } = (_, _, _) => [];

    /// <summary>What a definition names and is not there, besides the documents of <see cref="Pins"/>.</summary>
    public Func<WorkflowDefinition, Given, IEnumerable<Finding>> Dangling { get; init; } = (_, _) => [];

    /// <summary>
    /// What else than the steps of other definitions needs this one to be published: what begins it by name, or offers it. Asked before it is
    /// retracted.
    /// </summary>
    public Func<DefinitionId, PublishedFlows, IEnumerable<Refusal>> Needs { get; init; } = (_, _) => [];

    /// <summary>The dossiers that one of its events names; a body that names one is kept as long as the longest of them. Asked with the state before the commit and with the one after it.</summary>
    public Func<object, object, IEnumerable<DossierId>> Named { get; init; } = (_, _) => [];

    /// <summary>
    /// What is left when these dossiers are destroyed, or all of them when none is named, and what stands against it.
    /// In what is left is no content of those dossiers.
    /// </summary>
    public Func<object, ImmutableHashSet<DossierId>?, Destruction> Destroyed { get; init; } = (state, _) => new(state, [Refusal.Of(RefusalCode.NothingToDestroy)]);

    /// <summary>The state after one event of a stream, for who reads only what the domain says.</summary>
    public object After(object state, WorkflowEvent e) => e switch
    {
        DomainEvent x => Apply(state, x.Event),
        Checkpointed x => x.Domain.State,
        _ => state,
    };
}

/// <summary>What a destruction would leave of the state, or why it may not be.</summary>
public sealed record Destruction(object State, ImmutableArray<Refusal> Refusals);

/// <summary>An open task that somebody gives to a user.</summary>
/// <param name="State">The domain state, which knows who holds what.</param>
public sealed record Assigning(object State, WorkTask Task, UserId To);

/// <summary>The user as the event names him, or why not.</summary>
public sealed record Assignment(UserReference? User, Refusal? Why)
{
    public static Assignment Refused(Refusal why) => new(null, why);
}

/// <summary>A user takes over from another.</summary>
/// <param name="State">The domain state, which knows what he is to it.</param>
/// <param name="Tasks">All open tasks of the stream.</param>
public sealed record Handover(object State, UserId From, UserId To, ImmutableArray<WorkTask> Tasks);

/// <param name="To">Who takes over, as the events name him; null when he cannot.</param>
/// <param name="Events">What changes; nothing when he was nothing to it.</param>
public sealed record Handing(UserReference? To, ImmutableArray<object> Events, Refusal? Why = null);

/// <summary>A link that is being made, always in a pair: each of the two streams gets its own.</summary>
/// <param name="Payload">What the domain was told beside it; null for nothing.</param>
public sealed record NewLink(StreamId Other, string Relation, string? Reason, JsonObject? Payload, DateTimeOffset At);

/// <summary>What the other of two streams is asked.</summary>
/// <param name="Relation">What this stream is to the other.</param>
/// <param name="Payload">What it has to know; null for nothing.</param>
public sealed record Counterpart(string Relation, JsonObject? Payload);

/// <summary>A start that is decided.</summary>
/// <param name="State">The domain before it.</param>
/// <param name="First">The first step that does something; null when there is none, or when more than one begins.</param>
/// <param name="Offering">The definition that offers it, as it is published now; null when it begins by itself.</param>
/// <param name="Running">The instances that are open.</param>
public sealed record NewStart(object State, StartInstance Command, ActivityNode? First, CompiledDefinition? Offering, ImmutableArray<Instance> Running)
{
    public required DateTimeOffset At { get; init; }
}

/// <param name="Command">With the input and the procedure that it begins with.</param>
public sealed record StartAnswer(StartInstance Command, ImmutableArray<Refusal> Refusals)
{
    public static StartAnswer Refused(StartInstance command, params ImmutableArray<Refusal> refusals) => new(command, refusals);
}

/// <summary>Other words for a document, as they would be kept.</summary>
/// <param name="Replaces">Hash of the text that is there now, in hex.</param>
/// <param name="Hash">Hash of the new one, in hex.</param>
/// <param name="Text">The new one, as it is written.</param>
public sealed record Rewording(string Replaces, string Hash, string Text, ImmutableArray<Refusal> Refusals)
{
    public static Rewording Refused(params ImmutableArray<Refusal> refusals) => new("", "", "", refusals);
}

/// <summary>A date that the domain has running.</summary>
/// <param name="Key">Unique within the stream; the same key with another date is a deadline that moved.</param>
/// <param name="Explanation">How the date was computed, step by step.</param>
public sealed record Term(string Key, DossierId? Dossier, DateOnly? LastDay, DateTimeOffset DueAt, Explanation Explanation);

public readonly record struct RelationHolder(UserId? User, TeamId? Team);

/// <summary>A completed step that a person wants back.</summary>
/// <param name="Before">The domain state before the step was completed.</param>
/// <param name="After">The domain state right after that commit.</param>
/// <param name="Now">The domain state at present.</param>
public sealed record ReopenedStep(object Before, object After, object Now, DossierId? Dossier);

/// <summary>Either events that take it back, or the reasons why it cannot be.</summary>
public sealed record Reopening(ImmutableArray<object> Events, ImmutableArray<Refusal> Refusals);
