using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// What a link between two households means for one of them. The law of this file: a pair of links, one in each stream,
/// and neither stream is ever rewritten; a half-done pair is finished by sending the other half again.
/// </summary>
public static class Koppelingen
{
    /// <summary>The relation of a link as it is stored, such as <c>opgegaanIn</c>.</summary>
    public static string Relatie(Koppelingsoort soort) => char.ToLowerInvariant($"{soort}"[0]) + $"{soort}"[1..];

    /// <summary>What the other of the two gets.</summary>
    public static Koppelingsoort Tegenhanger(Koppelingsoort soort) => soort switch
    {
        Koppelingsoort.OpgegaanIn => Koppelingsoort.SamengevoegdUit,
        Koppelingsoort.SamengevoegdUit => Koppelingsoort.OpgegaanIn,
        Koppelingsoort.AfgesplitstNaar => Koppelingsoort.AfgesplitstVan,
        Koppelingsoort.AfgesplitstVan => Koppelingsoort.AfgesplitstNaar,
    };

    /// <summary>What follows in a household; a link that is there already, or means nothing here, adds nothing.</summary>
    internal static IReadOnlyList<object> Van(Huishouden h, NewLink link, Given given)
    {
        if (!Enum.TryParse<Koppelingsoort>(link.Relation, ignoreCase: true, out var soort) || h.Koppelingen.Exists(k => k.Ander == link.Other && k.Soort == soort))
            return [];
        var op = LocalTime.DayOf(link.At);
        var invoer = new Antwoorden(link.Payload ?? [], "", null);
        return
        [
            .. soort == Koppelingsoort.AfgesplitstVan && !h.IsGeopend ? Opening(invoer, given, op) : [],
            .. soort == Koppelingsoort.AfgesplitstNaar ? Vertrek(h, link.Payload?["personen"], op) : [],
            new HuishoudenGekoppeld(link.Other, soort, link.Reason is { } reden ? Content.Of(null, "reden", reden) : null, op),
        ];
    }

    static IEnumerable<object> Vertrek(Huishouden h, JsonNode? personen, DateOnly op) =>
        (personen as JsonArray ?? []).Select(p => h.Persoon(p?.ToString() is { } id ? new PersoonId(id) : null)).OfType<Persoon>().Select(p => new PersoonVertrokken(p.Id, Vertrekreden.Afsplitsing, null, op));

    /// <summary>The new household begins with the persons as they were known, under the ids they had.</summary>
    static IEnumerable<object> Opening(Antwoorden invoer, Given given, DateOnly op)
    {
        yield return new HuishoudenGeopend(invoer.Inhoud("naam") ?? Content.Of(null, "naam", "Huishouden"), null, invoer.Tekst("wijkteam") is { } team ? Wijkteam.Van(given, new(team)) : null, op);
        var ids = invoer.Rijen("personen").Select(p => p.Id<PersoonId>("id")).OfType<PersoonId>().ToHashSet();
        foreach (var rij in invoer.Rijen("personen").Where(p => p.Tekst("id") is { } id && Persoon.IsId(id) && Persoonsinvoer.Naam(p) is not null))
        {
            var persoon = new Persoon(rij.Id<PersoonId>("id")!.Value, Persoonsinvoer.Naam(rij)!, rij.Inhoud("geboortedatum"), rij.Inhoud("rol"), []);
            yield return new PersoonToegevoegd(persoon.Id, persoon.Naam, persoon.Geboortedatum, persoon.Rol, [], op);
            if (Persoonsinvoer.HeeftMeer(rij))
                yield return new PersoonsgegevensVastgelegd(persoon.Id, Persoonsinvoer.Lees(rij, persoon, Persoonsinvoer.Gegevens.Contains, door => Waarde.Tekst(door) is { } id && ids.Contains(new(id)) ? new PersoonId(id) : null), op);
        }
    }
}
