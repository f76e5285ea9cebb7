using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>Drawings as files, old versions brought back, and putting away.</summary>
public sealed class Tekeningbestanden(Tekeningbeheer beheer, Tekeninglezer lezer, Tekenconcepten concepten)
{
    /// <summary>Makes an old version the concept again, under the next number.</summary>
    /// <returns>Refused: 404, or 400 when a colleague draws.</returns>
    public async Task<Uitslag<Tekening>> HerstelAsync(Actor actor, DefinitionId id, int versie)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await beheer.OpenAsync(actor, id, versie)).Lukt(out var oud, out var nee))
            return nee;
        return await concepten.SchrijfAsync(actor, id, oud.Document) is { } fout ? fout : await beheer.OpenAsync(actor, id);
    }

    /// <summary>A file becomes a concept; what it says of its own id and number counts as a wish only. Types that nobody here knows are kept.</summary>
    /// <returns>Refused: 400 when it is no drawing, or a colleague draws it.</returns>
    public async Task<Uitslag<Tekening>> ImporteerAsync(Actor actor, JsonObject bestand)
    {
        var model = Tekeningtekst.InKleineLetters(bestand);
        Tekeningtekst.HaalTag(model);
        return await beheer.BewaarAsync(actor, model);
    }

    /// <summary>A version as a file for Elsa Studio or an Elsa server: with its schema, without our tag and links.</summary>
    public async Task<Uitslag<JsonObject>> ExporteerAsync(Actor actor, DefinitionId id, int? versie = null) => (await beheer.OpenAsync(actor, id, versie)).Dan(Bestand);

    static JsonObject Bestand(Tekening tekening)
    {
        Tekeningtekst.HaalTag(tekening.Document);
        var bestand = new JsonObject { ["$schema"] = DefinitionJson.Schema };
        foreach (var (naam, waarde) in tekening.Document)
        {
            if (naam is not ("$schema" or "links"))
                bestand[naam] = waarde?.DeepClone();
        }
        (bestand["id"], bestand["version"]) = (tekening.Kop.Id, tekening.Kop.Versie);
        (bestand["isLatest"], bestand["isPublished"]) = (tekening.Kop.IsLaatste, tekening.Kop.IsGepubliceerd);
        return bestand;
    }

    /// <summary>Puts a drawing away that was never published. What was, is kept: it may be taken out of use.</summary>
    /// <returns>Refused: 400 with the reason, or 404.</returns>
    public async Task<Weigering?> VerwijderAsync(Actor actor, DefinitionId id)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await beheer.VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        if (koppen.Count == 0)
            return Tekeningbeheer.Onbekend(id);
        return koppen.Any(k => k.Concept is null) ? await BlijftAsync(id, koppen[0].Naam) : await beheer.VerwijderConceptAsync(actor, id);
    }

    /// <summary>Puts one version away: a concept of one's own, nothing else.</summary>
    public async Task<Weigering?> VerwijderAsync(Actor actor, DefinitionId id, int versie)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await beheer.VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        if (koppen.FirstOrDefault(k => k.Versie == versie) is not { } kop)
            return Tekeningbeheer.Onbekend(id);
        return kop.Concept is null ? await BlijftAsync(id, kop.Naam) : await beheer.VerwijderConceptAsync(actor, id);
    }

    /// <summary>Ids of the drawings that run this one, in the version that is newest.</summary>
    public async Task<Uitslag<List<DefinitionId>>> GebruiktDoorAsync(Actor actor, DefinitionId id) =>
        (await beheer.LijstAsync(actor)).Dan(lijst => lijst.Where(k => k.DefinitionId != id && k.Kenmerken.Gebruikt.Contains(id)).Select(k => k.DefinitionId).ToList());

    /// <summary>Why a published drawing stays: what was done by it must be found back (Archiefwet).</summary>
    async Task<Weigering> BlijftAsync(DefinitionId id, string naam) =>
        new(await lezer.IsGebruiktAsync(id) ? Verzoekcode.TekeningGebruikt : Verzoekcode.TekeningGepubliceerd, naam);
}
