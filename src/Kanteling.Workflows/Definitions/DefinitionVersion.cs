using System.Globalization;

namespace Kanteling.Workflows.Definitions;

/// <summary>One exact version of a definition; written as <c>toegang@3</c>.</summary>
public readonly record struct DefinitionVersion(string DefinitionId, int Version)
{
    /// <exception cref="FormatException">The text has no '@' followed by a whole number.</exception>
    public static DefinitionVersion Parse(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new DefinitionVersion(text[..at], version)
            : throw new FormatException($"'{text}' is not a definition version.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DefinitionId}@{Version}");
}
