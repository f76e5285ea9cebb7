namespace Kanteling.Workflows.Storage;

/// <summary>PostgreSQL let this user in, and the database that it names is not there and not to be made by it, or its tables are not.</summary>
public sealed class DatabaseNotAllowedException(string database, bool isMissing, Exception inner)
    : Exception(isMissing ? $"The database {database} does not exist, and this user may not make it." : $"This user may not make the tables of the database {database}.", inner)
{
    /// <summary>The name of the PostgreSQL database.</summary>
    public string Database { get; } = database;

    /// <summary>Whether it is the database itself.</summary>
    public bool IsMissing { get; } = isMissing;
}
