using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>A case as this process last knew it, with the hash of its last commit.</summary>
sealed record KnownCase(Case Case, ImmutableArray<byte> Hash);

/// <summary>Cases that were used lately. Only a hint: every commit checks the version, and every refusal is confirmed.</summary>
sealed class CaseCache(int capacity)
{
    readonly ConcurrentDictionary<string, KnownCase> cases = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();

    public KnownCase? Find(string stream) => cases.GetValueOrDefault(stream);

    public KnownCase Keep(string stream, KnownCase known)
    {
        if (cases.TryAdd(stream, known))
            order.Enqueue(stream);
        else
            cases[stream] = known;
        while (cases.Count > capacity && order.TryDequeue(out var oldest))
            cases.TryRemove(oldest, out _);
        return known;
    }

    public void Forget(string stream) => cases.TryRemove(stream, out _);
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
            if (--gate.Users == 0)
                gates.Remove(stream);
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
