using Kanteling.Workflows.Storage.Commits;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// One connection with its statements, prepared once and used again. For one thread at a time. Questions go through
/// ADO.NET; what only writes is bound to SQLite directly, which costs less than half.
/// </summary>
sealed class SqliteSession : IDisposable
{
    // Texts are constants: the same text is the same object.
    readonly Dictionary<string, SqliteCommand> questions = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, sqlite3_stmt> writes = new(ReferenceEqualityComparer.Instance);

    long position;

    SqliteSession(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>For writing. FULL: an answered command survives power loss; secure_delete: what is removed is overwritten.</summary>
    public static SqliteSession ForWriting(string path, bool isDurable) => Open(path, SqliteOpenMode.ReadWriteCreate, $"""
        PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = {(isDurable ? "FULL" : "OFF")};
        PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536;
        """);

    public static SqliteSession ForReading(string path) =>
        Open(path, SqliteOpenMode.ReadOnly, "PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -16384;");

    /// <summary>A database in memory that is gone with the session.</summary>
    public static SqliteSession InMemory() => Open(":memory:", SqliteOpenMode.ReadWriteCreate, "PRAGMA journal_mode = OFF");

    static SqliteSession Open(string path, SqliteOpenMode mode, string pragmas)
    {
        // Our own pools keep the statements; a pool below them would only hold files open.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The next position in the feed. Only the one writer draws them, within its transaction, so they are committed in their own
    /// order; what is drawn and not used leaves a gap.
    /// </summary>
    public long NextPosition()
    {
        if (position == 0)
            position = (long)Scalar(EpochSql.LastPosition)!;
        return ++position;
    }

    /// <summary>From here on the feed goes on in a new epoch.</summary>
    public void BeginEpoch()
    {
        Run(new(EpochSql.Begin, (NextPosition() >> EpochSql.NumberBits) + 1));
        position = 0;
    }

    /// <returns>The number of rows that changed.</returns>
    public int Run(Step step)
    {
        var write = Write(step.Sql);
        for (var n = 0; n < step.Values.Length; n++)
            Check(Bind(write, n + 1, step.Values[n]));
        var outcome = raw.sqlite3_step(write);
        var changes = raw.sqlite3_changes(Connection.Handle);
        // Throws before the reset, which would take the message away.
        try
        {
            if (outcome != raw.SQLITE_DONE && outcome != raw.SQLITE_ROW)
                Check(outcome);
        }
        finally
        {
            raw.sqlite3_reset(write);
        }
        return changes;
    }

    public object? Scalar(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Dispose the reader before this text is asked again.</summary>
    public SqliteDataReader Ask(string sql, params object?[] values) => Command(sql, values).ExecuteReader();

    public void Begin() => Run(new("BEGIN IMMEDIATE"));

    public void BeginReading() => Run(new("BEGIN"));

    public void Commit() => Run(new("COMMIT"));

    /// <summary>Ends the transaction without it, if SQLite did not end it already by itself (as when the disk is full).</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
            Run(new("ROLLBACK"));
    }

    /// <summary>Moves the WAL into the database and cuts it to nothing; false when a reader still needs it, after a short wait.</summary>
    public bool Truncate()
    {
        Run(new("PRAGMA busy_timeout = 250"));
        var isDone = Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is 0L;
        Run(new("PRAGMA busy_timeout = 5000"));
        return isDone;
    }

    public void Dispose()
    {
        foreach (var command in questions.Values)
            command.Dispose();
        foreach (var write in writes.Values)
            write.Dispose();
        Connection.Dispose();
    }

    sqlite3_stmt Write(string sql)
    {
        if (!writes.TryGetValue(sql, out var write))
        {
            // $1 is a name to SQLite, ?1 a place.
            Check(raw.sqlite3_prepare_v2(Connection.Handle, sql.Replace('$', '?'), out write));
            writes[sql] = write;
        }
        return write;
    }

    static int Bind(sqlite3_stmt write, int place, object? value) => Step.Bare(value) switch
    {
        null => raw.sqlite3_bind_null(write, place),
        long number => raw.sqlite3_bind_int64(write, place, number),
        string text => raw.sqlite3_bind_text(write, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(write, place, bytes),
        var other => throw new ArgumentException($"A {other.GetType().Name} is no value for SQLite."),
    };

    void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, Connection.Handle);

    SqliteCommand Command(string sql, object?[] values)
    {
        if (!questions.TryGetValue(sql, out var command))
            questions[sql] = command = Prepare(sql, values.Length);
        for (var n = 0; n < values.Length; n++)
            command.Parameters[n].Value = Step.Bare(values[n]) ?? DBNull.Value;
        return command;
    }

    SqliteCommand Prepare(string sql, int values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        for (var n = 1; n <= values; n++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${n}" });
        return command;
    }
}
