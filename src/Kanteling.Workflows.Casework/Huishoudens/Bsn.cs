namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// A burgerservicenummer: nine digits that pass the elfproef (Besluit BSN). As people type it: with eight digits the zero before it
/// is left out, and spaces, dots and hyphens do not count. It never prints itself: who needs the digits asks for them by name.
/// </summary>
public readonly record struct Bsn
{
    Bsn(string cijfers) => Cijfers = cijfers;

    /// <summary>Nine digits.</summary>
    public string Cijfers { get; }

    /// <summary>The last four, for who has to tell two people apart.</summary>
    public string Verborgen => "*****" + Cijfers[^4..];

    /// <summary>Null when absent, erased or no BSN.</summary>
    public static Bsn? Van(Content? content) => Lees(content?.AsString());

    /// <summary>Null when this is no BSN.</summary>
    public static Bsn? Lees(string? tekst)
    {
        if (!HeeftNegenCijfers(tekst))
            return null;
        var cijfers = Kaal(tekst).PadLeft(9, '0');
        // Weights 9 to 2, and −1 for the last digit.
        var som = cijfers.Select((c, i) => (c - '0') * (i == 8 ? -1 : 9 - i)).Sum();
        return som % 11 == 0 && cijfers != "000000000" ? new Bsn(cijfers) : null;
    }

    /// <summary>Whether it is as long as a BSN, and digits alone; it may still be none.</summary>
    public static bool HeeftNegenCijfers(string? tekst) => Kaal(tekst) is { Length: 8 or 9 } cijfers && cijfers.All(char.IsAsciiDigit);

    static string Kaal(string? tekst) => string.Concat((tekst ?? "").Where(t => t is not (' ' or '.' or '-')));

    /// <summary>Never the number: a text that reaches a log must not leak.</summary>
    public override string ToString() => Cijfers is null ? "" : Verborgen;
}
