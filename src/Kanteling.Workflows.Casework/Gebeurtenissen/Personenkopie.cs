using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Persons of one household as another gets them: whole, with everything that is known of them, so that what is added to a person goes
/// along by itself. Only what is of the first household alone stays there: relations with who stays, and in which procedure something was told.
/// </summary>
static class Personenkopie
{
    public static JsonArray Schrijf(Huishouden h, IReadOnlyCollection<PersoonId> wie) => new(
    [
        .. h.Personen.Where(p => wie.Contains(p.Id)).Select(p => p with { Relaties = [.. (p.Relaties.IsDefault ? [] : p.Relaties).Where(r => wie.Contains(r.Tot))], Gezag = [.. p.Gezag.Select(g => Elders(g, h, wie))] })
            .Select(p => Zonder(JsonSerializer.SerializeToNode(p, Huishoudenopslag.Json)!)),
    ]);

    /// <summary>Who may act for them; one who stays is known by his name there, as with authority.</summary>
    public static JsonArray Vertegenwoordigers(Huishouden h, IReadOnlyCollection<PersoonId> wie) => new(
    [
        .. h.Vertegenwoordigers.Where(v => wie.Contains(v.Persoon))
            .Select(v => v.Lid is { } lid && !wie.Contains(lid) ? v with { Lid = null, Naam = Naam(h, lid) ?? v.Naam } : v)
            .Select(v => Zonder(JsonSerializer.SerializeToNode(v, Huishoudenopslag.Json)!)),
    ]);

    /// <summary>Who has authority and stays is known by his name in the other household.</summary>
    static Gezag Elders(Gezag g, Huishouden h, IReadOnlyCollection<PersoonId> wie) =>
        g.Door is { } door && !wie.Contains(door) ? g with { Door = null, Naam = Naam(h, door) ?? g.Naam } : g;

    static Content? Naam(Huishouden h, PersoonId wie) => Woorden.Van(h.Persoon(wie)?.Naam) is { } naam ? Content.Of(null, "naam", naam) : null;

    public static ImmutableArray<Persoon> Lees(JsonNode? personen) =>
        personen is JsonArray lijst ? [.. lijst.Select(p => p.Deserialize<Persoon>(Huishoudenopslag.Json)!)] : [];

    public static ImmutableArray<Vertegenwoordiger> LeesVertegenwoordigers(JsonNode? vertegenwoordigers) =>
        vertegenwoordigers is JsonArray lijst ? [.. lijst.Select(v => v.Deserialize<Vertegenwoordiger>(Huishoudenopslag.Json)!)] : [];

    /// <summary>Content that was told in a procedure is of the household as a whole where that procedure is not.</summary>
    static JsonNode Zonder(JsonNode deel)
    {
        foreach (var stuk in deel is JsonArray lijst ? lijst : deel is JsonObject json ? json.Select(p => p.Value) : [])
        {
            if (stuk is not null)
                Zonder(stuk);
        }
        if (deel is JsonObject inhoud && inhoud.ContainsKey("kind"))
            inhoud.Remove("dossier");
        return deel;
    }
}
