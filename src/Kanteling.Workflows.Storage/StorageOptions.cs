namespace Kanteling.Workflows.Storage;

public enum StorageProvider { Sqlite, Postgres }

/// <summary>Which database, and where.</summary>
/// <param name="Target">SQLite: path of the file. PostgreSQL: connection string.</param>
public sealed record StorageOptions(StorageProvider Provider, string Target)
{
    /// <summary>SQLite: an answered command survives power loss. False is for tests only.</summary>
    public bool IsDurable { get; init; } = true;

    public static StorageOptions Sqlite(string path) => new(StorageProvider.Sqlite, path);

    public static StorageOptions Postgres(string connectionString) => new(StorageProvider.Postgres, connectionString);
}
