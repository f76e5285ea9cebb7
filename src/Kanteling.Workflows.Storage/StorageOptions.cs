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

    /// <summary>Which database this is, without who opens it and how: equal for two that would work on one.</summary>
    public string Place
    {
        get
        {
            if (Provider == StorageProvider.Sqlite)
                return Path.GetFullPath(Target);
            var connection = new NpgsqlConnectionStringBuilder(Target);
            return $"{connection.Host?.ToLowerInvariant()}:{connection.Port}/{connection.Database ?? connection.Username}";
        }
    }

    public static StorageOptions Sqlite(string path) => new(StorageProvider.Sqlite, path);

    public static StorageOptions Postgres(string connectionString) => new(StorageProvider.Postgres, connectionString);
}
