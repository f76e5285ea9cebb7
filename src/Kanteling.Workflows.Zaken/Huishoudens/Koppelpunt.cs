using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
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
/// does only what is still missing. So after a crash between the two the pair is finished by sending it again.
/// </summary>
public sealed class Koppelpunt(CaseReader reader, Uitvoering uitvoering)
{
    /// <summary>The household of the request goes on; the other is not used any more.</summary>
    /// <exception cref="Geweigerd">403, 404, 409 or 422.</exception>
    public async Task<Gevolg> VoegSamenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (met, reden) = (body.Text("met"), body.Text("reden"));
        Eis([.. Onbekend(body, "met", "reden"), .. Ontbreekt("met", met), .. Ontbreekt("reden", reden)]);
        var hier = await reader.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null);
        if (met == id)
            Eis([Fout("met", Verzoekcode.KoppelingMetZichzelf)]);
        var ander = await reader.HuishoudenAsync(actor, met!, Handeling.HuishoudenKoppelen, null);
        Vrij(hier, ander, id);
        return await PaarAsync(hier.Stream, ander.Stream, Koppelingsoort.SamengevoegdUit, reden!, asking, null, null);
    }

    /// <summary>A new household for some of the persons; what runs goes on where it is.</summary>
    /// <exception cref="Geweigerd">403, 404, 409 or 422.</exception>
    public async Task<Gevolg> SplitsAfAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (h, nieuw, personen) = await MoetKunnenSplitsenAsync(actor, id, body, asking);
        return await PaarAsync(
            id, nieuw, Koppelingsoort.AfgesplitstNaar, body.Text("reden")!, asking, new JsonObject { ["personen"] = Lijst(personen.Select(p => (JsonNode)p)) }, Opening(h, body.Text("naam")!, personen));
    }

    /// <summary>Whether it can be done as it is asked; nothing is done.</summary>
    /// <returns>The household, the id of the new one, and who goes.</returns>
    /// <exception cref="Geweigerd">403, 404 or 422.</exception>
    public async Task<(Huishouden Hier, string Nieuw, ImmutableArray<string> Personen)> MoetKunnenSplitsenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (naam, reden) = (body.Text("naam"), body.Text("reden"));
        var personen = (body["personen"] as JsonArray ?? []).Select(p => p?.ToString() ?? "").Distinct().ToImmutableArray();
        Eis([.. Onbekend(body, "personen", "naam", "reden"), .. Ontbreekt("naam", naam), .. Ontbreekt("reden", reden), .. personen.IsEmpty ? [Fout("personen", Verzoekcode.VeldOntbreekt, "personen")] : Array.Empty<Refusal>()]);
        var hier = await reader.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null);
        var nieuw = Streams.Derived("afsplitsing\n" + asking.CommandId);
        var h = (Huishouden)hier.Domain;
        if (!h.Koppelingen.Exists(k => k.Ander == nieuw))
            Eis(Vertrek(h, personen));
        return (h, nieuw, personen);
    }

    /// <summary>Only who lives here can go, and somebody has to stay.</summary>
    static ImmutableArray<Refusal> Vertrek(Huishouden h, ImmutableArray<string> personen)
    {
        if (personen.Any(p => h.Persoon(p) is not { IsThuis: true }))
            return [Fout("personen", Verzoekcode.AfsplitsingPersoon)];
        return h.Personen.Exists(p => p.IsThuis && !personen.Contains(p.Id)) ? [] : [Fout("personen", Verzoekcode.AfsplitsingIedereen)];
    }

    /// <summary>The persons as they are known here, so that the new household knows them under the same ids.</summary>
    static JsonObject Opening(Huishouden h, string naam, ImmutableArray<string> personen) => new()
    {
        ["naam"] = naam, ["wijk"] = h.Wijk, ["wijkteam"] = h.Wijkteam,
        ["personen"] = Lijst(h.Personen.Where(p => personen.Contains(p.Id)).Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id, ["naam"] = Woorden.Van(p.Naam), ["geboortedatum"] = p.Geboortedatum?.AsString(), ["rol"] = p.Rol,
        })),
    };

    static JsonArray Lijst(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    async Task<Gevolg> PaarAsync(string hier, string ander, Koppelingsoort soort, string reden, Asking asking, JsonObject? bijHier, JsonObject? bijAnder)
    {
        var gevolg = await uitvoering.DoeAsync(hier, new LinkStream(ander, Koppelingen.Relatie(soort), reden, bijHier), asking);
        var terug = new LinkStream(hier, Koppelingen.Relatie(Koppelingen.Tegenhanger(soort)), reden, bijAnder);
        await uitvoering.DoeAsync(ander, terug, asking with { CommandId = $"{asking.CommandId}:tegenhanger" });
        return gevolg with { Huishouden = soort == Koppelingsoort.AfgesplitstNaar ? ander : hier };
    }

    /// <summary>Neither of the two may have gone up in a household already, unless this is the very pair that is being finished.</summary>
    static void Vrij(Case hier, Case ander, string id)
    {
        if (((Huishouden)hier.Domain).OpgegaanIn is { } elders)
            throw new Geweigerd(Huishoudcode.HuishoudenSamengevoegd, elders);
        if (((Huishouden)ander.Domain).OpgegaanIn is { } weg && weg != id)
            throw new Geweigerd(Huishoudcode.HuishoudenSamengevoegd, weg);
    }

    static IEnumerable<Refusal> Onbekend(JsonObject body, params string[] bekend) => body.Select(p => p.Key).Where(n => !bekend.Contains(n)).Select(n => Fout(n, Verzoekcode.VeldOnbekend, n));

    static IEnumerable<Refusal> Ontbreekt(string veld, string? waarde) => waarde is { Length: <= 4_000 } ? [] : [Fout(veld, Verzoekcode.VeldOntbreekt, veld)];

    static void Eis(ImmutableArray<Refusal> fouten)
    {
        if (!fouten.IsEmpty)
            throw new Geweigerd(Verzoekcode.KoppelingOnjuist) { Fouten = fouten };
    }

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);
}

/// <param name="Met">Id of the household that goes up in this one.</param>
public sealed record SamenvoegingVerzoek(string Met, string Reden);

/// <param name="Personen">Ids of who goes.</param>
/// <param name="Naam">Of the new household.</param>
public sealed record AfsplitsingVerzoek(IReadOnlyList<string> Personen, string Naam, string Reden);
