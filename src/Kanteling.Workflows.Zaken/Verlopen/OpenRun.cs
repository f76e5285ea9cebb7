using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Runs;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>How much of a run somebody may see.</summary>
public enum RunSight
{
    Nothing,

    /// <summary>Which steps ran, without values and without names.</summary>
    Steps,

    /// <summary>Everything; looking is noted.</summary>
    Everything,
}

/// <summary>One instance as one actor may see it, with the drawings it ran on.</summary>
/// <param name="All">Every instance of the stream, for what an instance started and what started it.</param>
public sealed record OpenRun(
    string Stream, InstanceRun Run, RunSight Sight, IReadOnlyDictionary<DefinitionVersion, WorkflowDefinition> Drawings, IReadOnlyDictionary<long, InstanceRun> All)
{
    /// <summary>The node of Elsa's own workflow activity, around every root.</summary>
    public const string WorkflowNode = "Workflow1";

    /// <summary>What stands in the place of a value that this actor may not see.</summary>
    public const string Withheld = "niet zichtbaar voor u";

    public bool SeesValues => Sight == RunSight.Everything;

    public string Id => RunIds.OfInstance(Stream, Run.State.Id);

    public string? ParentId => Run.State.Parent is { } parent ? RunIds.OfInstance(Stream, parent.Instance) : null;

    public string IdOf(ActivityRun run) => RunIds.OfExecution(Stream, run.Instance, run.Id);

    /// <summary>The drawn activity of a run; null for the instance itself, and when its drawing is gone.</summary>
    public ActivityNode? NodeOf(ActivityRun run) =>
        run.Id != 0 && Drawings.TryGetValue(run.Definition, out var drawing) ? drawing.Nodes.GetValueOrDefault(run.ActivityId) : null;

    public string NodeIdOf(ActivityRun run) => run.Id == 0 ? WorkflowNode : NodeOf(run)?.NodeId ?? run.ActivityId;

    public string TypeOf(ActivityRun run) => run.Id == 0 ? "Elsa.Workflow" : NodeOf(run)?.Type ?? "Elsa.NotFoundActivity";

    /// <summary>What people call it. From the drawing, so it holds nothing of anybody.</summary>
    public string? NameOf(ActivityRun run) => run.Id == 0 ? Drawings.GetValueOrDefault(run.Definition)?.Name : NodeOf(run)?.DisplayText;

    /// <summary>A value for those who may see it. An erased one says so.</summary>
    public JsonNode? ValueOf(Content content) => !SeesValues ? JsonValue.Create(Withheld) : content.IsErased ? JsonValue.Create("gewist") : content.Value;

    /// <summary>An object of values: its own properties when it is one, else the value under one name.</summary>
    public JsonObject ValuesOf(Content? content, string name) => content switch
    {
        null => [],
        _ when SeesValues && content.Value is JsonObject properties => properties,
        _ => new JsonObject { [name] = ValueOf(content) },
    };
}
