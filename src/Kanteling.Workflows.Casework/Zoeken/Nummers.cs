namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>Numbers as people write them.</summary>
static class Nummers
{
    /// <summary>A Dutch phone number as ten digits; null when it is none.</summary>
    public static string? Telefoon(string tekst)
    {
        var cijfers = string.Concat(tekst.Where(char.IsAsciiDigit));
        if (tekst.TrimStart().StartsWith('+') && cijfers.StartsWith("31", StringComparison.Ordinal))
            cijfers = "0" + cijfers[2..].TrimStart('0');
        else if (cijfers.StartsWith("0031", StringComparison.Ordinal))
            cijfers = "0" + cijfers[4..].TrimStart('0');
        return cijfers.Length == 10 && cijfers[0] == '0' && cijfers[1] != '0' ? cijfers : null;
    }

    /// <summary>The term of a number that is known by its end: without the 0 or 06 in front of it. From its end to its begin, so that it is found as the beginning of a term.</summary>
    public static string Achteruit(string cijfers) => "<" + string.Concat(cijfers.Reverse());

    /// <summary>The term of a mail address: found whole, and capitals do not matter. It begins with a mark, so it is never taken for a term of another kind.</summary>
    public static string Mail(string adres) => "@" + adres.Trim().Normalize().ToLowerInvariant();

    /// <summary>The text with every postcode as one word.</summary>
    public static string PostcodeAaneen(string tekst)
    {
        for (var n = 0; n + 7 <= tekst.Length; n++)
        {
            var vrij = (n == 0 || !char.IsLetterOrDigit(tekst[n - 1])) && (n + 7 == tekst.Length || !char.IsLetterOrDigit(tekst[n + 7]));
            if (vrij && tekst.AsSpan(n, 4).IndexOfAnyExceptInRange('0', '9') < 0 && tekst[n + 4] == ' ' && char.IsAsciiLetter(tekst[n + 5]) && char.IsAsciiLetter(tekst[n + 6]))
                tekst = tekst.Remove(n + 4, 1);
        }
        return tekst;
    }
}
