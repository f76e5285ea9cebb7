using Microsoft.Data.Sqlite;
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

    // From SQLite: the codes that say something of the disk or of others, and nothing of the command.
    const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14;

    internal static bool IsOf(Exception e) => e switch
    {
        SqliteException s => s.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen,
        PostgresException p => p.IsTransient || p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>This exception for a failure of the database; any other as it is.</summary>
    internal static Exception For(Exception e) =>
        IsOf(e) ? new StorageUnavailableException(e, e is SqliteException { SqliteErrorCode: Full } or PostgresException { SqlState: "53100" }) : e;
}
