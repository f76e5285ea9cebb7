using System.Globalization;

namespace Kanteling.Workflows.Definitions;

/// <summary>One version of one definition, written <c>toegang@3</c>. Published versions are immutable, so this names exactly one drawing.</summary>
/// <param name="DefinitionId">Elsa's <c>definitionId</c>: the same for every version.</param>
/// <param name="Version">Counts from 1.</param>
public readonly record struct DefinitionVersion(DefinitionId DefinitionId, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DefinitionId}@{Version}");

    /// <summary>Reads <c>id@version</c>; the id itself may hold an @.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static DefinitionVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not of the form definition@version.");

    /// <summary>Reads <c>id@version</c>; false when the text is not of that form.</summary>
    public static bool TryParse(string? text, out DefinitionVersion version)
    {
        version = default;
        var at = text?.LastIndexOf('@') ?? -1;
        if (at <= 0 || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        version = new DefinitionVersion(new(text![..at]), number);
        return true;
    }
}
