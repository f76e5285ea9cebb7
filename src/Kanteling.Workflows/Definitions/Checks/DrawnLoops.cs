namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>Tarjan's strongly connected components, on a stack of its own instead of the program's.</summary>
sealed class DrawnLoops
{
    readonly IReadOnlyList<int[]> next;
    readonly int[] order;
    readonly int[] low;
    readonly bool[] isOpen;
    readonly Stack<int> open = new();
    readonly List<IReadOnlyList<int>> found = [];
    int clock;

    DrawnLoops(IReadOnlyList<int[]> next)
    {
        this.next = next;
        order = new int[next.Count];
        low = new int[next.Count];
        isOpen = new bool[next.Count];
    }

    /// <summary>Each largest set of nodes that can all reach each other: two or more, or one that leads to itself.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> In(IReadOnlyList<int[]> next)
    {
        var loops = new DrawnLoops(next);
        for (var node = 0; node < next.Count; node++)
        {
            if (loops.order[node] == 0)
                loops.Visit(node);
        }
        return loops.found;
    }

    void Visit(int root)
    {
        var path = new Stack<(int Node, int Edge)>();
        Enter(root);
        path.Push((root, 0));
        while (path.TryPop(out var step))
        {
            var (node, edge) = step;
            if (edge == next[node].Length)
            {
                Leave(node);
                if (path.TryPeek(out var caller))
                    low[caller.Node] = Math.Min(low[caller.Node], low[node]);
                continue;
            }
            path.Push((node, edge + 1));
            var target = next[node][edge];
            if (order[target] == 0)
            {
                Enter(target);
                path.Push((target, 0));
            }
            else if (isOpen[target])
            {
                low[node] = Math.Min(low[node], order[target]);
            }
        }
    }

    void Enter(int node)
    {
        order[node] = low[node] = ++clock;
        open.Push(node);
        isOpen[node] = true;
    }

    void Leave(int node)
    {
        if (low[node] != order[node])
            return;
        var component = new List<int>();
        do
        {
            component.Add(open.Peek());
            isOpen[open.Peek()] = false;
        }
        while (open.Pop() != node);
        if (component.Count > 1 || next[node].Contains(node))
            found.Add(component);
    }
}
