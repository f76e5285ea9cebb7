using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// The one that writes. SQLite has one writer at a time and a durable commit costs a wait for the disk, so a single
/// thread takes whatever waits and commits it together. The law: nobody hears of his write before the group's COMMIT
/// returned; a write that refuses itself (a version moved on) changed nothing and harms nobody; if one throws, or the
/// COMMIT does, the whole group is rolled back and run again one by one, so that only the guilty one fails.
/// </summary>
sealed class SqliteWriter : IDisposable
{
    readonly SqliteQueue queue = new();
    readonly Func<SqliteSession> open;
    readonly Thread thread;
    SqliteSession? session;
    bool mustTruncate;

    public SqliteWriter(Func<SqliteSession> open)
    {
        this.open = open;
        thread = new Thread(Run) { Name = "SQLite writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Writes in a transaction, together with others that wait. It may be run twice and must not count on once.</summary>
    public Task<T> GroupAsync<T>(Func<SqliteSession, T> write, bool isPerson, CancellationToken cancellation) =>
        Add(new SqliteWork<T>(write, cancellation), isPerson);

    /// <summary>Writes in a transaction of its own, and afterwards empties the WAL of what was there before.</summary>
    public Task<T> EraseAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation) =>
        Add(new SqliteWork<T>(write, cancellation) { IsAlone = true, Erases = true }, isPerson: true);

    /// <summary>
    /// Runs a piece of work on the writing session in a transaction of its own, once. The transaction is already
    /// begun: the work neither begins nor ends one, and waits for nothing but this database.
    /// </summary>
    public Task<T> RunAsync<T>(Func<SqliteSession, Task<T>> write, CancellationToken cancellation) =>
        Add(new SqliteWork<T>(s => write(s).GetAwaiter().GetResult(), cancellation) { IsAlone = true }, isPerson: true);

    /// <summary>Finishes what waits and closes.</summary>
    public void Dispose()
    {
        queue.Close();
        thread.Join();
    }

    Task<T> Add<T>(SqliteWork<T> work, bool isPerson)
    {
        work.Listen();
        queue.Add(work, isPerson);
        return work.Done;
    }

    void Run()
    {
        var group = new List<SqliteWork>();
        while (queue.Take(group))
            Write(group);
        session?.Dispose();
    }

    void Write(List<SqliteWork> group)
    {
        try
        {
            session ??= open();
            session.Begin();
            foreach (var work in group)
                work.Run(session);
            session.Commit();
        }
        catch (Exception reason)
        {
            Abandon();
            WriteOneByOne(group, reason);
            return;
        }
        mustTruncate |= group.Exists(work => work.Erases);
        if (mustTruncate)
            Truncate();
        foreach (var work in group)
            work.Complete();
    }

    void WriteOneByOne(List<SqliteWork> group, Exception reason)
    {
        if (group is [var guilty])
        {
            guilty.Fail(StorageUnavailableException.For(reason));
        }
        else
        {
            foreach (var work in group)
                Write([work]);
        }
    }

    // After an error of the disk the connection itself is in doubt: the next group opens a new one.
    void Abandon()
    {
        try
        {
            session?.Rollback();
        }
        catch (SqliteException)
        {
            session?.Dispose();
            session = null;
        }
    }

    // The write is committed whatever becomes of this: while a reader is in the way it is tried again after every group.
    void Truncate()
    {
        try
        {
            mustTruncate = !session!.Truncate();
        }
        catch (SqliteException)
        {
            mustTruncate = true;
        }
    }
}
