using System.Collections.Frozen;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// The one catalogue of Dutch sentences (level B1) for every code that the Casework gives: refusals, errors in answers,
/// explanations. One partial file per subject; a new subject adds one line below.
/// </summary>
public static partial class Zinnen
{
    static readonly FrozenDictionary<string, string> Catalogus = new[]
        {
            Feel,
            Formulieren,
            Huishoudens,
            Mogelijkheden,
            Motor,
            Termijnen,
            Verlopen,
            Verzoeken,
            Bewijs,
            Brieven,
            Plannen,
        }
        .SelectMany(onderwerp => onderwerp)
        .ToFrozenDictionary(zin => zin.Code, zin => zin.Tekst, StringComparer.Ordinal);

    /// <summary>Every code that has a sentence.</summary>
    public static IReadOnlyCollection<string> Codes => Catalogus.Keys;

    /// <summary>Whether the catalogue knows this code.</summary>
    public static bool Kent(string code) => Catalogus.ContainsKey(code);

    /// <summary>
    /// The sentence of a code. Total, because it also runs where an error is already being shown: an unknown code gives
    /// the code itself with its arguments, a missing argument an ellipsis.
    /// </summary>
    public static string Voor(string code, params IReadOnlyList<string> argumenten)
    {
        if (!Catalogus.TryGetValue(code, out var tekst))
            return argumenten.Count == 0 ? code : $"{code} ({string.Join(", ", argumenten)})";
        var ingevuld = Plaatshouder().Replace(tekst, plek => Argument(argumenten, plek.ValueSpan[1] - '0'));
        return ingevuld.Length == 0 ? ingevuld : char.ToUpperInvariant(ingevuld[0]) + ingevuld[1..];
    }

    /// <summary>The words of a code that stand inside another sentence: no capital, no arguments.</summary>
    internal static string Binnenin(string code) => Catalogus[code];

    static string Argument(IReadOnlyList<string> argumenten, int nummer) =>
        nummer < argumenten.Count ? argumenten[nummer] : "…";

    [System.Text.RegularExpressions.GeneratedRegex(@"\{[0-9]\}")]
    private static partial System.Text.RegularExpressions.Regex Plaatshouder();
}
