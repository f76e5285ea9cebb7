using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// The database did not answer or could not write. Nothing was acknowledged: sending the same command again, under the
/// same command id, is safe and has one effect.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    StorageUnavailableException(Exception inner, bool isFull)
        : base(isFull ? "The disk of the database is full." : "The database is not available.", inner) => IsFull = isFull;

    /// <summary>True when there is no space left (HTTP 507 and not 503).</summary>
    public bool IsFull { get; }

    /// <summary>Of a server, that may come back by itself; a disk is mended by somebody.</summary>
    public bool IsOfServer => InnerException is NpgsqlException && !IsFull;

    /// <summary>PostgreSQL answered, and will not let this user in: what waiting does not mend. Its code; null otherwise.</summary>
    public string? NotLetIn => InnerException is PostgresException { SqlState: { } state } && state.StartsWith("28", StringComparison.Ordinal) ? state : null;

    // From SQLite: the codes that say something of the disk or of others, and nothing of the command.
    const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;

    // From PostgreSQL: what is no error of the statement. Connection, who may come in, which database, resources, an operator, the disk.
    static readonly string[] Classes = ["08", "28", "3D", "53", "57", "58"];

    /// <summary>The failure of the database that is in this exception or in what it wraps, as this one; null when there is none.</summary>
    public static StorageUnavailableException? In(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (at is StorageUnavailableException already)
                return already;
            if (at is NpgsqlException or SqliteException && IsOfDatabase(at))
                return Of(at);
        }
        return null;
    }

    /// <summary>Whether this is a failure of the database, also when EF Core wrapped it.</summary>
    internal static bool IsOf(Exception e) => IsOfDatabase(Unwrapped(e));

    /// <summary>Whether it took too long: asking again only makes who waits wait longer.</summary>
    internal static bool IsSlow(Exception e) => Unwrapped(e) is TimeoutException or NpgsqlException { InnerException: TimeoutException } or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>This exception for a failure of the database; any other as it is.</summary>
    internal static Exception For(Exception e) => IsOf(e) ? Of(Unwrapped(e)) : e;

    static StorageUnavailableException Of(Exception e) => new(e, e is SqliteException { SqliteErrorCode: Full } or PostgresException { SqlState: PostgresErrorCodes.DiskFull });

    /// <summary>EF Core says of what may pass by itself that it is an invalid operation.</summary>
    static Exception Unwrapped(Exception e) => e is InvalidOperationException or DbUpdateException && e.InnerException is { } inner ? Unwrapped(inner) : e;

    static bool IsOfDatabase(Exception e) => e switch
    {
        SqliteException s => s.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen,
        // A server that follows another only reads: it was the first one until just now, or is not yet.
        PostgresException p => p.IsTransient || p.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or "25P03"
            || Classes.Any(c => p.SqlState.StartsWith(c, StringComparison.Ordinal)),
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };
}
