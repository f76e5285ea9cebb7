namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// Held by the one server that writes. A lock of the operating system on a file beside the database: it goes with the
/// process, however that ends, and a file that is merely left behind locks nobody out.
/// </summary>
static class DatabaseLock
{
    // As the operating systems number them: no space, a disk that is only read, no quota left. Nobody holds it then.
    const int NoSpace = 28, ReadOnly = 30, QuotaFull = 122;

    /// <exception cref="DatabaseInUseException">Somebody holds it.</exception>
    public static FileStream Take(string path)
    {
        var file = path + ".lock";
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException reason) when (reason is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && reason.HResult is not (NoSpace or ReadOnly or QuotaFull))
        {
            throw new DatabaseInUseException(path, reason);
        }
    }
}
