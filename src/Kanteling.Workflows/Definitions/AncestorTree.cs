namespace Kanteling.Workflows.Definitions;

/// <summary>
/// A tree that grows at its leaves and tells in logarithmic time who stands above whom, by jump pointers.
/// </summary>
sealed class AncestorTree
{
    readonly int[][] jumps;
    readonly int[] depth;

    AncestorTree(int count)
    {
        jumps = new int[int.Log2(Math.Max(count, 1)) + 1][];
        for (var level = 0; level < jumps.Length; level++)
            jumps[level] = new int[count];
        depth = new int[count];
    }

    /// <summary>A tree of at most <paramref name="count"/> nodes with only a root yet.</summary>
    public static AncestorTree From(int root, int count)
    {
        var tree = new AncestorTree(count);
        tree.Place(root, root, 0);
        return tree;
    }

    /// <summary>
    /// The dominators of an acyclic graph: above each node stand exactly those that every path from the root to it passes.
    /// Because nodes come in topological order, the parent of a node is the lowest common ancestor of its predecessors.
    /// </summary>
    /// <param name="count">Number of nodes, reachable or not.</param>
    /// <param name="topologicalOrder">The reachable nodes: the root first, every other after all its predecessors.</param>
    /// <param name="predecessors">Of each node, only reachable ones.</param>
    public static AncestorTree OfDominators(int count, IReadOnlyList<int> topologicalOrder, Func<int, IEnumerable<int>> predecessors)
    {
        var tree = From(topologicalOrder[0], count);
        foreach (var node in topologicalOrder.Skip(1))
            tree.Add(node, predecessors(node).Aggregate(tree.Meet));
        return tree;
    }

    public void Add(int node, int parent) => Place(node, parent, depth[parent] + 1);

    public int Depth(int node) => depth[node];

    public int Parent(int node) => jumps[0][node];

    /// <summary>Whether the one is an ancestor of the other, or the same.</summary>
    public bool IsAbove(int ancestor, int node) => depth[node] >= depth[ancestor] && Lift(node, depth[ancestor]) == ancestor;

    /// <summary>The deepest node above both.</summary>
    public int Meet(int a, int b)
    {
        if (depth[a] > depth[b])
            a = Lift(a, depth[b]);
        else
            b = Lift(b, depth[a]);
        if (a == b)
            return a;
        for (var level = jumps.Length - 1; level >= 0; level--)
        {
            if (jumps[level][a] != jumps[level][b])
                (a, b) = (jumps[level][a], jumps[level][b]);
        }
        return jumps[0][a];
    }

    /// <summary>The ancestor of the node at that depth.</summary>
    public int Lift(int node, int toDepth)
    {
        for (var level = jumps.Length - 1; level >= 0; level--)
        {
            if (depth[node] - (1 << level) >= toDepth)
                node = jumps[level][node];
        }
        return node;
    }

    void Place(int node, int parent, int atDepth)
    {
        depth[node] = atDepth;
        jumps[0][node] = parent;
        for (var level = 1; level < jumps.Length; level++)
            jumps[level][node] = jumps[level - 1][jumps[level - 1][node]];
    }
}
