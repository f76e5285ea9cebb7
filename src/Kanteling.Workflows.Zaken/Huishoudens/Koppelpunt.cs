using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// Brings two households together, or makes two of one, by a pair of links. The law of this file: each of the two commands
/// has an id that follows from the request, the household that was asked comes first, and asking again with the same key
/// does only what is still missing. So after a crash between the two the pair is finished by sending it again. What the other
/// household cannot have is refused before either is touched; once the first is linked the other follows, whatever a
/// colleague did meanwhile: then what it means there waits in an incident.
/// </summary>
public sealed class Koppelpunt(Zaaklezer lezer, Uitvoering uitvoering)
{
    /// <summary>The household of the request goes on; the other is not used any more.</summary>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> VoegSamenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (met, reden) = (body.Tekst("met"), body.Tekst("reden"));
        if (Onjuist([.. Onbekend(body, "met", "reden"), .. Ontbreekt("met", met), .. Ontbreekt("reden", reden)]) is { } fout)
            return fout;
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null)).Lukt(out var hier, out var nee))
            return nee;
        if (met == id)
            return Onjuist([Fout("met", Verzoekcode.KoppelingMetZichzelf)])!;
        if (!(await lezer.HuishoudenAsync(actor, met!, Handeling.HuishoudenKoppelen, null)).Lukt(out var ander, out nee))
            return nee;
        return Bezet(hier, ander) is { } bezet ? bezet : await PaarAsync(hier.Stream, ander.Stream, Koppelingsoort.SamengevoegdUit, reden!, asking, null, null);
    }

    /// <summary>A new household for some of the persons; what runs goes on where it is.</summary>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> SplitsAfAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        if (!(await TeSplitsenAsync(actor, id, body, asking)).Lukt(out var splitsing, out var nee))
            return nee;
        var (hier, nieuw, personen) = splitsing;
        var h = (Huishouden)hier.Domain;
        return await PaarAsync(
            hier.Stream, nieuw, Koppelingsoort.AfgesplitstNaar, body.Tekst("reden")!, asking, new JsonObject { ["personen"] = Lijst(personen.Select(p => (JsonNode)p.Text)) }, Opening(h, body.Tekst("naam")!, personen));
    }

    /// <summary>Whether it can be done as it is asked; nothing is done.</summary>
    /// <returns>The household, the id of the new one, and who goes; refused: 403, 404 or 422.</returns>
    public async Task<Uitslag<(Case Hier, StreamId Nieuw, ImmutableArray<PersoonId> Personen)>> TeSplitsenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (naam, reden) = (body.Tekst("naam"), body.Tekst("reden"));
        var personen = (body["personen"] as JsonArray ?? []).Select(p => new PersoonId(p?.ToString() ?? "")).Distinct().ToImmutableArray();
        if (Onjuist([.. Onbekend(body, "personen", "naam", "reden"), .. Ontbreekt("naam", naam), .. Ontbreekt("reden", reden), .. personen.IsEmpty ? [Fout("personen", Verzoekcode.VeldOntbreekt, "personen")] : Array.Empty<Refusal>()]) is { } fout)
            return fout;
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null)).Lukt(out var hier, out var nee))
            return nee;
        var nieuw = await uitvoering.NieuwAsync(hier.Stream, "afsplitsing", asking);
        var h = (Huishouden)hier.Domain;
        if (!h.Koppelingen.Exists(k => k.Ander == nieuw) && Onjuist(Vertrek(h, personen)) is { } blijft)
            return blijft;
        return (hier, nieuw, personen);
    }

    /// <summary>Only who lives here can go, and somebody has to stay.</summary>
    static ImmutableArray<Refusal> Vertrek(Huishouden h, ImmutableArray<PersoonId> personen)
    {
        if (personen.Any(p => h.Persoon(p) is not { IsThuis: true }))
            return [Fout("personen", Verzoekcode.AfsplitsingPersoon)];
        return h.Personen.Exists(p => p.IsThuis && !personen.Contains(p.Id)) ? [] : [Fout("personen", Verzoekcode.AfsplitsingIedereen)];
    }

    /// <summary>The persons as they are known here, so that the new household knows them under the same ids.</summary>
    static JsonObject Opening(Huishouden h, string naam, ImmutableArray<PersoonId> personen) => new()
    {
        ["naam"] = naam, ["wijkteam"] = h.Wijkteam?.Id.Text,
        ["personen"] = Lijst(h.Personen.Where(p => personen.Contains(p.Id)).Select(p => (JsonNode)Persoonsinvoer.Json(p, h))),
    };

    static JsonArray Lijst(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    async Task<Uitslag<Gevolg>> PaarAsync(StreamId hier, StreamId ander, Koppelingsoort soort, string reden, Asking asking, JsonObject? bijHier, JsonObject? bijAnder)
    {
        var terug = new LinkStream(hier, Koppelingen.Relatie(Koppelingen.Tegenhanger(soort)), reden, bijAnder);
        var tegenhanger = asking with { Key = $"{asking.Key}:tegenhanger" };
        if (await uitvoering.VoorzieAsync(ander, terug, tegenhanger) is { } bezwaar)
            return bezwaar;
        if (!(await uitvoering.DoeAsync(hier, new LinkStream(ander, Koppelingen.Relatie(soort), reden, bijHier), asking)).Lukt(out var gevolg, out var nee))
            return nee;
        if (!(await uitvoering.DoeAsync(ander, terug, tegenhanger with { IsPerson = false })).Lukt(out var daar, out nee))
            return nee;
        return gevolg with { Huishouden = soort == Koppelingsoort.AfgesplitstNaar ? ander.Text : hier.Text, Gebeurd = [.. gevolg.Gebeurd.Union(daar.Gebeurd)] };
    }

    /// <summary>Neither of the two may have gone up in a household already, unless this is the very pair that is being finished.</summary>
    static Weigering? Bezet(Case hier, Case ander)
    {
        if (((Huishouden)hier.Domain).OpgegaanIn is { } elders)
            return new Weigering(Huishoudcode.HuishoudenSamengevoegd, elders.Text);
        return ((Huishouden)ander.Domain).OpgegaanIn is { } weg && weg != hier.Stream ? new Weigering(Huishoudcode.HuishoudenSamengevoegd, weg.Text) : null;
    }

    static IEnumerable<Refusal> Onbekend(JsonObject body, params string[] bekend) => body.Select(p => p.Key).Where(n => !bekend.Contains(n)).Select(n => Fout(n, Verzoekcode.VeldOnbekend, n));

    static IEnumerable<Refusal> Ontbreekt(string veld, string? waarde) => waarde is { Length: <= 4_000 } ? [] : [Fout(veld, Verzoekcode.VeldOntbreekt, veld)];

    static Weigering? Onjuist(ImmutableArray<Refusal> fouten) => fouten.IsEmpty ? null : new Weigering(Verzoekcode.KoppelingOnjuist) { Fouten = fouten };

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);
}

/// <param name="Met">Id of the household that goes up in this one.</param>
public sealed record SamenvoegingVerzoek(string Met, string Reden);

/// <param name="Personen">Ids of who goes.</param>
/// <param name="Naam">Of the new household.</param>
public sealed record AfsplitsingVerzoek(IReadOnlyList<string> Personen, string Naam, string Reden);
