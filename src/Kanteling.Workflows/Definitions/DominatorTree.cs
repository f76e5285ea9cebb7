namespace Kanteling.Workflows.Definitions;

/// <summary>
/// Who stands on every path. In an acyclic graph with one root, <c>a</c> dominates <c>b</c> when each path from the root to <c>b</c>
/// passes <c>a</c>. Because nodes come in topological order, the parent of a node in this tree is simply the lowest common ancestor
/// of its predecessors, and jump pointers make that (and every later question) logarithmic.
/// </summary>
internal sealed class DominatorTree
{
    private readonly int[][] jumps;
    private readonly int[] depth;

    /// <param name="count">Number of nodes; nodes outside <paramref name="topologicalOrder"/> are unreachable.</param>
    /// <param name="topologicalOrder">The root first; every other node after all its predecessors.</param>
    /// <param name="predecessors">Of each node, only reachable ones.</param>
    public DominatorTree(int count, IReadOnlyList<int> topologicalOrder, Func<int, IEnumerable<int>> predecessors)
    {
        jumps = new int[int.Log2(Math.Max(count, 1)) + 1][];
        for (var level = 0; level < jumps.Length; level++)
            jumps[level] = new int[count];
        depth = new int[count];
        for (var i = 0; i < topologicalOrder.Count; i++)
            Place(topologicalOrder[i], i == 0 ? topologicalOrder[0] : predecessors(topologicalOrder[i]).Aggregate(Meet), isRoot: i == 0);
    }

    public int Depth(int node) => depth[node];

    public int Parent(int node) => jumps[0][node];

    public bool Dominates(int above, int below) => depth[below] >= depth[above] && Lift(below, depth[above]) == above;

    /// <summary>The deepest node that dominates both.</summary>
    public int Meet(int a, int b)
    {
        if (depth[a] > depth[b])
            a = Lift(a, depth[b]);
        else
            b = Lift(b, depth[a]);
        if (a == b)
            return a;
        for (var level = jumps.Length - 1; level >= 0; level--)
            if (jumps[level][a] != jumps[level][b])
                (a, b) = (jumps[level][a], jumps[level][b]);
        return jumps[0][a];
    }

    /// <summary>The ancestor of the node at that depth.</summary>
    public int Lift(int node, int toDepth)
    {
        for (var level = jumps.Length - 1; level >= 0; level--)
            if (depth[node] - (1 << level) >= toDepth)
                node = jumps[level][node];
        return node;
    }

    private void Place(int node, int parent, bool isRoot)
    {
        depth[node] = isRoot ? 0 : depth[parent] + 1;
        jumps[0][node] = parent;
        for (var level = 1; level < jumps.Length; level++)
            jumps[level][node] = jumps[level - 1][jumps[level - 1][node]];
    }
}
