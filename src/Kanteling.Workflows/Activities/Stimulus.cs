using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Activities;

/// <summary>What an execution is resumed with. It can be written as JSON, to be tried again after an incident.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(TaskDone), "task")]
[JsonDerivedType(typeof(DeadlineDue), "deadline")]
[JsonDerivedType(typeof(EventCame), "event")]
[JsonDerivedType(typeof(ReplyCame), "reply")]
[JsonDerivedType(typeof(ChildEnded), "child")]
[JsonDerivedType(typeof(ConditionTrue), "condition")]
[JsonDerivedType(typeof(ChildCompleted), "nested")]
[JsonDerivedType(typeof(VersionMoved), "moved")]
public abstract record Stimulus
{
    static readonly JsonSerializerOptions Options = Json.ForStorage();

    public Content ToContent(DossierId? dossier) => new(dossier, ContentKind.Payload, JsonSerializer.Serialize(this, Options));

    public static Stimulus From(Content content) => JsonSerializer.Deserialize<Stimulus>(content.Text!, Options)!;
}

/// <param name="By">Who completed it.</param>
public sealed record TaskDone(TaskId Task, string Outcome, JsonObject Answers, ActorId By) : Stimulus;

public sealed record DeadlineDue(string Key, DateTimeOffset Due, bool Late) : Stimulus;

public sealed record EventCame(string Name, JsonNode? Payload) : Stimulus;

public sealed record ReplyCame(string Outcome, int? Status, JsonNode? Body) : Stimulus;

public sealed record ChildEnded(InstanceId Instance, InstanceStatus Status, ImmutableArray<string> Outcomes, JsonObject Output) : Stimulus;

public sealed record ConditionTrue : Stimulus;

/// <summary>Its instance was moved to another version of the drawing while its task was open.</summary>
public sealed record VersionMoved : Stimulus;

/// <summary>A nested activity completed.</summary>
public sealed record ChildCompleted(ActivityId Activity, ImmutableArray<string> Outcomes, bool Backward) : Stimulus;
