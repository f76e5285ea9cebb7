using System.Globalization;
using Kanteling.Workflows.Activities;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// The flows that a definition runs within itself and waits for, followed to the bottom. A flow used as an activity must be
/// published already, in that very version; one that is started by name is looked up when it starts, and may come later.
/// </summary>
static class NestedFlows
{
    public static IEnumerable<Finding> Check(WorkflowDefinition definition, Given given, int deepest) =>
        References(definition).SelectMany(r => Missing(r, definition, given) ?? [.. Ports(r, definition, given), .. Depth(r, definition, given, deepest)]);

    sealed record Reference(ActivityNode Node, DefinitionId DefinitionId, int? Version)
    {
        public CompiledDefinition? Find(Given given) => given.Find<CompiledDefinition>(
            Version is { } version ? Given.DefinitionKey(new DefinitionVersion(DefinitionId, version)) : Given.PublishedKey(DefinitionId));
    }

    static IEnumerable<Reference> References(WorkflowDefinition definition) =>
        from node in definition.Nodes.Values
        where ChildFlows.Waits(node) && (node.IsWorkflow || node.Type is ActivityTypes.ExecuteWorkflow or ActivityTypes.DispatchWorkflow)
        let id = node.Workflow ?? Named(node)
        where !string.IsNullOrEmpty(id?.Text)
        select new Reference(node, id.Value, node.IsWorkflow ? node.Version : null);

    static DefinitionId? Named(ActivityNode node) =>
        node.Inputs.GetValueOrDefault("workflowDefinitionId") is { ExpressionType: ExpressionTypes.Literal, Text: { } text } ? new(text) : null;

    static bool IsTo(Reference reference, WorkflowDefinition definition) =>
        reference.DefinitionId == definition.DefinitionId && (reference.Version ?? definition.Version) == definition.Version;

    static IEnumerable<Finding>? Missing(Reference reference, WorkflowDefinition definition, Given given) =>
        reference.Version is { } version && !IsTo(reference, definition) && (reference.Find(given) is null || Streams.IsTrialDefinition(reference.DefinitionId))
            ? [Finding.Error(FindingCode.FlowNotPublished, reference.Node.Id, new DefinitionVersion(reference.DefinitionId, version).ToString())]
            : null;

    /// <summary>The outcomes that the flow declares are the ports of the activity.</summary>
    static IEnumerable<Finding> Ports(Reference reference, WorkflowDefinition definition, Given given)
    {
        var node = reference.Node;
        if (!node.IsWorkflow || IsTo(reference, definition) || node.Parent is not { IsFlowchart: true } flowchart || reference.Find(given)?.Definition.Outcomes is not { Count: > 0 } outcomes)
            yield break;
        var drawn = flowchart.Connections.Where(c => c.Source == node.Id).Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
        foreach (var port in drawn.Except(outcomes))
            yield return Finding.Error(FindingCode.PortUnknown, node.Id, port, string.Join(", ", outcomes));
        foreach (var port in outcomes.Where(_ => definition.NeedsEnd && flowchart.Parent is null).Except(drawn))
            yield return Finding.Error(FindingCode.DeadEnd, node.Id, port);
    }

    static IEnumerable<Finding> Depth(Reference reference, WorkflowDefinition definition, Given given, int deepest)
    {
        if (IsWithin(reference, definition, given, deepest))
            return [Finding.Error(FindingCode.FlowWithinItself, reference.Node.Id, reference.DefinitionId.Text)];
        return IsDeeper(reference, given, deepest) ? [Finding.Error(FindingCode.FlowsTooDeep, reference.Node.Id, deepest.ToString(CultureInfo.InvariantCulture))] : [];
    }

    /// <summary>Whether following this reference comes back at the definition that is being published.</summary>
    static bool IsWithin(Reference reference, WorkflowDefinition definition, Given given, int levels) =>
        IsTo(reference, definition)
        || (levels > 0 && reference.Find(given) is { } child && References(child.Definition).Any(r => IsWithin(r, definition, given, levels - 1)));

    static bool IsDeeper(Reference reference, Given given, int levels) =>
        levels == 0 || (reference.Find(given) is { } child && References(child.Definition).Any(r => IsDeeper(r, given, levels - 1)));
}
