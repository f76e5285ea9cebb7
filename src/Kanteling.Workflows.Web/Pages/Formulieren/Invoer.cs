using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Web.Pages.Formulieren;

/// <summary>
/// Makes answers of what a browser sent. The law of this file: it never judges. A number or a birth date that is none stays the text that
/// was typed, so that the validator names it and the person sees his own words again.
/// </summary>
public static class Invoer
{
    const int MostRows = Antwoordmaat.Regels;

    /// <summary>How many rows the browser had on screen, under this name.</summary>
    public static string Rijen(string pad) => Invulblad.NaamVan(pad) + ".rijen";

    /// <param name="vandaag">By which a year of two digits is read.</param>
    public static JsonObject Lees(Formulier formulier, IFormCollection form, DateOnly vandaag) => Groep(formulier.Velden, "", form, vandaag);

    /// <summary>The answers without the rows in which nothing was filled in.</summary>
    public static JsonObject ZonderLegeRijen(JsonObject antwoorden)
    {
        var schoon = new JsonObject();
        foreach (var (naam, antwoord) in antwoorden)
        {
            schoon[naam] = antwoord switch
            {
                JsonArray rijen when rijen.Any(r => r is JsonObject) => new JsonArray([.. rijen.OfType<JsonObject>().Select(ZonderLegeRijen).Where(r => r.Count > 0)]),
                JsonObject groep => ZonderLegeRijen(groep),
                _ => antwoord?.DeepClone(),
            };
        }
        return schoon;
    }

    /// <summary>Carries out <c>rij-erbij:pad</c> or <c>rij-weg:pad[2]</c> on the answers.</summary>
    public static void Rij(JsonObject antwoorden, string actie)
    {
        var (wat, pad) = actie.Split(':', 2) is [var w, var p] ? (w, p) : ("", "");
        if (wat == "rij-erbij" && Lijst(antwoorden, pad) is { Count: < MostRows } lijst)
            lijst.Add(new JsonObject());
        else if (wat == "rij-weg" && Rijnummer(pad) is (var van, var plek) && Lijst(antwoorden, van) is { } uit && plek < uit.Count)
            uit.RemoveAt(plek);
    }

    /// <summary>Of <c>pad[2]</c> the list and the place in it; null when this is no row.</summary>
    static (string Lijst, int Plek)? Rijnummer(string pad) =>
        pad.LastIndexOf('[') is > 0 and var haak && pad[^1] == ']' && int.TryParse(pad[(haak + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var plek) ? (pad[..haak], plek) : null;

    static JsonArray? Lijst(JsonObject antwoorden, string pad)
    {
        JsonNode? hier = antwoorden;
        foreach (var deel in pad.Split('.'))
        {
            var rij = Rijnummer(deel);
            if (hier is not JsonObject groep || (rij is null && deel.AsSpan().ContainsAny('[', ']')))
                return null;
            var (naam, plek) = rij ?? (deel, -1);
            hier = groep[naam] ?? (plek < 0 ? groep[naam] = new JsonArray() : null);
            if (plek >= 0)
                hier = hier is JsonArray rijen && plek < rijen.Count ? rijen[plek] : null;
        }
        return hier as JsonArray;
    }

    static JsonObject Groep(IEnumerable<Veld> velden, string pad, IFormCollection form, DateOnly vandaag)
    {
        var groep = new JsonObject();
        foreach (var veld in velden)
        {
            if (Waarde(Vragenblokken.Uitgewerkt(veld), Invulblad.Binnen(pad, veld.Id), form, vandaag) is { } waarde)
                groep[veld.Id] = waarde;
        }
        return groep;
    }

    static JsonNode? Waarde(Veld veld, string pad, IFormCollection form, DateOnly vandaag)
    {
        var tekst = form[Invulblad.NaamVan(pad)].ToString().Trim().ReplaceLineEndings("\n");
        return Veldsoorten.Van(veld.Soort).Vorm switch
        {
            Antwoordvorm.Groep => Groep(veld.Velden, pad, form, vandaag) is { Count: > 0 } groep ? groep : null,
            Antwoordvorm.Lijst => Lijst(veld, pad, form, vandaag),
            Antwoordvorm.Keuzes => form[Invulblad.NaamVan(pad)] is { Count: > 0 } keuzes ? new JsonArray([.. keuzes.Select(k => (JsonNode?)k)]) : null,
            Antwoordvorm.Tekst or Antwoordvorm.Getal or Antwoordvorm.JaNee when tekst.Length == 0 => null,
            Antwoordvorm.Getal => Getal(tekst),
            Antwoordvorm.JaNee => tekst switch { "ja" => true, "nee" => false, _ => tekst },
            Antwoordvorm.Tekst when veld.Soort == VeldSoort.OnvolledigeDatum => Datumlezer.Lees(tekst, vandaag)?.ToString() ?? tekst,
            Antwoordvorm.Tekst => tekst,
        };
    }

    static JsonArray? Lijst(Veld veld, string pad, IFormCollection form, DateOnly vandaag) =>
        int.TryParse(form[Rijen(pad)], NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) && aantal > 0
            ? new JsonArray([.. Enumerable.Range(0, Math.Min(aantal, MostRows)).Select(i => Groep(veld.Velden, $"{pad}[{i}]", form, vandaag))])
            : null;

    /// <summary>As people write numbers here: 1,5 and 1.250,00 and also 1.5.</summary>
    static JsonNode Getal(string tekst)
    {
        var gewoon = tekst.Replace("€", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        gewoon = gewoon.Contains(',') ? gewoon.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : gewoon;
        return decimal.TryParse(gewoon, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal) ? getal : tekst;
    }
}
