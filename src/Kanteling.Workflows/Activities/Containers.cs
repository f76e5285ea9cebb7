using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>Activities that hold others: one after another, side by side, or as a node of a flow. The flowchart itself is run by the burst.</summary>
static class Containers
{
    const string Category = "Flow";

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.Flowchart, Category, "Flowchart", "Activities and connections.", ActivityTraits.Container | ActivityTraits.NotBrowsable), _ => [], (_, _) => []),
        new(Describe(ActivityTypes.Sequence, Category, "Sequence", "One after another.", ActivityTraits.Container | ActivityTraits.NotBrowsable), c => Sequence(c, 0), (c, _) => Sequence(c, c.Local("index")!.GetValue<int>() + 1)),
        new(Describe(ActivityTypes.Parallel, Category, "Parallel", "Side by side; done when all are done.", ActivityTraits.Container | ActivityTraits.NotBrowsable), c => SideBySide(c, Activities(c)), (c, _) => CountDown(c)),
        new(Describe(ActivityTypes.Fork, Category, "Fork", "Branches side by side; done when all are, or when the first is.", ActivityTraits.Container | ActivityTraits.NotBrowsable), c => SideBySide(c, Branches(c)), EndBranch),
        new(Describe(ActivityTypes.FlowNode, Category, "Node", "Holds one activity.", ActivityTraits.Container | ActivityTraits.NotBrowsable, ports: [Embedded("Body")]), c => c.Node.Child("body") is { } body ? [new Schedule(body)] : [new Complete()], Loops.EndWithChildren),
    ];

    static List<ActivityNode> Activities(ActivityContext c) => [.. c.Node.Children.Where(n => n.ParentPort == "activities")];

    static List<ActivityNode> Branches(ActivityContext c) => [.. c.Node.Children.Where(n => n.ParentPort is "branches" or "activities")];

    static IReadOnlyList<Effect> Sequence(ActivityContext c, int index)
    {
        var activities = Activities(c);
        return index < activities.Count ? [new SetLocal("index", index), new Schedule(activities[index])] : [new Complete()];
    }

    static IReadOnlyList<Effect> SideBySide(ActivityContext c, List<ActivityNode> nodes) =>
        nodes.Count == 0 ? [new Complete()] : [new SetLocal("pending", nodes.Count), .. nodes.Select(n => new Schedule(n))];

    static IReadOnlyList<Effect> EndBranch(ActivityContext c, Stimulus stimulus) =>
        c.Node.Property("joinMode") is JsonValue mode && mode.ToString().Equals("WaitAny", StringComparison.OrdinalIgnoreCase)
            ? [new CancelChildren(), new Complete()]
            : CountDown(c);

    /// <summary>One of several nested activities is done; the last one completes the container.</summary>
    public static IReadOnlyList<Effect> CountDown(ActivityContext c)
    {
        var left = c.Local("pending")!.GetValue<int>() - 1;
        return left > 0 ? [new SetLocal("pending", left)] : [new Complete()];
    }
}
