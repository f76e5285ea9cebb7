namespace Kanteling.Workflows.Storage;

/// <summary>Another server holds this SQLite database; two that write would each miss what the other knows.</summary>
public sealed class DatabaseInUseException(string path, Exception inner)
    : Exception($"Another server is working on the database {path}. Stop that one first, or use PostgreSQL for several servers.", inner)
{
    /// <summary>The database file.</summary>
    public string Path { get; } = path;
}
