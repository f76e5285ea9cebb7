using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// The words of a household that is made up: a scenario told with other people, another street and another question. What
/// the story decides (how much, by which circle, when) stays as it is.
/// </summary>
sealed class Verzonnenwoorden : Verhaalwoorden
{
    readonly Gemeentebestand gemeente;
    readonly Random dobbel;
    readonly Buurt buurt;
    readonly Thema thema;
    readonly Dictionary<string, string> namen = new(StringComparer.Ordinal);
    readonly Regex naam;
    readonly string achternaam;
    readonly Verzonnengegevens gegevens;
    DateOnly vandaag;

    public Verzonnenwoorden(Gemeentebestand gemeente, JsonObject invoer, Buurt buurt, Random dobbel, Verzonnengegevens gegevens) : base(gemeente.Teksten)
    {
        (this.gemeente, this.buurt, this.dobbel, this.gegevens) = (gemeente, buurt, dobbel, gegevens);
        achternaam = Een(gemeente.Achternamen);
        var leden = (invoer["leden"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var lid in leden)
            Noem(Persoonsnaam.Lees(lid["naam"])!.Volledig);
        if (invoer["melder"]?["naam"] is { } melder)
            Noem(melder.ToString());
        naam = new Regex($@"\b({string.Join('|', namen.Keys.OrderByDescending(n => n.Length).Select(Regex.Escape).DefaultIfEmpty("$^"))})\b", RegexOptions.CultureInvariant);
        var leeftijd = leden is [{ } eerste, ..] && eerste["geboortedatum"] is { } geboren ? 2026 - int.Parse(geboren.ToString()[..4], CultureInfo.InvariantCulture) : 50;
        thema = Een([.. gemeente.Themas.Where(t => t.Vanaf <= leeftijd && leeftijd <= t.Tot).DefaultIfEmpty(gemeente.Themas[0])]);
    }

    /// <summary>Which day it is, for answers about days to come.</summary>
    public void Op(DateOnly dag) => vandaag = dag;

    public override JsonObject Melding(JsonObject invoer)
    {
        var verteld = Hernoemd(invoer);
        if (verteld["vraag"] is not null)
            verteld["vraag"] = Een(thema.Melding);
        var leden = (verteld["leden"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var lid in leden)
        {
            if (lid["geboortedatum"] is { } geboren)
                lid["geboortedatum"] = Geboren(DateOnly.ParseExact(geboren.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        if (verteld["huishouden"] is JsonObject huishouden)
        {
            huishouden["naam"] = leden.Count == 1 ? leden[0]["naam"]!.ToString() : $"Familie {achternaam}";
            huishouden["adres"] = gegevens.Adres(Een(buurt.Straten), dobbel.Next(1, 180));
            (huishouden["wijk"], huishouden["wijkteam"]) = (buurt.Wijk, buurt.Team.Text);
        }
        gegevens.Vul(leden);
        return verteld;
    }

    public override JsonObject Antwoorden(JsonObject antwoorden)
    {
        var verteld = base.Antwoorden(Hernoemd(antwoorden));
        foreach (var vraag in Rijen(verteld, "hulpvragen").Take(1))
            (vraag["vraag"], vraag["belemmering"], vraag["gewenstResultaat"]) = (Een(thema.Vraag), Een(thema.Belemmering), Een(thema.Resultaat));
        foreach (var rij in Rijen(verteld, "cirkelrijen"))
            Cirkelrij(rij);
        foreach (var rij in Rijen(verteld, "maatwerkrijen"))
            rij["wat"] = Een(thema.Maatwerk);
        foreach (var rij in Rijen(verteld, "resultaten"))
            rij["resultaat"] = Een(thema.Resultaat);
        Kies(verteld);
        return verteld;
    }

    protected override string Een(ImmutableArray<string> keuze) => keuze[dobbel.Next(keuze.Length)];

    T Een<T>(ImmutableArray<T> keuze) => keuze[dobbel.Next(keuze.Length)];

    void Cirkelrij(JsonObject rij)
    {
        var soort = rij["soort"]?.ToString();
        if (rij["watDoet"] is not null)
            rij["watDoet"] = Een(soort switch { "eigenKracht" or "gebruikelijkeHulp" or "algemeenGebruikelijk" => thema.Zelf, "mantelzorg" or "netwerk" => thema.Netwerk, _ => thema.Buurt });
        if (rij["wie"] is not null && soort is "mantelzorg" or "netwerk")
            rij["wie"] = $"{Een(gemeente.Teksten[soort == "netwerk" ? "*buur" : "*naaste"])} {Voornaam(null)}";
        if (rij["reden"] is not null)
            rij["reden"] = Een(gemeente.Teksten["*reden"]);
    }

    /// <summary>Answers that a household gives one way or another, and days to come where an example said today.</summary>
    void Kies(JsonNode knoop)
    {
        if (knoop is JsonArray lijst)
        {
            foreach (var regel in lijst.OfType<JsonNode>())
                Kies(regel);
        }
        if (knoop is JsonObject groep)
        {
            foreach (var (vraag, waarde) in groep.ToList())
            {
                if (waarde is JsonObject or JsonArray)
                    Kies(waarde);
                else if (gemeente.Keuzes.TryGetValue(vraag, out var keuzes) && waarde is JsonValue keuze && keuzes.ContainsKey(keuze.ToString()))
                    groep[vraag] = Loting.Trek(dobbel, keuzes.Select(k => (k.Key, k.Value)));
                else if (gemeente.Vooruit.TryGetValue(vraag, out var bereik) && waarde?.ToString() == Dagverschuiving.Schrijf(vandaag))
                    groep[vraag] = Dagverschuiving.Schrijf(vandaag.AddDays(dobbel.Next(bereik[0], bereik[1] + 1)));
            }
        }
    }

    JsonObject Hernoemd(JsonObject json) => (JsonObject)JsonNode.Parse(naam.Replace(json.ToJsonString(Json.Compact), m => namen[m.Value]))!;

    void Noem(string oud)
    {
        if (oud.Split(' ', 2) is not [var voor, var achter])
            return;
        namen.TryAdd(voor, Voornaam(voor));
        namen.TryAdd(achter, achternaam);
    }

    string Voornaam(string? voor) => Een(voor is not null && gemeente.Mannen.Contains(voor) ? gemeente.Mannen : voor is not null && gemeente.Vrouwen.Contains(voor) ? gemeente.Vrouwen : [.. gemeente.Vrouwen, .. gemeente.Mannen]);

    /// <summary>Somewhat older or younger; a child stays a child.</summary>
    string Geboren(DateOnly dag) => Dagverschuiving.Schrijf(dag.AddDays(dobbel.Next(-180, 180)).AddYears(dag.Year > 2007 ? dobbel.Next(-2, 3) : dobbel.Next(-10, 11)));

    static IEnumerable<JsonObject> Rijen(JsonObject antwoorden, string lijst) => (antwoorden[lijst] as JsonArray ?? []).OfType<JsonObject>();
}
