using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// One phone number, as people write it: a Dutch one of ten digits, one of 0800 or 0900, 14 with the digits of a gemeente, or one from
/// abroad with a plus. What was kept before this was asked stays as it is; it is read as text, and not called.
/// </summary>
public static partial class Telefoonnummer
{
    /// <summary>What a phone dials; null when this is no number, or more than one.</summary>
    public static string? Belbaar(string? tekst)
    {
        if (tekst is null || !Schrijfwijze().IsMatch(tekst.Trim()))
            return null;
        var kaal = string.Concat(tekst.Where(t => t == '+' || char.IsAsciiDigit(t)));
        return Nummer().IsMatch(kaal) ? kaal : null;
    }

    [GeneratedRegex(@"^\+?[0-9(][0-9 ()\-./\u00a0]*$")]
    private static partial Regex Schrijfwijze();

    [GeneratedRegex(@"^(0[1-9][0-9]{8}|0(800|900|906|909)([0-9]{4}|[0-9]{7})|14[0-9]{3,4}|(\+|00)[1-9][0-9]{7,14})$")]
    private static partial Regex Nummer();
}
