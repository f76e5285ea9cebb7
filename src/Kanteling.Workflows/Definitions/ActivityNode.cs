using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// One activity of a definition, read once and immutable. What the reader did not understand is still in <see cref="Json"/>,
/// which belongs to the definition's document and must not be changed.
/// </summary>
public sealed class ActivityNode
{
    readonly List<ActivityNode> children = [];
    readonly ConcurrentDictionary<ActivityId, FlowGraph> graphs = new();

    internal ActivityNode(ActivityId id, string type, JsonObject json, ActivityNode? parent, string? parentPort)
    {
        (Id, Type, Json, Parent, ParentPort) = (id, type, json, parent, parentPort);
        NodeId = $"{parent?.NodeId ?? "Workflow1"}:{id}";
        Version = json.Whole("version") ?? 1;
        Name = json.Text("name");
        DisplayText = json.Object("metadata")?.Text("displayText") is { Length: > 0 } text ? text : Name ?? Type;
        CanStartWorkflow = json.Object("customProperties")?.Flag("canStartWorkflow") ?? json.Flag("canStartWorkflow");
        parent?.children.Add(this);
    }

    /// <summary>Unique within the definition, kept when the drawing is edited.</summary>
    public ActivityId Id { get; }

    /// <summary>The path, such as <c>Workflow1:fc:taak</c>.</summary>
    public string NodeId { get; }

    public string Type { get; }

    /// <summary>Version of the type; 1 when the document gives none.</summary>
    public int Version { get; }

    public string? Name { get; }

    /// <summary>What people call it: the display text, else the name, else the type.</summary>
    public string DisplayText { get; }

    public JsonObject Json { get; }

    public ActivityNode? Parent { get; }

    /// <summary>Where it hangs in its parent: <c>then</c>, <c>body</c>, <c>activities</c>, <c>cases[0]</c>; null for the root.</summary>
    public string? ParentPort { get; }

    /// <summary>Whether the author marked this as a place where an instance may start.</summary>
    public bool CanStartWorkflow { get; }

    /// <summary>Wrapped inputs and bare literals, by property name in any case.</summary>
    public IReadOnlyDictionary<string, ActivityInput> Inputs { get; internal set; } = new Dictionary<string, ActivityInput>();

    /// <summary>What stands literally in the drawing at this input; null when it is computed, or nothing is there.</summary>
    public string? LiteralOf(string input) => Inputs.GetValueOrDefault(input) is { ExpressionType: ExpressionTypes.Literal, Text: { Length: > 0 } text } ? text : null;

    /// <summary>Output property (any case) to the id of the variable, or name of the workflow output, that receives it.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Cases of a Switch or FlowSwitch; empty for anything else.</summary>
    public IReadOnlyList<SwitchCase> Cases { get; internal set; } = [];

    /// <summary>Variables of a container.</summary>
    public IReadOnlyList<VariableDeclaration> Variables { get; internal set; } = [];

    /// <summary>Every readable connection of a flowchart once, in order, also those to activities that are not there.</summary>
    public IReadOnlyList<Connection> Connections { get; internal set; } = [];

    /// <summary>Connections that repeat an earlier one; not followed.</summary>
    public IReadOnlyList<Connection> DuplicateConnections { get; internal set; } = [];

    public IReadOnlyList<ActivityNode> Children => children;

    // Connections only ever name what stands under "activities".
    internal IEnumerable<ActivityNode> FlowActivities => children.Where(child => child.ParentPort == "activities");

    /// <summary>Whether connections decide what comes next.</summary>
    public bool IsFlowchart => Type == ActivityTypes.Flowchart;

    /// <summary>Whether it is neither one of Elsa's own nor another workflow used as an activity.</summary>
    public bool IsOfDomain => !Type.StartsWith("Elsa.", StringComparison.Ordinal) && !IsWorkflow;

    /// <summary>Whether it is a workflow used as an activity: the type is then a name that its author chose.</summary>
    public bool IsWorkflow => !Type.StartsWith("Elsa.", StringComparison.Ordinal) && Property("workflowDefinitionId") is not null;

    /// <summary>Which workflow it is, when it is one that is used as an activity.</summary>
    public DefinitionId? Workflow => IsWorkflow ? new DefinitionId(Property("workflowDefinitionId")!.ToString()) : null;

    /// <summary>The first activity at that port, in any case; null when the port is empty.</summary>
    public ActivityNode? Child(string port) =>
        children.Find(child => string.Equals(child.ParentPort, port, StringComparison.OrdinalIgnoreCase));

    /// <summary>A property as written, for what is not wrapped (<c>variable</c>, <c>joinMode</c>); null when absent.</summary>
    public JsonNode? Property(string name) => Json.Find(JsonProperties.Camel(name));

    /// <summary>The graph as seen from where it starts (Elsa's order of preference when <paramref name="startActivityId"/> is not inside). Cached.</summary>
    /// <exception cref="InvalidOperationException">This is not a flowchart.</exception>
    public FlowGraph GraphFrom(ActivityId? startActivityId)
    {
        if (!IsFlowchart)
            throw new InvalidOperationException($"Activity '{Id}' is a {Type}; only a flowchart has a graph.");
        var start = FlowStart.Of(this, startActivityId);
        return graphs.GetOrAdd(start?.Id ?? Id, _ => new FlowGraph(this, start));
    }

    /// <summary>This activity and everything inside it, outermost first.</summary>
    public IEnumerable<ActivityNode> WithDescendants()
    {
        var open = new Stack<ActivityNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.children.Count - 1; i >= 0; i--)
                open.Push(node.children[i]);
        }
    }

    public override string ToString() => $"{Type} {NodeId}";
}
