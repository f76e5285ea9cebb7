using System.Globalization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>Elsa's id of one version of a definition: <c>{definitionId}-{version}</c>, always. What a client says it is, is not believed.</summary>
public static class Versieid
{
    public static string Van(DefinitionId definitionId, int version) => string.Create(CultureInfo.InvariantCulture, $"{definitionId}-{version}");

    public static string Van(DefinitionVersion version) => Van(version.DefinitionId, version.Version);

    /// <summary>Definition and version; false when the text is not of that form.</summary>
    public static bool Lees(string? id, out DefinitionVersion version)
    {
        version = default;
        var dash = id?.LastIndexOf('-') ?? -1;
        if (dash <= 0 || !int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer))
            return false;
        version = new DefinitionVersion(new(id![..dash]), nummer);
        // One id, one spelling: "toegang-01" is nobody's.
        return Van(version) == id;
    }
}
