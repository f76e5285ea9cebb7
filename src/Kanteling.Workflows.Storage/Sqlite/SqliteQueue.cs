namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// The writes that wait. People go before timers, yet of every full group a few places are for timers, so that they
/// are late and never forgotten.
/// </summary>
sealed class SqliteQueue
{
    const int Largest = 64;
    const int ForTimers = 8;

    readonly Queue<SqliteWork> people = new();
    readonly Queue<SqliteWork> timers = new();
    readonly object gate = new();
    bool isClosed;

    /// <exception cref="ObjectDisposedException">The database was closed.</exception>
    public void Add(SqliteWork work, bool isPerson)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            (isPerson ? people : timers).Enqueue(work);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for work and takes all that may go together; false when closed and empty.</summary>
    public bool Take(List<SqliteWork> group)
    {
        group.Clear();
        lock (gate)
        {
            while (group.Count == 0)
            {
                while (people.Count + timers.Count == 0)
                {
                    if (isClosed)
                        return false;
                    Monitor.Wait(gate);
                }
                if (Fill(group, people, timers.Count > 0 ? Largest - ForTimers : Largest))
                    Fill(group, timers, Largest);
            }
        }
        return true;
    }

    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <returns>True when others may join the group.</returns>
    static bool Fill(List<SqliteWork> group, Queue<SqliteWork> waiting, int most)
    {
        while (group.Count < most && waiting.TryPeek(out var next))
        {
            if (next.IsAlone && group.Count > 0)
                return false;
            waiting.Dequeue();
            if (!next.Take())
                continue;
            group.Add(next);
            if (next.IsAlone)
                return false;
        }
        return true;
    }
}
