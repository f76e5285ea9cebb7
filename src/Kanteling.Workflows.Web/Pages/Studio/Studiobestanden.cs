using System.Collections.Frozen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>
/// The files of Elsa Studio, as the build laid them beside the program. The law of this file: what is not in the list that
/// is made at the start is not there, so that no address leads out of the folder.
/// </summary>
public sealed class Studiobestanden
{
    const string Packed = ".br";
    const string Start = "_framework/blazor.webassembly.js";

    readonly FrozenDictionary<string, Studiobestand> files;

    /// <param name="folder">Where they lie; it need not exist.</param>
    public Studiobestanden(string folder)
    {
        var root = new DirectoryInfo(folder);
        files = (root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : []).Select(file => Of(root, file)).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether the designers came with this build.</summary>
    public bool IsThere => files.ContainsKey(Start);

    public IEnumerable<Studiobestand> All => files.Values;

    /// <param name="name">Below the base path, with slashes; null finds nothing.</param>
    public Studiobestand? Find(string? name) => name is null ? null : files.GetValueOrDefault(name);

    static Studiobestand Of(DirectoryInfo root, FileInfo file)
    {
        var name = Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/');
        var isPacked = name.EndsWith(Packed, StringComparison.Ordinal);
        return new Studiobestand(isPacked ? name[..^Packed.Length] : name, file.FullName, isPacked);
    }
}
