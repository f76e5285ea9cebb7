using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page of one drawing together.</summary>
public sealed class Versiesblad(Tekeningbeheer tekeningen, Tekeningenlijst lijst, Tekeninggeschiedenis geschiedenis, WorkflowEngine engine, Bevoegdheid bevoegdheid, StudioFiles files)
{
    public async Task<IResult> ToonAsync(HttpContext context, string id, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var actor = context.Actor();
        var versies = await VersiesAsync(actor, id);
        var concept = versies.FirstOrDefault(k => k.Concept is not null);
        var regels = new List<VersieRegel>();
        foreach (var kop in versies.OrderByDescending(k => k.Versie))
            regels.Add(new VersieRegel(kop, kop.Concept is null ? await geschiedenis.VanAsync(id, kop.Versie) : null));
        var laatste = await tekeningen.OpenAsync(actor, id);
        return Views.Show<Versiespagina>(context, new VersiesModel(
            await lijst.RegelAsync(actor, versies), regels, concept is null ? null : await tekeningen.ControleerAsync(actor, id), await VerschilAsync(versies, concept),
            DefinitionJson.Read(laatste.Document).Definition?.Nodes.Count - 1 ?? 0, bevoegdheid.Mag(actor, Handeling.Tekenen), bevoegdheid.Mag(actor, Handeling.TekeningGoedkeuren), files.IsThere,
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), melding), status);
    }

    /// <summary>Asks whether a draft may really go.</summary>
    public async Task<IResult> VraagWegAsync(HttpContext context, string id)
    {
        var regel = await lijst.RegelAsync(context.Actor(), await VersiesAsync(context.Actor(), id));
        return regel is { Concept: not null, IsVanMij: true } ? Views.Show<Weggooipagina>(context, regel, breedte: Views.Smal) : Results.Redirect(Adres.Versies(id));
    }

    async Task<IReadOnlyList<Tekeningkop>> VersiesAsync(Actor actor, string id) => await tekeningen.VersiesAsync(actor, id) is { Count: > 0 } versies
        ? versies
        : throw new Geweigerd(Verzoekcode.TekeningOnbekend, id.Length > 100 ? id[..100] : id);

    async Task<IReadOnlyList<string>> VerschilAsync(IReadOnlyList<Tekeningkop> versies, Tekeningkop? concept)
    {
        if (concept is null || versies.FirstOrDefault(k => k.IsGepubliceerd) is not { } nu)
            return [];
        return new Tekeningverschil(engine.Decider.Catalogue).Van((await tekeningen.OpenAsync(nu)).Document, (await tekeningen.OpenAsync(concept)).Document);
    }
}
