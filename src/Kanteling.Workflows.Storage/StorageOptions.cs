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

    public static StorageOptions Sqlite(string path) => new(StorageProvider.Sqlite, path);

    public static StorageOptions Postgres(string connectionString) => new(StorageProvider.Postgres, connectionString);
}
