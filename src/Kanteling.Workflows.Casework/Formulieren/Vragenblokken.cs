using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>The blocks that this program knows. A new block is work for a programmer; its wording is not.</summary>
public static class Vragenblokken
{
    /// <summary>By name.</summary>
    public static FrozenDictionary<string, Vragenblok> Alle { get; } = new[]
    {
        Omvang.Blok, Levensdomeinen.Blok, Netwerkkaart.Blok, Hulpvragen.Blok, Cirkelrijen.Blok, Resultaten.Blok,
        Maatwerkrijen.Blok, Besluitregels.Blok, Opdrachten.Blok, Afspraken.Blok,
        Namen.Blok, Adressen.Blok,
    }.ToFrozenDictionary(blok => blok.Naam, StringComparer.Ordinal);

    /// <summary>The block with this name, or null.</summary>
    public static Vragenblok? Met(string? naam) => naam is null ? null : Alle.GetValueOrDefault(naam);

    /// <summary>
    /// A vraagblok as the list or group that it is: the questions that the form names in the form's order, then every
    /// core question that it does not name. Any other field comes back as it is.
    /// </summary>
    public static Veld Uitgewerkt(Veld veld)
    {
        if (veld.Soort != VeldSoort.Vraagblok || Met(veld.Blok) is not { } blok)
            return veld;
        if (veld.Velden.IsEmpty)
            return veld with { Soort = blok.Soort, Velden = blok.Kern };
        var genoemd = veld.Velden.Select(eigen => Herschreven(blok.Kern.FirstOrDefault(kern => kern.Id == eigen.Id), eigen));
        var overig = blok.Kern.Where(kern => veld.Velden.All(eigen => eigen.Id != kern.Id));
        return veld with { Soort = blok.Soort, Velden = [.. genoemd, .. overig] };
    }

    /// <summary>The answer to a block, wherever in the form it was put outside lists; null when the form does not ask it.</summary>
    public static JsonNode? Antwoord(Formulier formulier, JsonObject antwoorden, string blok) => Antwoord(formulier.Velden, antwoorden, blok);

    /// <summary>The path of a block's field, wherever in the form it was put outside lists; null when the form does not ask it.</summary>
    public static string? Pad(Formulier formulier, string blok) => Pad(formulier.Velden, "", blok);

    static string? Pad(IEnumerable<Veld> velden, string binnen, string blok) => velden
        .Select(veld => veld.Blok == blok ? binnen + veld.Id
            : veld.Soort == VeldSoort.Groep ? Pad(veld.Velden, $"{binnen}{veld.Id}.", blok)
            : null)
        .FirstOrDefault(pad => pad is not null);

    internal static IEnumerable<(string Veld, Zin Zin)> Kernregels(Veld uitgewerkt, JsonObject rij) => Met(uitgewerkt.Blok)?.Regels(rij) ?? [];

    static JsonNode? Antwoord(IEnumerable<Veld> velden, JsonObject antwoorden, string blok) => velden
        .Select(veld => veld.Blok == blok ? antwoorden[veld.Id]
            : veld.Soort == VeldSoort.Groep && antwoorden[veld.Id] is JsonObject groep ? Antwoord(veld.Velden, groep, blok)
            : null)
        .FirstOrDefault(antwoord => antwoord is not null);

    static Veld Herschreven(Veld? kern, Veld eigen) =>
        kern is null ? eigen : kern with { Label = eigen.Label, Hulp = eigen.Hulp ?? kern.Hulp };
}
