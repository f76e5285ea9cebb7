using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Runs;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>How much of a run somebody may see.</summary>
public enum Verloopzicht
{
    Nothing,

    /// <summary>Which steps ran, without values and without names.</summary>
    Steps,

    /// <summary>Everything; looking is noted.</summary>
    Everything,
}

/// <summary>One instance as one actor may see it, with the drawings it ran on.</summary>
/// <param name="Alle">Every instance of the stream, for what an instance started and what started it.</param>
public sealed record OpenVerloop(
    StreamId Stroom, InstanceRun Verloop, Verloopzicht Zicht, IReadOnlyDictionary<DefinitionVersion, WorkflowDefinition> Tekeningen, IReadOnlyDictionary<InstanceId, InstanceRun> Alle)
{
    /// <summary>The node of Elsa's own workflow activity, around every root.</summary>
    public const string WorkflowNode = "Workflow1";

    /// <summary>What stands in the place of a value that this actor may not see.</summary>
    public const string Withheld = "niet zichtbaar voor u";

    public bool ZietWaarden => Zicht == Verloopzicht.Everything;

    public string Id => Verloopids.VanInstantie(Stroom, Verloop.State.Id);

    public string? Ouderid => Verloop.State.Parent is { } parent ? Verloopids.VanInstantie(Stroom, parent.Instance) : null;

    public string IdVan(ActivityRun run) => Verloopids.VanUitvoering(Stroom, run.Instance, run.Id);

    /// <summary>The drawn activity of a run; null for the instance itself, and when its drawing is gone.</summary>
    public ActivityNode? StapVan(ActivityRun run) =>
        run.Id != ExecutionId.None && Tekeningen.TryGetValue(run.Definition, out var tekening) ? tekening.Nodes.GetValueOrDefault(run.ActivityId) : null;

    public string StapidVan(ActivityRun run) => run.Id == ExecutionId.None ? WorkflowNode : StapVan(run)?.NodeId ?? run.ActivityId;

    public string SoortVan(ActivityRun run) => run.Id == ExecutionId.None ? "Elsa.Workflow" : StapVan(run)?.Type ?? "Elsa.NotFoundActivity";

    /// <summary>What people call it. From the drawing, so it holds nothing of anybody.</summary>
    public string? NaamVan(ActivityRun run) => run.Id == ExecutionId.None ? Tekeningen.GetValueOrDefault(run.Definition)?.Name : StapVan(run)?.DisplayText;

    /// <summary>A value for those who may see it. An erased one says so.</summary>
    public JsonNode? WaardeVan(Content content) => !ZietWaarden ? JsonValue.Create(Withheld) : content.IsErased ? JsonValue.Create("gewist") : content.Value;

    /// <summary>An object of values: its own properties when it is one, else the value under one name.</summary>
    public JsonObject WaardenVan(Content? content, string naam) => content switch
    {
        null => [],
        _ when ZietWaarden && content.Value is JsonObject properties => properties,
        _ => new JsonObject { [naam] = WaardeVan(content) },
    };
}
