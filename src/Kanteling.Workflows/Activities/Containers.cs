using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Activities that hold others: one after another, side by side, or as a node of a flow. The flowchart itself is run by the
/// burst. What a container keeps for itself begins with a dollar sign, so that no expression can mean it by accident.
/// </summary>
static class Containers
{
    const string Index = "$index";
    const string Pending = "$pending";

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.Flowchart, _ => [], (_, _) => []),
        Lasting(ActivityTypes.Sequence, c => Sequence(c, 0), (c, _) => Sequence(c, c.Local(Index)!.GetValue<int>() + 1)),
        Lasting(ActivityTypes.Parallel, c => SideBySide(At(c, "activities")), (c, _) => CountDown(c)),
        Lasting(ActivityTypes.Fork, c => SideBySide([.. At(c, "branches"), .. At(c, "activities")]), EndBranch),
        Lasting(ActivityTypes.FlowNode, c => c.Node.Child("body") is { } body ? [new Schedule(body)] : [new Complete()], CompleteWhenDone),
    ];

    static ImmutableArray<ActivityNode> At(ActivityContext c, string port) => [.. c.Node.Children.Where(n => n.ParentPort == port)];

    static IReadOnlyList<Effect> Sequence(ActivityContext c, int index)
    {
        var activities = At(c, "activities");
        return index < activities.Length ? [new SetLocal(Index, index), new Schedule(activities[index])] : [new Complete()];
    }

    public static IReadOnlyList<Effect> SideBySide(ImmutableArray<ActivityNode> nodes) => SideBySide(nodes.Select(n => new Schedule(n)));

    public static IReadOnlyList<Effect> SideBySide(IEnumerable<Schedule> work)
    {
        Schedule[] all = [.. work];
        return all.Length == 0 ? [new Complete()] : [new SetLocal(Pending, all.Length), .. all];
    }

    static IReadOnlyList<Effect> EndBranch(ActivityContext c, Stimulus stimulus) =>
        c.Node.Property("joinMode") is JsonValue mode && mode.ToString().Equals("WaitAny", StringComparison.OrdinalIgnoreCase)
            ? [new CancelChildren(), new Complete()]
            : CountDown(c);

    /// <summary>One of several nested activities is done; the last one completes the container.</summary>
    public static IReadOnlyList<Effect> CountDown(ActivityContext c)
    {
        var left = c.Local(Pending)!.GetValue<int>() - 1;
        return left > 0 ? [new SetLocal(Pending, left)] : [new Complete()];
    }
}
