using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page of one drawing together.</summary>
public sealed class Versiesblad(Tekeningbeheer tekeningen, Tekeningpublicatie publicatie, Tekeningenlijst lijst, Tekeninggeschiedenis geschiedenis, Tekeningverschil verschil)
{
    public async Task<IResult> ToonAsync(HttpContext context, DefinitionId id, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var actor = context.Actor();
        if (!(await VersiesAsync(actor, id)).Lukt(out var versies, out var nee) || !(await tekeningen.OpenAsync(actor, id)).Lukt(out var laatste, out nee))
            return nee.Antwoord();
        var concept = versies.FirstOrDefault(k => k.Concept is not null);
        var regels = new List<VersieRegel>();
        foreach (var kop in versies.OrderByDescending(k => k.Versie))
            regels.Add(new VersieRegel(kop, kop.Concept is null ? await geschiedenis.VanAsync(id, kop.Versie) : null));
        Bevindingen? bevindingen = null;
        if (concept is not null && !(await publicatie.ControleerAsync(actor, id)).Lukt(out bevindingen, out nee))
            return nee.Antwoord();
        if (!(await VerschilAsync(versies, concept)).Lukt(out var verschillen, out nee))
            return nee.Antwoord();
        if (!(await DocumentenAsync(context, id, versies)).Lukt(out var documenten, out nee))
            return nee.Antwoord();
        return Weergave.Toon<Versiespagina>(context, new VersiesModel(
            await lijst.RegelAsync(actor, versies), regels, bevindingen, verschillen,
            DefinitionJson.Read(laatste.Document).Definition?.Nodes.Count - 1 ?? 0, tekeningen.MagTekenen(actor), tekeningen.MagGoedkeuren(actor), lijst.HeeftOntwerper,
            Zegel.Nieuw(), melding)
        {
            Documenten = documenten, Intrekregels = await geschiedenis.IntrekkingenAsync(id), MagIntrekkenVragen = Intrekking(context).MagVragen(actor),
            Verzoek = versies.FirstOrDefault(k => k.IsGepubliceerd) is { } geldend ? await Intrekking(context).VerzoekAsync(actor, geldend) : null,
        }, status);
    }

    static Tekeningintrekking Intrekking(HttpContext context) => context.RequestServices.GetRequiredService<Tekeningintrekking>();

    static async Task<Uitslag<Versiedocumenten>> DocumentenAsync(HttpContext context, DefinitionId id, IReadOnlyList<Tekeningkop> versies)
    {
        int? gevraagd = int.TryParse(context.Request.Query["documenten"], out var nummer) ? nummer : null;
        var kop = versies.FirstOrDefault(k => k.Versie == gevraagd) ?? versies.FirstOrDefault(k => k.IsGepubliceerd) ?? versies.First(k => k.IsLaatste);
        var lijst = await context.RequestServices.GetRequiredService<Tekeningdocumenten>().VanAsync(context.Actor(), id, kop.Versie);
        return lijst.Dan(gebruikt => new Versiedocumenten(kop.Versie, kop.Concept is not null, kop.IsGepubliceerd, gebruikt));
    }

    /// <summary>Asks whether a draft may really go.</summary>
    public async Task<IResult> VraagWegAsync(HttpContext context, DefinitionId id)
    {
        if (!(await VersiesAsync(context.Actor(), id)).Lukt(out var versies, out var nee))
            return nee.Antwoord();
        var regel = await lijst.RegelAsync(context.Actor(), versies);
        return regel is { Concept: not null, IsVanMij: true } ? Weergave.Toon<Weggooipagina>(context, regel, breedte: Weergave.Smal) : Results.Redirect(Adres.Versies(id.Text));
    }

    async Task<Uitslag<IReadOnlyList<Tekeningkop>>> VersiesAsync(Actor actor, DefinitionId id)
    {
        var uitslag = await tekeningen.VersiesAsync(actor, id);
        return uitslag.Lukt(out var versies, out _) && versies.Count == 0 ? Tekeningbeheer.Onbekend(id) : uitslag;
    }

    async Task<Uitslag<IReadOnlyList<string>>> VerschilAsync(IReadOnlyList<Tekeningkop> versies, Tekeningkop? concept)
    {
        if (concept is null || versies.FirstOrDefault(k => k.IsGepubliceerd) is not { } nu)
            return Uitslag.Van<IReadOnlyList<string>>([]);
        if (!(await tekeningen.OpenAsync(nu)).Lukt(out var voor, out var nee) || !(await tekeningen.OpenAsync(concept)).Lukt(out var na, out nee))
            return nee;
        return Uitslag.Van(verschil.Van(voor.Document, na.Document));
    }
}
