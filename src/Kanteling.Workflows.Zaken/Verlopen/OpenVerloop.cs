using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Zaken.Inzage;

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

    /// <summary>What of the household is in no value, whoever sees values.</summary>
    public required Verborgen Verborgen { get; init; }

    public bool ZietWaarden => Zicht == Verloopzicht.Everything;

    public string Id => Verloopids.VanInstantie(Stroom, Verloop.State.Id);

    public string? Ouderid => Verloop.State.Parent is { } parent ? Verloopids.VanInstantie(Stroom, parent.Instance) : null;

    public string IdVan(ActivityRun run) => Verloopids.VanUitvoering(Stroom, run.Instance, run.Id);

    /// <summary>The drawn activity of a run; null for the instance itself, and when its drawing is gone.</summary>
    public ActivityNode? StapVan(ActivityRun run) =>
        run.Id != ExecutionId.None && Tekeningen.TryGetValue(run.Definition, out var tekening) ? tekening.Nodes.GetValueOrDefault(run.ActivityId) : null;

    public string StapidVan(ActivityRun run) => run.Id == ExecutionId.None ? WorkflowNode : StapVan(run)?.NodeId ?? run.ActivityId.Text;

    public string SoortVan(ActivityRun run) => run.Id == ExecutionId.None ? "Elsa.Workflow" : StapVan(run)?.Type ?? "Elsa.NotFoundActivity";

    /// <summary>What people call it. From the drawing, so it holds nothing of anybody.</summary>
    public string? NaamVan(ActivityRun run) => run.Id == ExecutionId.None ? Tekeningen.GetValueOrDefault(run.Definition)?.Name : StapVan(run)?.DisplayText;

    /// <summary>A value for those who may see it. An erased one says so.</summary>
    /// <param name="naam">What it is called: what is kept from everybody is known by that too.</param>
    public JsonNode? WaardeVan(string naam, Content content) => !ZietWaarden ? JsonValue.Create(Withheld) : content.IsErased ? JsonValue.Create("gewist") : Verborgen.Veld(naam, content.Value, Dossier(content));

    /// <summary>Words that were made of values, such as a label or the title of a task.</summary>
    public string? Woorden(string? tekst) => tekst is null ? null : Verborgen.In(tekst);

    /// <summary>An object of values: its own properties when it is one, else the value under one name.</summary>
    public JsonObject WaardenVan(Content? content, string naam) => content switch
    {
        null => [],
        _ when ZietWaarden && content.Value is JsonObject properties => (JsonObject)Verborgen.In(properties, Dossier(content))!,
        _ => new JsonObject { [naam] = WaardeVan(naam, content) },
    };

    DossierId? Dossier(Content content) => content.Dossier ?? Verloop.State.Dossier;
}
