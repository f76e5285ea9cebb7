using System.Collections.Immutable;

namespace Kanteling.Workflows.Definitions;

/// <summary>Every flow as it is published now; copies that trials run on are none.</summary>
public sealed record PublishedFlows(ImmutableArray<WorkflowDefinition> Current)
{
    public static PublishedFlows None => new([]);
}

/// <summary>
/// Stands for what is published: another one after every version that is published or retracted. A decision that depends on several
/// definitions at once is committed only while it is the same.
/// </summary>
public sealed record FlowMark(long Number);

/// <summary>A step that names another flow literally: one that it starts, or one that is used as an activity. What is computed is known only when the step runs.</summary>
public readonly record struct NamedFlow(ActivityNode Step, DefinitionId Flow)
{
    /// <summary>The one list of them: what is checked when a drawing is published is what keeps a flow from being retracted.</summary>
    public static IEnumerable<NamedFlow> In(WorkflowDefinition definition) =>
        from node in definition.Nodes.Values
        let flow = node.Workflow?.Text ?? (node.Type is ActivityTypes.ExecuteWorkflow or ActivityTypes.DispatchWorkflow ? node.LiteralOf("workflowDefinitionId") : null)
        where !string.IsNullOrEmpty(flow)
        select new NamedFlow(node, new DefinitionId(flow));
}

/// <summary>A step that publishes an event on which flows begin.</summary>
public readonly record struct BegunByEvent(ActivityNode Step, string Event)
{
    /// <summary>The steps of one flow that publish what another begins on.</summary>
    public static IEnumerable<BegunByEvent> In(WorkflowDefinition from, WorkflowDefinition begun) =>
        from trigger in Beginnings(begun)
        from node in @from.Nodes.Values
        where node.Type == ActivityTypes.PublishEvent && node.LiteralOf("eventName") is { } published && published == trigger.LiteralOf("eventName")
        select new BegunByEvent(node, node.LiteralOf("eventName")!);

    /// <summary>The events that begin a flow by themselves.</summary>
    public static IEnumerable<ActivityNode> Beginnings(WorkflowDefinition definition) => definition.Nodes.Values.Where(n => n is { Type: ActivityTypes.Event, CanStartWorkflow: true });
}
