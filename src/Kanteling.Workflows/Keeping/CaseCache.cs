using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>A case as this process last knew it, with the hash of its last commit.</summary>
/// <param name="IsFolded">The snapshot was of an older format and the stream was folded instead; the next commit writes it whole.</param>
sealed record KnownCase(Case Case, ImmutableArray<byte> Hash, bool IsFolded = false);

/// <summary>Cases that were used lately. Only a hint: every commit checks the version, and every refusal is confirmed.</summary>
sealed class CaseCache(int capacity)
{
    readonly Lock gate = new();
    readonly Dictionary<string, LinkedListNode<(string Stream, KnownCase Known)>> nodes = new(StringComparer.Ordinal);
    readonly LinkedList<(string Stream, KnownCase Known)> byUse = [];

    public KnownCase? Find(string stream)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(stream, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Known;
        }
    }

    /// <summary>Remembers the case, unless a later version is known already.</summary>
    public KnownCase Keep(string stream, KnownCase known)
    {
        lock (gate)
        {
            if (nodes.TryGetValue(stream, out var node) && node.Value.Known.Case.Version > known.Case.Version)
                return known;
            Remove(stream);
            nodes[stream] = byUse.AddLast((stream, known));
            if (nodes.Count > capacity)
                Remove(byUse.First!.Value.Stream);
            return known;
        }
    }

    public void Forget(string stream)
    {
        lock (gate)
            Remove(stream);
    }

    void Remove(string stream)
    {
        if (nodes.Remove(stream, out var node))
            byUse.Remove(node);
    }
}

/// <summary>One decision in flight per stream in this process; callers are served in turn.</summary>
sealed class StreamGates
{
    readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    sealed class Gate
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public int Users;
    }

    public async Task<IDisposable> EnterAsync(string stream, CancellationToken cancellation)
    {
        Gate gate;
        lock (gates)
        {
            if (!gates.TryGetValue(stream, out gate!))
                gates.Add(stream, gate = new Gate());
            gate.Users++;
        }
        try
        {
            await gate.Turn.WaitAsync(cancellation);
        }
        catch
        {
            Leave(stream, gate);
            throw;
        }
        return new Turn(this, stream, gate);
    }

    void Leave(string stream, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users == 0)
                gates.Remove(stream);
        }
    }

    sealed class Turn(StreamGates owner, string stream, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Turn.Release();
            owner.Leave(stream, gate);
        }
    }
}
