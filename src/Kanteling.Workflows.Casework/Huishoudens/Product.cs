using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What kind of maatwerk it is: iWmo 3.2, code list WMO020, with its codes as numbers.</summary>
public enum Productcategorie
{
    HulpBijHetHuishouden = 1,
    Begeleiding = 2,
    PersoonlijkeVerzorging = 3,
    KortdurendVerblijf = 4,
    Woondiensten = 5,
    OverigIndividueel = 6,
    Dagbesteding = 7,
    Vervoerdiensten = 8,
    OverigGroepsgericht = 9,
    OverigArrangement = 10,
    Rolstoelen = 11,
    Vervoervoorzieningen = 12,
    Woonvoorzieningen = 13,
    OverigHulpmiddel = 14,
    BeschermdWonen = 15,
    Opvang = 16,
    Spoedopvang = 17,
    OverigBeschermdWonenEnOpvang = 18,
}

/// <summary>The product that a support is, as the sociale kaart had it when it was chosen.</summary>
/// <param name="Rij">The row of the register.</param>
/// <param name="Code">Of the gemeente's own product list; null when the assignment names a category only.</param>
public sealed record Product(Reference Rij, Productcategorie Categorie, Productcode? Code);

/// <summary>A code of a product list: at most five letters and digits (iWmo 3.2, LDT_ProductCode).</summary>
[JsonConverter(typeof(TextIdConverter<Productcode>))]
public readonly record struct Productcode(string Text) : ITextId<Productcode>
{
    public static Productcode Of(string text) => new(text);

    /// <summary>The code that this text is; null when it cannot be one.</summary>
    public static Productcode? Lees(string? tekst) => tekst is { Length: > 0 and <= 5 } && tekst.All(char.IsAsciiLetterOrDigit) ? new(tekst.ToUpperInvariant()) : null;

    public int CompareTo(Productcode other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>By which an aanbieder is known in messages: eight digits (iWmo 3.2, LDT_AgbCode).</summary>
[JsonConverter(typeof(TextIdConverter<Agbcode>))]
public readonly record struct Agbcode(string Text) : ITextId<Agbcode>
{
    public static Agbcode Of(string text) => new(text);

    /// <summary>The code that this text is; null when it cannot be one.</summary>
    public static Agbcode? Lees(string? tekst) => tekst is { Length: 8 } && tekst.All(char.IsAsciiDigit) ? new(tekst) : null;

    public int CompareTo(Agbcode other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A gemeente in the list of the CBS: four digits, such as 0344.</summary>
[JsonConverter(typeof(TextIdConverter<Gemeentecode>))]
public readonly record struct Gemeentecode(string Text) : ITextId<Gemeentecode>
{
    public static Gemeentecode Of(string text) => new(text);

    /// <summary>The code that this text is; null when it cannot be one.</summary>
    public static Gemeentecode? Lees(string? tekst) => tekst is { Length: 4 } && tekst.All(char.IsAsciiDigit) && tekst != "0000" ? new(tekst) : null;

    public int CompareTo(Gemeentecode other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}
