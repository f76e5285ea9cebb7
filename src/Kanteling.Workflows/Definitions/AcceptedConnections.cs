namespace Kanteling.Workflows.Definitions;

/// <summary>
/// The forward connections found so far, and whether they lead from one activity to another. Nearly always answered at once:
/// an activity that was not expanded yet leads nowhere, and an ordinary way back goes to an ancestor in the tree of discovery.
/// Only a connection sideways, to an activity already expanded, needs a search.
/// </summary>
sealed class AcceptedConnections(int start, int count)
{
    readonly List<int>?[] targets = new List<int>?[count];
    readonly AncestorTree discovery = AncestorTree.From(start, count);
    readonly int[] seen = new int[count];
    readonly Stack<int> open = new();
    int round;

    /// <param name="source">Already known.</param>
    /// <param name="target">Known or new.</param>
    /// <param name="isNew">Whether this connection discovers its target.</param>
    public void Add(int source, int target, bool isNew)
    {
        (targets[source] ??= []).Add(target);
        if (isNew)
            discovery.Add(target, source);
    }

    /// <summary>Whether there is a path; <paramref name="to"/> must have been discovered.</summary>
    public bool Lead(int from, int to) =>
        from == to || (targets[from] is not null && (discovery.IsAbove(from, to) || Search(from, to)));

    bool Search(int from, int to)
    {
        round++;
        open.Clear();
        open.Push(from);
        while (open.TryPop(out var node))
        {
            foreach (var next in targets[node] ?? [])
            {
                if (next == to)
                    return true;
                if (seen[next] == round)
                    continue;
                seen[next] = round;
                open.Push(next);
            }
        }
        return false;
    }
}
