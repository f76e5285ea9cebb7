namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// Where branches part. Each port that connections leave by is a node of its own between the activity and its targets; in the
/// dominator tree of that graph the lowest node above two connections is where they parted. Below two ports of an activity that
/// leaves by one port only they exclude each other; below one port, or below an activity that leaves by several, they run side by side.
/// </summary>
sealed class BranchTree
{
    readonly DrawnFlow flow;
    readonly List<ActivityId> activities;
    readonly Dictionary<ActivityId, int> indexes;
    readonly List<(ActivityId Activity, string Port)> ports = [];
    readonly Dictionary<(ActivityId Activity, string Port), int> portIndexes = [];
    readonly AncestorTree tree;
    readonly int[] waits;

    public BranchTree(DrawnFlow flow, FlowGraph graph)
    {
        this.flow = flow;
        activities = [.. graph.InForwardOrder()];
        indexes = activities.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var order = new List<int>();
        foreach (var activity in activities)
        {
            order.Add(indexes[activity]);
            order.AddRange(graph.Outbound(activity).Select(connection => connection.Port).Distinct().Select(port => AddPort(activity, port)));
        }
        tree = AncestorTree.OfDominators(order.Count, order, node => IsPort(node)
            ? [indexes[ports[node - activities.Count].Activity]]
            : graph.ForwardInbound(activities[node]).Select(Place));
        waits = new int[order.Count];
        foreach (var (at, node) in order.Index())
            waits[node] = (at == 0 ? 0 : waits[tree.Parent(node)]) + (Waits(node) ? 1 : 0);
    }

    /// <summary>The choice that keeps the two connections from ever being followed together, with the port on either side; or null.</summary>
    public (ActivityId Choice, string Port, string OtherPort)? Excluding(Connection a, Connection b)
    {
        var meet = tree.Meet(Place(a), Place(b));
        if (IsPort(meet) || !IsExclusive(activities[meet]))
            return null;
        var (left, right) = (tree.Lift(Place(a), tree.Depth(meet) + 1), tree.Lift(Place(b), tree.Depth(meet) + 1));
        return IsPort(left) && IsPort(right) && left != right
            ? (activities[meet], ports[left - activities.Count].Port, ports[right - activities.Count].Port)
            : null;
    }

    /// <summary>Whether the two run side by side and both wait for something after they parted.</summary>
    public bool AreWaitingTogether(Connection a, Connection b)
    {
        var meet = tree.Meet(Place(a), Place(b));
        return (IsPort(meet) || IsParallel(activities[meet])) && waits[Place(a)] > waits[meet] && waits[Place(b)] > waits[meet];
    }

    int AddPort(ActivityId activity, string port)
    {
        ports.Add((activity, port));
        return portIndexes[(activity, port)] = activities.Count + ports.Count - 1;
    }

    int Place(Connection connection) => portIndexes[(connection.Source, connection.Port)];

    bool IsPort(int node) => node >= activities.Count;

    bool Waits(int node) =>
        !IsPort(node) && flow.Find(activities[node])!.WithDescendants().Any(inner => flow.Catalogue.Has(inner, ActivityTraits.Waits));

    bool IsExclusive(ActivityId activityId) => LeavesBySeveral(activityId) == false;

    bool IsParallel(ActivityId activityId) => LeavesBySeveral(activityId) == true;

    // Null: of an activity that is not in the catalogue nobody can tell.
    bool? LeavesBySeveral(ActivityId activityId)
    {
        var activity = flow.Find(activityId)!;
        if (activity.Type == ActivityTypes.FlowSwitch)
            return activity.Inputs.GetValueOrDefault("mode") is not (null or { ExpressionType: ExpressionTypes.Literal, Text: null or "" or "MatchFirst" });
        return flow.Catalogue.Find(activity)?.Has(ActivityTraits.ManyOutcomes);
    }
}
