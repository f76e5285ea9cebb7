namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// Where branches meet. A join that waits for all never fires when two of its branches exclude each other; and two branches that
/// both wait, meeting in an ordinary activity, wait for both: Elsa's best known surprise, since most authors meant a race.
/// </summary>
static class MeetingCheck
{
    // Pairs are compared: beyond this many connections into one activity only the first are.
    const int MostCompared = 64;

    public static IEnumerable<Finding> Run(DrawnFlow flow, FlowGraph graph)
    {
        if (!graph.Reachable.Any(activity => graph.ForwardInbound(activity.Id).Count > 1))
            yield break;
        var tree = new BranchTree(flow, graph);
        foreach (var activity in graph.Reachable)
        {
            if (Of(activity, graph, tree) is { } finding)
                yield return finding;
        }
    }

    static Finding? Of(ActivityNode activity, FlowGraph graph, BranchTree tree)
    {
        if (activity.Type == ActivityTypes.FlowJoin)
            return WaitsForAll(activity) ? NeverFires(activity, graph, tree) : null;
        return Pairs(graph, activity).Where(pair => tree.AreWaitingTogether(pair.A, pair.B))
            .Select(pair => Finding.Warning(FindingCode.RaceWithoutWaitAny, activity.Id, pair.A.Source.Text, pair.B.Source.Text))
            .FirstOrDefault();
    }

    static Finding? NeverFires(ActivityNode join, FlowGraph graph, BranchTree tree)
    {
        foreach (var (a, b) in Pairs(graph, join))
        {
            if (tree.Excluding(a, b) is var (choice, port, other))
                return Finding.Error(FindingCode.JoinNeverFires, join.Id, choice.Text, port, other);
        }
        return null;
    }

    static bool WaitsForAll(ActivityNode join) => join.Inputs.GetValueOrDefault("mode") is { ExpressionType: ExpressionTypes.Literal, Text: "WaitAll" };

    static IEnumerable<(Connection A, Connection B)> Pairs(FlowGraph graph, ActivityNode activity)
    {
        var inbound = graph.ForwardInbound(activity.Id);
        for (var i = 0; i < Math.Min(inbound.Count, MostCompared); i++)
        {
            for (var j = 0; j < i; j++)
                yield return (inbound[j], inbound[i]);
        }
    }
}
