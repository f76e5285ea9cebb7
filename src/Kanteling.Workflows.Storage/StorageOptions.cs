using System.Collections.Immutable;
using Npgsql;

namespace Kanteling.Workflows.Storage;

public enum StorageProvider { Sqlite, Postgres }

/// <summary>Which database, and where.</summary>
/// <param name="Target">SQLite: path of the file. PostgreSQL: connection string.</param>
public sealed record StorageOptions(StorageProvider Provider, string Target)
{
    /// <summary>SQLite: an answered command survives power loss. False is for tests only.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>
    /// The secret keys of this database. Null on SQLite: those in the file beside it, made at the first start. PostgreSQL has
    /// several nodes with the same keys, so there they have to be given.
    /// </summary>
    public KeyRing? Keys { get; init; }

    /// <summary>File with what was erased, outside the database. Null on SQLite: beside it; on PostgreSQL: in the working folder, under the name of the database.</summary>
    public string? ErasureList { get; init; }

    internal const string ErasedBeside = ".gewist";

    /// <summary>The file with what was erased, given or not.</summary>
    public string ErasureFile => Path.GetFullPath(ErasureList ?? (Provider == StorageProvider.Sqlite ? Target : new NpgsqlConnectionStringBuilder(Target).Database) + ErasedBeside);

    /// <summary>Which database this is, on each of the servers where it may be, without who opens it and how: two that have one in common would work on one.</summary>
    public ImmutableArray<string> Places
    {
        get
        {
            if (Provider == StorageProvider.Sqlite)
                return [Path.GetFullPath(Target)];
            var connection = new NpgsqlConnectionStringBuilder(Target);
            return [.. Hosts(connection).Select(host => $"{host}/{connection.Database ?? connection.Username}")];
        }
    }

    /// <summary>PostgreSQL: of several servers the one that can be written to, unless somebody asked for something else.</summary>
    internal string Connection
    {
        get
        {
            var connection = new NpgsqlConnectionStringBuilder(Target);
            if (Hosts(connection).Length > 1)
                connection.TargetSessionAttributes ??= "read-write";
            // A node that hangs in the middle of a transaction holds the others up no longer than this, or than who runs the database says. Nothing here thinks in one.
            connection.Options = $"-c idle_in_transaction_session_timeout=15s {connection.Options}".TrimEnd();
            return connection.ConnectionString;
        }
    }

    /// <summary>Each as host and port; a host may bring its own port.</summary>
    static ImmutableArray<string> Hosts(NpgsqlConnectionStringBuilder connection) =>
        [.. (connection.Host ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries).Select(host => HasPort(host) ? host : $"{host}:{connection.Port}").Distinct(StringComparer.Ordinal)];

    /// <summary>An address of IPv6 has colons of its own, and a socket is a path.</summary>
    static bool HasPort(string host) => !host.StartsWith('/') && host.LastIndexOf(':') is > 0 and var colon && (host.IndexOf(':') == colon || host[colon - 1] == ']');

    public static StorageOptions Sqlite(string path) => new(StorageProvider.Sqlite, path);

    public static StorageOptions Postgres(string connectionString) => new(StorageProvider.Postgres, connectionString);
}
