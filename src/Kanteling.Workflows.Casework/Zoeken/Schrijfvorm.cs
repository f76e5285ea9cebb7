using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>
/// A word as it is compared: small letters without marks. The law of this file: it follows rules of writing and no rules of
/// sound. Who hears a name and writes it otherwise (Mohamad, Muhammed) does not find it here; who writes the same name by
/// another rule of writing (Janssen, Müller as Mueller, Dijkstra as Dykstra, Carla as Karla) does.
/// </summary>
public static partial class Schrijfvorm
{
    // Letters that are no letter with a mark, so that taking marks away leaves them.
    static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ĳ'] = "ij",
        ['ħ'] = "h", ['ŋ'] = "ng", ['ŧ'] = "t", ['ƒ'] = "f", ['ə'] = "e", ['ĸ'] = "k", ['ſ'] = "s", ['ɓ'] = "b", ['ɗ'] = "d", ['ƴ'] = "y",
    }.ToFrozenDictionary();

    // A letter that others write with two.
    static readonly FrozenDictionary<char, string> Voluit = new Dictionary<char, string> { ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ø'] = "oe", ['å'] = "aa" }.ToFrozenDictionary();

    /// <summary>The words of a text, in order and as compared: what stands between spaces, hyphens, apostrophes and other marks.</summary>
    public static IReadOnlyList<string> Woorden(string tekst) => [.. Delen(tekst).Select(Plat)];

    /// <summary>The same words as they were written, so that <see cref="Vormen"/> still sees their marks.</summary>
    public static IReadOnlyList<string> Delen(string tekst) => [.. Woord().Matches(Heel(tekst)).Select(m => m.Value).Where(woord => Plat(woord).Length > 0)];

    /// <summary>Small letters and digits, without marks.</summary>
    public static string Plat(string woord) => Schrijf(woord, vervang: null);

    /// <summary>Every way in which this word may stand in the table or be asked, the plain one first.</summary>
    public static IReadOnlyList<string> Vormen(string woord)
    {
        var (plat, voluit) = (Plat(woord), Schrijf(woord, Voluit));
        return [.. ((string[])[plat, voluit, Spelling(plat), Spelling(voluit)]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The rules of writing by which one name has two spellings: y and ij, ae and aa, ck and k, c before a hard letter and k, ph and f, th and t,
    /// x and ks, qu and kw, and a consonant once or twice.
    /// </summary>
    static string Spelling(string plat)
    {
        if (plat.Length < 2 || char.IsAsciiDigit(plat[0]))
            return plat;
        var tekst = plat.Replace("ck", "k").Replace("ph", "f").Replace("th", "t").Replace("x", "ks").Replace("qu", "kw").Replace("ae", "aa").Replace("y", "ij");
        var vorm = new StringBuilder(tekst.Length);
        for (var n = 0; n < tekst.Length; n++)
        {
            var letter = tekst[n] == 'c' && (n + 1 == tekst.Length || "aoulrnst".Contains(tekst[n + 1])) ? 'k' : tekst[n];
            if (vorm.Length == 0 || vorm[^1] != letter || "aeiouj".Contains(letter) || char.IsAsciiDigit(letter))
                vorm.Append(letter);
        }
        return vorm.ToString();
    }

    static string Schrijf(string woord, FrozenDictionary<char, string>? vervang)
    {
        var vorm = new StringBuilder(woord.Length + 2);
        foreach (var teken in Heel(woord).ToLowerInvariant())
        {
            if (vervang is not null && vervang.TryGetValue(teken, out var twee))
                vorm.Append(twee);
            else if (Letters.TryGetValue(teken, out var gewoon))
                vorm.Append(gewoon);
            else
                vorm.Append(teken);
        }
        var zonder = new StringBuilder(vorm.Length);
        foreach (var teken in vorm.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(teken) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(teken))
                zonder.Append(char.ToLowerInvariant(teken));
        }
        return zonder.ToString();
    }

    /// <summary>Half of a surrogate pair cannot be normalized: it is no letter.</summary>
    static string Heel(string tekst) => string.Concat(tekst.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Woord();
}
