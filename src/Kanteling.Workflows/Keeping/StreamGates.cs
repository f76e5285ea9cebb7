namespace Kanteling.Workflows.Keeping;

/// <summary>One decision in flight per stream in this process; callers are served in turn.</summary>
sealed class StreamGates
{
    readonly Dictionary<StreamId, Gate> gates = [];

    sealed class Gate
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public int Users;
    }

    public async Task<IDisposable> EnterAsync(StreamId stream, CancellationToken cancellation)
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

    void Leave(StreamId stream, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users == 0)
                gates.Remove(stream);
        }
    }

    sealed class Turn(StreamGates owner, StreamId stream, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Turn.Release();
            owner.Leave(stream, gate);
        }
    }
}
