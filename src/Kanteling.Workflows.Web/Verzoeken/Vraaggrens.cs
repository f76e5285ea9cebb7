using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// How much one question may have: so many things in a list, so many characters in a text. The law for whatever is asked in an address, and
/// for a body that no description bounds; a list or a text that needs another measure has it by its name.
/// </summary>
sealed record Vraaggrens(int Meeste, int Langste)
{
    public static Vraaggrens Gewoon { get; } = new(200, 2_000);

    /// <summary>Lists of more, or of fewer, by name in any case.</summary>
    public IReadOnlyDictionary<string, int> Lijsten { get; init; } = new Dictionary<string, int>();

    /// <summary>Texts of more, by name in any case.</summary>
    public IReadOnlyDictionary<string, int> Teksten { get; init; } = new Dictionary<string, int>();

    /// <summary>What another measures, by name: it is not looked at here.</summary>
    public string? Elders { get; init; }

    /// <returns>The first that is too much, or null.</returns>
    public Weigering? Weiger(HttpRequest verzoek)
    {
        foreach (var (naam, waarden) in verzoek.Query)
        {
            if (TeVeel(naam, waarden.Count) is { } nee)
                return nee;
            if (waarden.Select(waarde => TeLang(naam, waarde)).FirstOrDefault(gevonden => gevonden is not null) is { } lang)
                return lang;
        }
        return null;
    }

    /// <inheritdoc cref="Weiger(HttpRequest)"/>
    public Weigering? Weiger(JsonObject vraag) => vraag.Where(veld => veld.Key != Elders).Select(veld => Weiger(veld.Key, veld.Value)).FirstOrDefault(nee => nee is not null);

    Weigering? Weiger(string naam, JsonNode? waarde) => waarde switch
    {
        JsonArray lijst => TeVeel(naam, lijst.Count) ?? lijst.Select(rij => Weiger(naam, rij)).FirstOrDefault(nee => nee is not null),
        JsonObject groep => TeVeel(naam, groep.Count) ?? groep.Select(veld => Weiger(veld.Key, veld.Value)).FirstOrDefault(nee => nee is not null),
        JsonValue losse when losse.TryGetValue<string>(out var tekst) => TeLang(naam, tekst),
        _ => null,
    };

    Weigering? TeVeel(string naam, int aantal) =>
        Lijsten.GetValueOrDefault(naam, Meeste) is var meeste && aantal > meeste ? new Weigering(Verzoekcode.VeldTeVeel, Kort(naam), $"{meeste}") : null;

    Weigering? TeLang(string naam, string? tekst) =>
        Teksten.GetValueOrDefault(naam, Langste) is var langste && tekst?.Length > langste ? new Weigering(Verzoekcode.VeldTeLang, Kort(naam), $"{langste}") : null;

    static string Kort(string naam) => naam.Length <= 80 ? naam : naam[..80] + "…";
}

/// <summary>Where the measure is taken.</summary>
static class Vraaggrenzen
{
    /// <summary>Every endpoint below is asked no more than this in its address.</summary>
    public static TBuilder MetVraaggrens<TBuilder>(this TBuilder groep, Vraaggrens grens) where TBuilder : IEndpointConventionBuilder =>
        groep.AddEndpointFilter(async (aanroep, verder) => grens.Weiger(aanroep.HttpContext.Request) is { } nee ? nee.Antwoord() : await verder(aanroep));
}
