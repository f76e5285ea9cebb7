namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// Held by the one server that writes. A lock of the operating system on a file beside the database: it goes with the
/// process, however that ends, and a file that is merely left behind locks nobody out.
/// </summary>
static class DatabaseLock
{
    /// <exception cref="DatabaseInUseException">Somebody holds it.</exception>
    public static FileStream Take(string path)
    {
        var file = path + ".lock";
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException reason) when (reason is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DatabaseInUseException(path, reason);
        }
    }
}
