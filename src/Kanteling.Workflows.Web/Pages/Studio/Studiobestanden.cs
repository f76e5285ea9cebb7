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

    readonly FrozenDictionary<string, Studiobestand> bestanden;

    /// <param name="map">Where they lie; it need not exist.</param>
    public Studiobestanden(string map)
    {
        var root = new DirectoryInfo(map);
        bestanden = (root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : []).Select(bestand => Of(root, bestand)).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether the designers came with this build.</summary>
    public bool IsThere => bestanden.ContainsKey(Start);

    public IEnumerable<Studiobestand> All => bestanden.Values;

    /// <param name="naam">Below the base path, with slashes; null finds nothing.</param>
    public Studiobestand? Find(string? naam) => naam is null ? null : bestanden.GetValueOrDefault(naam);

    static Studiobestand Of(DirectoryInfo root, FileInfo bestand)
    {
        var naam = Path.GetRelativePath(root.FullName, bestand.FullName).Replace('\\', '/');
        var isPacked = naam.EndsWith(Packed, StringComparison.Ordinal);
        return new Studiobestand(isPacked ? naam[..^Packed.Length] : naam, bestand.FullName, isPacked);
    }
}
