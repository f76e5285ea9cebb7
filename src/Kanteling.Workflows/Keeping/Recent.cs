namespace Kanteling.Workflows.Keeping;

/// <summary>Remembers what was used lately, and never more than its capacity. Any number of threads may use it.</summary>
public sealed class Recent<TKey, TValue>(int capacity) where TKey : notnull where TValue : class
{
    readonly Lock gate = new();
    readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> nodes = [];
    readonly LinkedList<KeyValuePair<TKey, TValue>> byUse = [];

    /// <summary>Everything that is remembered, the longest unused first.</summary>
    public KeyValuePair<TKey, TValue>[] All
    {
        get
        {
            lock (gate)
                return [.. byUse];
        }
    }

    public TValue? Find(TKey key)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Value;
        }
    }

    /// <param name="unless">Leaves what is remembered as it is when this says so of it.</param>
    public void Keep(TKey key, TValue value, Func<TValue, bool>? unless = null)
    {
        lock (gate)
        {
            if (unless is not null && nodes.TryGetValue(key, out var known) && unless(known.Value.Value))
                return;
            Remove(key);
            nodes[key] = byUse.AddLast(KeyValuePair.Create(key, value));
            if (nodes.Count > capacity)
                Remove(byUse.First!.Value.Key);
        }
    }

    /// <summary>What is remembered under this key; made and kept when there is nothing. Two at once may both make it.</summary>
    public TValue Of(TKey key, Func<TValue> make)
    {
        if (Find(key) is { } known)
            return known;
        var made = make();
        Keep(key, made);
        return made;
    }

    public void Forget(TKey key)
    {
        lock (gate)
            Remove(key);
    }

    void Remove(TKey key)
    {
        if (nodes.Remove(key, out var node))
            byUse.Remove(node);
    }
}
