using System.Globalization;
using System.Text;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Whether people can see and trust a name. The law of this file: a name has a letter or a digit, and nothing in it that is not seen
/// or that turns the order of what is read; only what joins two letters in a script that needs it may stand between them.
/// </summary>
public static class Naamtekens
{
    public static bool ZijnZichtbaar(string naam)
    {
        var tekens = naam.EnumerateRunes().ToArray();
        return tekens.Any(t => Rune.IsLetterOrDigit(t) && !IsVulling(t)) && !tekens.Where((t, plek) => IsOnzichtbaar(t) && !VerbindtLetters(tekens, plek)).Any();
    }

    static bool IsOnzichtbaar(Rune teken) =>
        Rune.GetUnicodeCategory(teken) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || IsVulling(teken);

    /// <summary>Letters by name, of which nothing is seen: the fillers of Hangul.</summary>
    static bool IsVulling(Rune teken) => teken.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    static bool VerbindtLetters(Rune[] tekens, int plek) =>
        tekens[plek].Value is 0x200C or 0x200D && plek > 0 && plek + 1 < tekens.Length && IsLetter(tekens[plek - 1]) && Rune.IsLetter(tekens[plek + 1]) && !IsVulling(tekens[plek + 1]);

    static bool IsLetter(Rune teken) => (Rune.IsLetter(teken) && !IsVulling(teken)) || Rune.GetUnicodeCategory(teken) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
