using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Parts of a drawing: a drawing used as a step, opened when somebody looks into it, and the way to a step that lies deeper.</summary>
static class SubgraphApi
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions/subgraph/{id}", SubgraphAsync);
        elsa.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync);
    }

    static async Task<IResult> SubgraphAsync(HttpContext context, string id, WorkflowEngine engine)
    {
        if (!(await DrawingAsync(id, engine)).Lukt(out var drawing, out var nee))
            return nee.Antwoord();
        var parent = Find(drawing, context.Request.Text("parentNodeId")) ?? drawing.Root;
        return ElsaJson.Answer(await NodeAsync(parent, drawing.Key, engine));
    }

    static async Task<IResult> SegmentsAsync(HttpContext context, string id, WorkflowEngine engine)
    {
        if (!(await DrawingAsync(id, engine)).Lukt(out var drawing, out var nee))
            return nee.Antwoord();
        if (Find(drawing, context.Request.Text("childNodeId")) is not { } child)
            return new Weigering(Verloopcode.StapOnbekend).Antwoord();
        var segments = new List<SegmentShape>();
        for (var (below, around) = (child, child.Parent); around is not null; (below, around) = (around, around.Parent))
        {
            if (!around.IsFlowchart)
                segments.Insert(0, new SegmentShape(around.NodeId, around.Id.Text, around.Type, PortOf(below) ?? "", around.Name ?? around.Type));
        }
        // What Studio opens: the innermost step that holds this one, or the whole drawing.
        var container = segments is [.., var leaf] ? drawing.Nodes[new(leaf.ActivityId)] : drawing.Root;
        return ElsaJson.Answer(new SegmentsAnswer(await NodeAsync(child, drawing.Key, engine), await NodeAsync(container, drawing.Key, engine), segments));
    }

    static async Task<Uitslag<WorkflowDefinition>> DrawingAsync(string id, WorkflowEngine engine) =>
        Versieid.Lees(id, out var version) && await engine.DefinitionAsync(version.DefinitionId, version.Version) is { } compiled
            ? compiled.Definition
            : new Weigering(RefusalCode.DefinitionNotFound, id.Length > 100 ? id[..100] : id);

    static ActivityNode? Find(WorkflowDefinition drawing, string? nodeId) =>
        nodeId is null ? null : drawing.Nodes.Values.FirstOrDefault(n => n.NodeId == nodeId);

    /// <summary>A node with everything inside it; a drawing that is used as a step holds that drawing, one level deep.</summary>
    static async Task<NodeShape> NodeAsync(ActivityNode node, DefinitionVersion of, WorkflowEngine engine) =>
        new((JsonObject)node.Json.DeepClone(), PortOf(node), node.NodeId, [], await ChildrenAsync(node, of, engine, NodeCopy.HasCases(node)));

    static async Task<List<NodeShape>> ChildrenAsync(ActivityNode node, DefinitionVersion of, WorkflowEngine engine, bool inCase)
    {
        var children = new List<NodeShape>();
        foreach (var child in node.Children)
            children.Add(new NodeShape(NodeCopy.Own(child, inCase), PortOf(child), child.NodeId, [], await ChildrenAsync(child, of, engine, inCase || NodeCopy.HasCases(child))));
        if (node.IsWorkflow && new DefinitionVersion(new(node.Property("workflowDefinitionId")!.ToString()), node.Version) is var used && used != of && await engine.DefinitionAsync(used.DefinitionId, used.Version) is { } inner)
            children.Add(Moved(inner.Definition.Root, node.NodeId, "Root", false));
        return children;
    }

    /// <summary>The same nodes under another path.</summary>
    static NodeShape Moved(ActivityNode node, string under, string? port, bool inCase)
    {
        var json = NodeCopy.Own(node, inCase);
        var id = $"{under}:{node.Id}";
        json["nodeId"] = id;
        return new NodeShape(json, port, id, [], [.. node.Children.Select(c => Moved(c, id, PortOf(c), inCase || NodeCopy.HasCases(node)))]);
    }

    /// <summary>The port as a descriptor spells it; of a case its label.</summary>
    static string? PortOf(ActivityNode node) => node.ParentPort switch
    {
        null => "Root",
        ['c', 'a', 's', 'e', 's', '[', .. var rest] when int.TryParse(rest.AsSpan(0, Math.Max(0, rest.IndexOf(']'))), out var index) && index < node.Parent!.Cases.Count => node.Parent.Cases[index].Label,
        var port => char.ToUpperInvariant(port[0]) + port[1..],
    };
}

sealed record NodeShape(JsonObject Activity, string? Port, string NodeId, IReadOnlyList<NodeShape> Parents, IReadOnlyList<NodeShape> Children);

sealed record SegmentShape(string ActivityNodeId, string ActivityId, string ActivityType, string PortName, string ActivityName);

sealed record SegmentsAnswer(NodeShape ChildNode, NodeShape Container, IReadOnlyList<SegmentShape> PathSegments);
