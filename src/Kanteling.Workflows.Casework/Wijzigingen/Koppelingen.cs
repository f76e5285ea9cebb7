using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// What a link between two households means for one of them. The law of this file: a pair of links, one in each stream,
/// and neither stream is ever rewritten; what the one cannot have, the other takes back by a fact of its own.
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

    /// <summary>Why a household cannot have a link; one that it has already is nothing new.</summary>
    internal static ImmutableArray<Refusal> Bezwaren(Huishouden h, NewLink link)
    {
        if (Nieuw(h, link) is not { } soort)
            return [];
        if (h.OpgegaanIn is { } elders)
            return [Refusal.Of(Huishoudcode.HuishoudenSamengevoegd, elders.Text)];
        return soort == Koppelingsoort.AfgesplitstNaar && Vertrekbezwaren(h, Vertrekkers(link)) is { IsEmpty: false } bezwaren
            ? [Refusal.Of(Verzoekcode.KoppelingOnjuist) with { Details = bezwaren }]
            : [];
    }

    /// <summary>Only who lives here can go, and somebody has to stay.</summary>
    public static ImmutableArray<Refusal> Vertrekbezwaren(Huishouden h, ImmutableArray<PersoonId> personen)
    {
        if (personen.IsEmpty || personen.Any(p => h.Persoon(p) is not { IsThuis: true }))
            return [new Refusal(Verzoekcode.AfsplitsingPersoon, [], "personen")];
        return h.Personen.Exists(p => p.IsThuis && !personen.Contains(p.Id)) ? [] : [new Refusal(Verzoekcode.AfsplitsingIedereen, [], "personen")];
    }

    /// <summary>What the other of the two is asked.</summary>
    internal static Counterpart? Ander(Huishouden h, NewLink link)
    {
        if (Soort(link) is not { } soort)
            return null;
        var bij = soort != Koppelingsoort.AfgesplitstNaar ? null : new JsonObject
        {
            ["naam"] = link.Payload?["naam"]?.DeepClone(),
            ["wijkteam"] = JsonSerializer.SerializeToNode(h.Wijkteam, Huishoudenopslag.Json),
            ["overgenomen"] = Personenkopie.Schrijf(h, Vertrekkers(link)),
        };
        if (bij is not null && Personenkopie.Vertegenwoordigers(h, Vertrekkers(link)) is { Count: > 0 } vertegenwoordigers)
            bij["vertegenwoordigers"] = vertegenwoordigers;
        return new Counterpart(Relatie(Tegenhanger(soort)), bij);
    }

    /// <summary>What follows in a household; a link that is there already, or means nothing here, adds nothing.</summary>
    internal static IReadOnlyList<object> Van(Huishouden h, NewLink link, Given given)
    {
        if (Nieuw(h, link) is not { } soort)
            return [];
        var op = LocalTime.DayOf(link.At);
        var gaan = soort == Koppelingsoort.AfgesplitstNaar ? [.. Vertrekkers(link).Where(p => h.Persoon(p) is not null)] : ImmutableArray<PersoonId>.Empty;
        return
        [
            .. soort == Koppelingsoort.AfgesplitstVan && !h.IsGeopend ? Opening(link.Payload ?? [], given, op) : [],
            .. gaan.Select(p => new PersoonVertrokken(p, Vertrekreden.Afsplitsing, null, op)),
            new HuishoudenGekoppeld(link.Other, soort, link.Reason is { } reden ? Content.Of(null, "reden", reden) : null, op) { Vertrekkers = gaan.IsEmpty ? null : gaan },
        ];
    }

    /// <summary>What takes a link back: who had left by it lives here again, as he did.</summary>
    internal static IReadOnlyList<object> Terug(Huishouden h, NewLink link, ImmutableArray<Refusal> waarom)
    {
        if (Soort(link) is not { } soort || h.Koppelingen.Find(k => k.Ander == link.Other && k.Soort == soort) is not { } koppeling)
            return [];
        var reden = waarom.IsEmpty ? null : Content.Of(null, "waarom", new JsonArray([waarom[0].Code, .. waarom[0].Arguments.Select(a => (JsonNode)a)]));
        return [new HuishoudenOntkoppeld(link.Other, soort, koppeling.Vertrekkers ?? [], reden, LocalTime.DayOf(link.At))];
    }

    static Koppelingsoort? Soort(NewLink link) => Enum.TryParse<Koppelingsoort>(link.Relation, ignoreCase: true, out var soort) ? soort : null;

    /// <summary>What it would be here; null when it means nothing, or is there already.</summary>
    static Koppelingsoort? Nieuw(Huishouden h, NewLink link) => Soort(link) is { } soort && !h.Koppelingen.Exists(k => k.Ander == link.Other && k.Soort == soort) ? soort : null;

    static ImmutableArray<PersoonId> Vertrekkers(NewLink link) => [.. (link.Payload?["personen"] as JsonArray ?? []).Select(p => new PersoonId(p?.ToString() ?? "")).Distinct()];

    /// <summary>The new household begins with the persons as they were known, under the ids they had.</summary>
    static IEnumerable<object> Opening(JsonObject bij, Given given, DateOnly op)
    {
        var invoer = new Antwoorden(bij, "", null);
        var bekend = bij["wijkteam"] is JsonObject rij ? rij.Deserialize<Wijkteam>(Huishoudenopslag.Json) : null;
        // What waits in an incident since version 0.1.0 names the team by its id, and persons one by one under other names.
        var team = (bekend?.Id ?? invoer.Id<TeamId>("wijkteam")) is { } id ? Wijkteam.Van(given, id) ?? bekend : null;
        yield return new HuishoudenGeopend(invoer.Inhoud("naam") ?? Content.Of(null, "naam", "Huishouden"), null, team, op);
        foreach (var persoon in invoer.Rijen("personen").Where(p => p.Tekst("id") is { } id && Persoon.IsId(id) && p.Tekst("naam") is not null))
            yield return new PersoonToegevoegd(persoon.Id<PersoonId>("id")!.Value, persoon.Inhoud("naam")!, persoon.Inhoud("geboortedatum"), persoon.Inhoud("rol"), [], op);
        if (Personenkopie.Lees(bij["overgenomen"]) is { IsEmpty: false } overgenomen)
            yield return new PersonenOvergenomen(overgenomen, op) { Vertegenwoordigers = Personenkopie.LeesVertegenwoordigers(bij["vertegenwoordigers"]) is { IsEmpty: false } mee ? mee : null };
    }
}
