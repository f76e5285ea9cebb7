using System.Collections.Concurrent;

namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>Reading connections, lent out one at a time with their prepared statements. As many as were ever needed at once.</summary>
sealed class SqliteReaders(string path) : IDisposable
{
    readonly ConcurrentBag<SqliteSession> free = [];
    volatile bool isClosed;

    public SqliteSession Rent() => free.TryTake(out var session) ? session : SqliteSession.ForReading(path);

    public void GiveBack(SqliteSession session)
    {
        if (isClosed)
            session.Dispose();
        else
            free.Add(session);
    }

    public void Dispose()
    {
        isClosed = true;
        while (free.TryTake(out var session))
            session.Dispose();
    }
}
