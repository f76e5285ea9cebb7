namespace Kanteling.Workflows.Timers;

/// <summary>A place for one; who comes later waits.</summary>
sealed class OneAtATime
{
    readonly SemaphoreSlim place = new(1, 1);

    /// <summary>Disposing what comes back leaves the place.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await place.WaitAsync(cancellation);
        return new Turn(place);
    }

    sealed class Turn(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
