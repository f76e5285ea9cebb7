namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>A flowchart as the checks look at it: with its catalogue, and a graph for each place where it may start.</summary>
sealed class DrawnFlow
{
    readonly Dictionary<ActivityId, ActivityNode> activities;

    public DrawnFlow(WorkflowDefinition definition, ActivityNode flowchart, ActivityCatalogue catalogue)
    {
        (Definition, Flowchart, Catalogue) = (definition, flowchart, catalogue);
        activities = flowchart.FlowActivities.ToDictionary(activity => activity.Id);
        var triggers = activities.Values.Where(activity => TriggerCheck.IsTrigger(activity, catalogue)).Take(DefinitionCheck.MaxTriggers);
        Graphs = [.. triggers.Select(trigger => flowchart.GraphFrom(trigger.Id)).Prepend(flowchart.GraphFrom(null)).Distinct()];
        Reachable = [.. activities.Values.Where(activity => Graphs.Any(graph => graph.IsReachable(activity.Id)))];
    }

    public WorkflowDefinition Definition { get; }

    public ActivityNode Flowchart { get; }

    public ActivityCatalogue Catalogue { get; }

    public IReadOnlyList<FlowGraph> Graphs { get; }

    public IReadOnlyCollection<ActivityNode> Activities => activities.Values;

    /// <summary>Reachable from at least one start.</summary>
    public IReadOnlyList<ActivityNode> Reachable { get; }

    public ActivityNode? Find(ActivityId activityId) => activities.GetValueOrDefault(activityId);

    public IReadOnlyList<Connection> Outbound(ActivityNode activity) => Graphs[0].Outbound(activity.Id);
}
