using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Activities;

/// <summary>What an activity asks of the engine. Effects are data: the burst carries them out, in order.</summary>
public abstract record Effect;

/// <summary>The step is done; connections from these ports are followed.</summary>
/// <param name="Output">Goes to the variable that the drawing bound to <c>result</c>.</param>
public sealed record Complete(ImmutableArray<string> Outcomes, JsonNode? Output = null) : Effect
{
    public static readonly ImmutableArray<string> Done = ["Done"];

    public Complete() : this(Done) { }

    public Complete(string outcome, JsonNode? output = null) : this([outcome], output) { }
}

/// <summary>Runs a nested activity; its end comes back as <see cref="ChildCompleted"/>.</summary>
public sealed record Schedule(ActivityNode Node) : Effect
{
    /// <summary>Values in the scope of the nested execution, such as its own item of a list.</summary>
    public ImmutableArray<KeyValuePair<string, JsonNode?>> Locals { get; init; } = [];
}

/// <summary>Work for a person; its completion comes back as <see cref="TaskDone"/>.</summary>
public sealed record OpenTask(
    string Title, TaskAddress Address, DocumentReference? Form, ImmutableArray<TaskOutcome> Outcomes, TaskDue? Due = null,
    ImmutableArray<string> Sources = default, string? Because = null, JsonNode? Answers = null) : Effect;

/// <summary>Marks the execution's open task as escalated, and addresses it anew when an address is given.</summary>
public sealed record EscalateTask(TaskAddress? Address = null) : Effect;

/// <summary>The execution's open task goes on with this form; who has it before him reads it anew.</summary>
public sealed record RenewTask(DocumentReference? Form) : Effect;

/// <summary>Passes as <see cref="DeadlineDue"/> with the same key.</summary>
/// <param name="For">Whether the execution itself waits for it, or its task has it.</param>
public sealed record SetDeadline(string Key, DateTimeOffset DueAt, DateOnly? LastDay = null, Explanation Explanation = default, DeadlineFor For = DeadlineFor.Wait) : Effect;

public sealed record AwaitEvent(string Name, string? Correlation) : Effect;

/// <param name="Input">The input of this step that holds the condition.</param>
public sealed record AwaitCondition(string Input) : Effect;

/// <summary>An outgoing message.</summary>
/// <param name="AwaitReply">The execution goes on when the answer comes back as <see cref="ReplyCame"/>.</param>
public sealed record Send(MessageKind Kind, string Target, JsonNode Body, bool AwaitReply) : Effect;

/// <summary>Another flow in the same stream.</summary>
/// <param name="Version">An exact version, or null for the one that is current when it starts.</param>
/// <param name="Waits">The execution goes on when it ended, as <see cref="ChildEnded"/>.</param>
/// <param name="Dossier">The procedure it works for; null for the starter's own.</param>
/// <param name="RuleSet">The legal rule set that counts for it; null for the starter's own.</param>
public sealed record StartFlow(
    DefinitionId DefinitionId, JsonObject Input, bool Waits = false, int? Version = null, string? Correlation = null, DossierId? Dossier = null, string? RuleSet = null) : Effect;

/// <summary>An event within this stream: every wait for it goes on.</summary>
/// <param name="OnlyThisInstance">Only waits of the instance that says so.</param>
public sealed record PublishHere(string Name, string? Correlation, JsonNode? Payload, bool OnlyThisInstance = false) : Effect;

/// <param name="Variable">Name or id of a variable in scope.</param>
public sealed record SetVariable(string Variable, JsonNode? Value) : Effect;

/// <summary>A value for what the drawing bound this output to; nothing happens when it bound it to nothing.</summary>
/// <param name="Output">In camelCase. <c>result</c> is given by <see cref="Complete"/>.</param>
public sealed record GiveOutput(string Output, JsonNode? Value) : Effect;

/// <summary>A value in the execution's own scope, such as the current item of a loop.</summary>
public sealed record SetLocal(string Name, JsonNode? Value) : Effect;

public sealed record SetOutput(string Name, JsonNode? Value) : Effect;

/// <summary>A fact of the domain.</summary>
public sealed record Happened(object Event) : Effect;

public sealed record NameInstance(string Name) : Effect;

public sealed record CorrelateInstance(string Correlation) : Effect;

/// <summary>Ends the nearest loop.</summary>
public sealed record BreakLoop : Effect;

/// <summary>Ends the instance, whatever else is running in it.</summary>
public sealed record EndInstance(InstanceStatus Status, ImmutableArray<string> Outcomes) : Effect;

/// <summary>
/// Stops other instances of this stream with everything in them: tasks, deadlines, waits, flows that only they waited for,
/// and messages that were not sent yet. One that has ended already is passed over.
/// </summary>
/// <param name="Instances">Never the one that asks, nor one that waits for it: <c>STOPS_ITSELF</c>.</param>
/// <param name="Why">Kept with each of them, erasable with its dossier.</param>
public sealed record StopInstances(ImmutableArray<InstanceId> Instances, string Why) : Effect;

/// <summary>Stops open activities from which this one can be reached.</summary>
public sealed record CancelInbound : Effect;

/// <summary>Stops the other nested activities of this execution.</summary>
public sealed record CancelChildren : Effect;

/// <summary>
/// The person's command is refused with these sentences. Only for the step that a command reaches first; later in a
/// decision it becomes an incident, because the cause was accepted.
/// </summary>
public sealed record Refuse(ImmutableArray<Refusal> Refusals) : Effect;
