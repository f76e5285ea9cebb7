using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>The link of the first beheerder in a file beside the database, or where the erasure list is: for its owner alone, and gone when it was used.</summary>
static class Eerstebestand
{
    const string Achter = ".eerste-beheerder.txt";

    public static string Pad(StorageOptions options) => options.Provider == StorageProvider.Sqlite ? options.Target + Achter : options.ErasureFile + Achter;

    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static async Task SchrijfAsync(StorageOptions options, string tekst)
    {
        // What an earlier start left behind may be open to others.
        File.Delete(Pad(options));
        var vorm = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            vorm.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var schrijver = new StreamWriter(new FileStream(Pad(options), vorm));
        await schrijver.WriteAsync(tekst);
    }

    /// <summary>Throws the file away; when a link is named only the file with that one.</summary>
    public static void Ruim(StorageOptions options, string? link = null)
    {
        if (File.Exists(Pad(options)) && (link is null || File.ReadAllText(Pad(options)).Contains(link, StringComparison.Ordinal)))
            File.Delete(Pad(options));
    }
}
