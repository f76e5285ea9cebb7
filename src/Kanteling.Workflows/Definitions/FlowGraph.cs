namespace Kanteling.Workflows.Definitions;

/// <summary>
/// A flowchart as seen from its start. The law of this file (Elsa's counter-based flowchart): connections are met breadth-first
/// from the start; one that would close a cycle over those already accepted is <em>backward</em>, every other reachable one
/// <em>forward</em>. So forward connections never form a cycle, joins count only them, and a backward connection is valid exactly
/// when its target stands on every forward path from the start to its source. Works on indexes, without recursion.
/// </summary>
public sealed class FlowGraph
{
    enum Direction : byte { Unreachable, Forward, Backward }

    readonly ActivityNode[] activities;
    readonly Dictionary<ActivityId, int> indexes;
    readonly Connection[] connections;
    readonly Dictionary<Connection, int> connectionIndexes;
    readonly int[] sources;
    readonly int[] targets;
    readonly Direction[] directions;
    readonly Connection[][] outbound;
    readonly Connection[][] forwardInbound;
    readonly List<int> reached = [];
    readonly bool[] reachable;
    readonly Lazy<AncestorTree> dominators;

    internal FlowGraph(ActivityNode flowchart, ActivityNode? start)
    {
        Start = start;
        activities = [.. flowchart.FlowActivities];
        indexes = activities.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        connections = [.. flowchart.Connections.Where(connection => indexes.ContainsKey(connection.Source) && indexes.ContainsKey(connection.Target))];
        connectionIndexes = connections.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        sources = Array.ConvertAll(connections, connection => indexes[connection.Source]);
        targets = Array.ConvertAll(connections, connection => indexes[connection.Target]);
        directions = new Direction[connections.Length];
        reachable = new bool[activities.Length];
        outbound = Grouped(sources, _ => true);
        Classify();
        forwardInbound = Grouped(targets, connection => directions[connection] == Direction.Forward);
        dominators = new Lazy<AncestorTree>(Dominators);
    }

    /// <summary>Where it begins; null only for a flowchart without activities.</summary>
    public ActivityNode? Start { get; }

    /// <summary>The reachable activities, breadth-first from the start.</summary>
    public IEnumerable<ActivityNode> Reachable => reached.Select(index => activities[index]);

    /// <summary>Connections from the activity to activities of this flowchart, in drawing order. Empty for an unknown id.</summary>
    public IReadOnlyList<Connection> Outbound(ActivityId activityId) => indexes.TryGetValue(activityId, out var index) ? outbound[index] : [];

    /// <summary>Forward connections to the activity, in drawing order. Empty for an unknown id.</summary>
    public IReadOnlyList<Connection> ForwardInbound(ActivityId activityId) =>
        indexes.TryGetValue(activityId, out var index) ? forwardInbound[index] : [];

    /// <summary>Whether the connection leads back. False for one that cannot be reached.</summary>
    public bool IsBackward(Connection connection) =>
        connectionIndexes.TryGetValue(connection, out var index) && directions[index] == Direction.Backward;

    /// <summary>Whether every forward path from the start to the connection's source passes its target.</summary>
    public bool IsValidBackward(Connection connection) =>
        IsBackward(connection) && dominators.Value.IsAbove(indexes[connection.Target], indexes[connection.Source]);

    /// <summary>Whether anything leads from the start to the activity.</summary>
    public bool IsReachable(ActivityId activityId) => indexes.TryGetValue(activityId, out var index) && reachable[index];

    /// <summary>All activities of this flowchart from which the activity can be reached over forward connections, itself not included.</summary>
    public IReadOnlySet<ActivityId> Ancestors(ActivityId activityId)
    {
        var found = new HashSet<ActivityId>();
        var open = new Stack<ActivityId>([activityId]);
        while (open.TryPop(out var id))
        {
            foreach (var connection in ForwardInbound(id))
            {
                if (found.Add(connection.Source))
                    open.Push(connection.Source);
            }
        }
        return found;
    }

    /// <summary>The reachable activities so that each comes after all that lead forward to it.</summary>
    public IReadOnlyList<ActivityId> InForwardOrder() => [.. ForwardOrder().Select(index => activities[index].Id)];

    Connection[][] Grouped(int[] ends, Func<int, bool> counts)
    {
        var groups = new List<Connection>?[activities.Length];
        for (var i = 0; i < connections.Length; i++)
        {
            if (counts(i))
                (groups[ends[i]] ??= []).Add(connections[i]);
        }
        return Array.ConvertAll(groups, group => group?.ToArray() ?? []);
    }

    void Classify()
    {
        if (Start is null)
            return;
        reached.Add(indexes[Start.Id]);
        reachable[reached[0]] = true;
        var accepted = new AcceptedConnections(reached[0], activities.Length);
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var connection in outbound[reached[next]])
                Accept(connectionIndexes[connection], accepted);
        }
    }

    void Accept(int connection, AcceptedConnections accepted)
    {
        var (source, target) = (sources[connection], targets[connection]);
        if (accepted.Lead(target, source))
        {
            directions[connection] = Direction.Backward;
            return;
        }
        directions[connection] = Direction.Forward;
        accepted.Add(source, target, isNew: !reachable[target]);
        if (reachable[target])
            return;
        reachable[target] = true;
        reached.Add(target);
    }

    AncestorTree Dominators() => AncestorTree.OfDominators(
        activities.Length, ForwardOrder(), node => forwardInbound[node].Select(connection => indexes[connection.Source]));

    List<int> ForwardOrder()
    {
        var waiting = Array.ConvertAll(forwardInbound, inbound => inbound.Length);
        var order = new List<int>(reached.Count);
        if (reached.Count > 0)
            order.Add(reached[0]);
        for (var next = 0; next < order.Count; next++)
        {
            foreach (var connection in outbound[order[next]])
            {
                if (!IsBackward(connection) && --waiting[indexes[connection.Target]] == 0)
                    order.Add(indexes[connection.Target]);
            }
        }
        return order;
    }
}
