namespace Kanteling.Workflows.Storage;

/// <summary>A database whose tables a later version of the program brought further than this one knows.</summary>
public sealed class NewerDatabaseException(string target, string migration)
    : Exception($"The database {target} is of a later version: it has {migration}.")
{
    /// <summary>The path of the file, or the name of the PostgreSQL database.</summary>
    public string Target { get; } = target;
}
