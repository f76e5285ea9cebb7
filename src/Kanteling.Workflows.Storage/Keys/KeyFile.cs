namespace Kanteling.Workflows.Storage.Keys;

/// <summary>
/// The keys of an embedded database, in a file beside it that only its owner may read: a key a line, the current one first,
/// as <see cref="KeyText"/> writes them. Made at the first start. A backup of the database without it recognises no earlier request.
/// </summary>
static class KeyFile
{
    const string Heading = "# Sleutels van deze database, de huidige eerst. Bewaar dit bestand bij elke reservekopie en deel het met niemand.";

    public static string Of(string database) => database + ".sleutels";

    /// <summary>Makes the file with a new key, where there is none yet.</summary>
    public static KeyRing Make(string database)
    {
        var line = KeyText.New("eerste");
        // First under another name, so that a start that is cut off leaves no half a file.
        var draft = Of(database) + ".nieuw";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        using (var writer = new StreamWriter(file))
        {
            writer.Write($"{Heading}\n{line}\n");
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, Of(database), overwrite: false);
        return Read(database)!;
    }

    /// <summary>The keys in the file, or null when it is not there.</summary>
    /// <exception cref="KeysRefusedException">What stands in it is no key ring.</exception>
    public static KeyRing? Read(string database) => File.Exists(Of(database))
        ? KeyText.Read(File.ReadAllLines(Of(database)).Where(line => line.Length > 0 && !line.StartsWith('#')))
        : null;
}
