using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>An address in the words of the BAG, as <see cref="Adres"/> keeps it.</summary>
public static class Adressen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "adres";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Groep,
    [
        Kernvraag.Tekst("postcode", "Postcode"),
        Kernvraag.Tekst("huisnummer", "Huisnummer"),
        Kernvraag.Tekst("huisletter", "Huisletter"),
        Kernvraag.Tekst("huisnummertoevoeging", "Toevoeging"),
        Kernvraag.Tekst("straat", "Straat"),
        Kernvraag.Tekst("woonplaats", "Woonplaats"),
        Kernvraag.Tekst("nummeraanduiding", "Nummer in de BAG"),
    ], adres => Adres.Vreemd(adres).Select(deel => (deel, Zegt(deel) is { } code ? new Zin(code) : new Zin(Formuliercode.AntwoordTeLang, Langste))));

    /// <summary>How long a street or a town may be, for a sentence.</summary>
    internal static string Langste => $"{Adres.Langste}";

    /// <summary>What is said of a part that cannot be, wherever an address is asked; null when it is too long.</summary>
    internal static string? Zegt(string deel) => deel switch
    {
        "postcode" => Persoonscode.PostcodeOnjuist,
        "huisnummer" => Persoonscode.HuisnummerOnjuist,
        "huisletter" => Persoonscode.HuisletterOnjuist,
        "huisnummertoevoeging" => Persoonscode.ToevoegingOnjuist,
        "nummeraanduiding" => Persoonscode.NummeraanduidingOnjuist,
        _ => null,
    };
}
