using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

// Drawings as files, old versions brought back, and putting away.
public sealed partial class Tekeningbeheer
{
    /// <summary>Makes an old version the concept again, under the next number.</summary>
    /// <exception cref="Geweigerd">404, or 400 when a colleague draws.</exception>
    public async Task<Tekening> HerstelAsync(Actor actor, string id, int versie)
    {
        Vraag(actor, Handeling.Tekenen);
        var oud = await OpenAsync(actor, id, versie);
        await concepten.SchrijfAsync(actor, id, oud.Document);
        return await OpenAsync(actor, id);
    }

    /// <summary>A file becomes a concept; what it says of its own id and number counts as a wish only. Types that nobody here knows are kept.</summary>
    /// <exception cref="Geweigerd">400: it is no drawing, or a colleague draws it.</exception>
    public async Task<Tekening> ImporteerAsync(Actor actor, JsonObject bestand)
    {
        Vraag(actor, Handeling.Tekenen);
        var model = Tekeningtekst.InKleineLetters(bestand);
        Tekeningtekst.HaalTag(model);
        return await BewaarAsync(actor, model);
    }

    /// <summary>A version as a file for Elsa Studio or an Elsa server: with its schema, without our tag and links.</summary>
    public async Task<JsonObject> ExporteerAsync(Actor actor, string id, int? versie = null)
    {
        var tekening = await OpenAsync(actor, id, versie);
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
    /// <exception cref="Geweigerd">400 with the reason, or 404.</exception>
    public async Task VerwijderAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        var koppen = await VersiesAsync(actor, id);
        if (koppen.Count == 0)
            throw Onbekend(id);
        if (koppen.Any(k => k.Concept is null))
            throw await BlijftAsync(id, koppen[0].Naam);
        await VerwijderConceptAsync(actor, id);
    }

    /// <summary>Puts one version away: a concept of one's own, nothing else.</summary>
    public async Task VerwijderAsync(Actor actor, string id, int versie)
    {
        Vraag(actor, Handeling.Tekenen);
        var kop = (await VersiesAsync(actor, id)).FirstOrDefault(k => k.Versie == versie) ?? throw Onbekend(id);
        if (kop.Concept is null)
            throw await BlijftAsync(id, kop.Naam);
        await VerwijderConceptAsync(actor, id);
    }

    /// <summary>Ids of the drawings that run this one, in the version that is newest.</summary>
    public async Task<IReadOnlyList<string>> GebruiktDoorAsync(Actor actor, string id) =>
        [.. (await LijstAsync(actor)).Where(k => k.DefinitionId != id && k.Kenmerken.Gebruikt.Contains(id)).Select(k => k.DefinitionId)];

    /// <summary>Why a published drawing stays: what was done by it must be found back (Archiefwet).</summary>
    async Task<Geweigerd> BlijftAsync(string id, string naam) =>
        new(await lezer.IsGebruiktAsync(id) ? Verzoekcode.TekeningGebruikt : Verzoekcode.TekeningGepubliceerd, naam);
}
