namespace Kanteling.Workflows.Storage;

/// <summary>A database of before format 1 as it is now, which is read by no later version.</summary>
public sealed class OlderDatabaseException(string target)
    : Exception($"The database {target} is of before format 1 as it is now and is not upgraded.")
{
    /// <summary>The path of the file, or the name of the PostgreSQL database.</summary>
    public string Target { get; } = target;
}
