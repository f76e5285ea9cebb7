using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Definitions;

/// <summary>Where a flowchart begins. Elsa's order: the trigger that fired, the drawing's own start, Elsa.Start, what may start, what nothing leads to, the first.</summary>
static class FlowStart
{
    public static ActivityNode? Of(ActivityNode flowchart, ActivityId? trigger)
    {
        var activities = flowchart.FlowActivities.ToList();
        return ById(activities, trigger)
            ?? ById(activities, DrawnStart(flowchart))
            ?? activities.FirstOrDefault(activity => activity.Type == ActivityTypes.Start)
            ?? activities.FirstOrDefault(activity => activity.CanStartWorkflow)
            ?? WithoutInbound(flowchart)
            ?? activities.FirstOrDefault();
    }

    /// <summary>
    /// The first step that does something: inside what holds steps in order, and past Elsa.Start, which only marks the place. Null when there
    /// is none, or when more than one begins.
    /// </summary>
    public static ActivityNode? FirstStep(ActivityNode root, ActivityId? trigger)
    {
        var passed = new HashSet<ActivityNode>();
        for (var at = root; at is not null && passed.Add(at); at = Inside(at, at == root ? trigger : null))
        {
            if (at.Type is not (ActivityTypes.Flowchart or ActivityTypes.Sequence or ActivityTypes.Start))
                return at;
        }
        return null;
    }

    static ActivityNode? Inside(ActivityNode at, ActivityId? trigger) => at.Type switch
    {
        ActivityTypes.Flowchart => Of(at, trigger),
        ActivityTypes.Sequence => at.Child("activities"),
        _ => at.Parent?.Connections.Where(connection => connection.Source == at.Id).Select(connection => connection.Target).Distinct().ToList() is [var only]
            ? ById([.. at.Parent.FlowActivities], only) : null,
    };

    static ActivityNode? ById(List<ActivityNode> activities, ActivityId? id) =>
        id is null ? null : activities.FirstOrDefault(activity => activity.Id == id);

    static ActivityId? DrawnStart(ActivityNode flowchart) => (flowchart.Property("start") switch
    {
        JsonObject reference => reference.Text("id"),
        var other => other.AsText(),
    }) is { } id ? new(id) : null;

    static ActivityNode? WithoutInbound(ActivityNode flowchart)
    {
        var known = flowchart.FlowActivities.Select(activity => activity.Id).ToHashSet();
        var targets = flowchart.Connections
            .Where(connection => known.Contains(connection.Source) && known.Contains(connection.Target))
            .Select(connection => connection.Target)
            .ToHashSet();
        return flowchart.FlowActivities.FirstOrDefault(activity => !targets.Contains(activity.Id));
    }
}
