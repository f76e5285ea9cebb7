namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>A write that waits for its turn. Withdrawn while it waits it does nothing; once taken it is finished.</summary>
abstract class SqliteWork
{
    const int Waiting = 0, Taken = 1, Withdrawn = 2;

    int state;

    /// <summary>It is not run together with others: it may not be run twice, as EF's tracking cannot.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Afterwards no old bytes may be left in the WAL.</summary>
    public bool Erases { get; init; }

    public bool Take() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    protected bool Withdraw() => Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting;

    /// <summary>Writes, inside the transaction of the group.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>Its transaction was committed: whoever waits may know.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception reason);
}

sealed class SqliteWork<T>(Func<SqliteSession, T> write, CancellationToken cancellation) : SqliteWork
{
    readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    CancellationTokenRegistration registration;
    T result = default!;

    public Task<T> Done => done.Task;

    /// <summary>From here on the caller may change his mind.</summary>
    public void Listen()
    {
        if (cancellation.CanBeCanceled)
            registration = cancellation.UnsafeRegister(static (work, token) => ((SqliteWork<T>)work!).Cancel(token), this);
    }

    public override void Run(SqliteSession session) => result = write(session);

    public override void Complete()
    {
        registration.Dispose();
        done.TrySetResult(result);
    }

    public override void Fail(Exception reason)
    {
        registration.Dispose();
        done.TrySetException(reason);
    }

    void Cancel(CancellationToken token)
    {
        if (Withdraw())
            done.TrySetCanceled(token);
    }
}
