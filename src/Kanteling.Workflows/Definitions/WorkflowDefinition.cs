using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// A workflow definition is an Elsa 3.8 document; this is that document with what the engine needs read out of it.
/// Immutable, and safe to share between threads. Made by <see cref="DefinitionJson"/> only.
/// </summary>
public sealed class WorkflowDefinition
{
    /// <summary>The most activities that one has.</summary>
    public const int MaxActivities = ActivityTreeReader.MaxActivities;

    /// <summary>The longest path of an activity: the ids around it, also when it is seen within the flow that uses this one as a step.</summary>
    public const int MaxPath = 2 * ActivityTreeReader.MaxLevels * (ActivityTreeReader.MaxIdLength + 1) + 20;

    internal WorkflowDefinition()
    {
    }

    /// <summary>The whole document, unknown properties included, with node ids recomputed. Never change it.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>Elsa's id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>The same for every version.</summary>
    public required DefinitionId DefinitionId { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required int Version { get; init; }

    public DefinitionVersion Key => new(DefinitionId, Version);

    public required IReadOnlyList<VariableDeclaration> Variables { get; init; }

    public required IReadOnlyList<InputDeclaration> Inputs { get; init; }

    public required IReadOnlyList<OutputDeclaration> Outputs { get; init; }

    public required IReadOnlyList<string> Outcomes { get; init; }

    public required DefinitionOptions Options { get; init; }

    public required JsonObject CustomProperties { get; init; }

    public required ActivityNode Root { get; init; }

    /// <summary>The first step that does something when nothing else is said; null when there is none, or when more than one begins.</summary>
    public ActivityNode? FirstStep => FlowStart.FirstStep(Root, null);

    /// <summary>Every activity of the whole tree, by id.</summary>
    public required IReadOnlyDictionary<ActivityId, ActivityNode> Nodes { get; init; }

    /// <summary>Whether the author asked for Elsa's token-based flowchart, which is not run here.</summary>
    public bool UsesToken =>
        string.Equals(CustomProperties.Text("Flowchart:ExecutionMode"), "TokenBased", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Root.Json.Object("customProperties")?.Text("Flowchart:ExecutionMode"), "TokenBased", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it holds activities of a domain. Such a definition may not run out of work without reaching an end.</summary>
    public bool NeedsEnd => Nodes.Values.Any(node => node.IsOfDomain);

    public override string ToString() => Key.ToString();
}
