using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the list of drawings together.</summary>
public sealed class Tekeningenlijst(Tekeningbeheer tekeningen, Tekeninggeschiedenis geschiedenis, Gebruikersnamen namen, Correctiepunt correcties, Studiobestanden bestanden)
{
    /// <summary>Whether the designers came with this build.</summary>
    public bool HeeftOntwerper => bestanden.IsThere;

    /// <param name="naam">What was typed as the name of a new drawing.</param>
    public async Task<IResult> ToonAsync(HttpContext context, Bericht? melding, int status = StatusCodes.Status200OK, string? naam = null)
    {
        var actor = context.Actor();
        var zoek = context.Request.Query["zoek"].ToString().Trim();
        if (!(await RegelsAsync(actor)).Lukt(out var regels, out var nee))
            return nee.Antwoord();
        List<TekeningRegel> wachtend = tekeningen.MagGoedkeuren(actor) ? [.. regels.Where(r => r.IsAangeboden && !r.IsVanMij)] : [];
        var woorden = new List<Voorstelregel>();
        foreach (var (document, correctie) in await correcties.WachtendAsync(actor))
            woorden.Add(new Voorstelregel(document, correctie.At, (await namen.VanUitvoerderAsync(correctie.By))?.Naam));
        var gevonden = zoek.Length == 0 ? regels : [.. regels.Where(r => r.Naam.Contains(zoek, StringComparison.CurrentCultureIgnoreCase) || r.Omschrijving?.Contains(zoek, StringComparison.CurrentCultureIgnoreCase) == true)];
        return Weergave.Toon<Tekeningenpagina>(
            context, new TekeningenModel(gevonden, wachtend, woorden, zoek.Length == 0 ? null : zoek, tekeningen.MagTekenen(actor), bestanden.IsThere, melding, naam) { Intrekkingen = await IntrekkingenAsync(context) }, status);
    }

    async Task<IReadOnlyList<(Tekeningkop Kop, Intrekverzoek Verzoek)>> IntrekkingenAsync(HttpContext context) =>
        (await tekeningen.VersiesAsync(context.Actor())).Lukt(out var koppen, out _)
            ? await context.RequestServices.GetRequiredService<Tekeningintrekking>().WachtendAsync(context.Actor(), koppen) : [];

    async Task<Uitslag<List<TekeningRegel>>> RegelsAsync(Actor actor)
    {
        if (!(await tekeningen.VersiesAsync(actor)).Lukt(out var koppen, out var nee))
            return nee;
        var regels = new List<TekeningRegel>();
        foreach (var versies in koppen.GroupBy(k => k.DefinitionId))
            regels.Add(await RegelAsync(actor, [.. versies]));
        return regels.OrderBy(r => r.Naam, StringComparer.CurrentCultureIgnoreCase).ToList();
    }

    /// <summary>One drawing, from all its versions.</summary>
    public async Task<TekeningRegel> RegelAsync(Actor actor, IReadOnlyList<Tekeningkop> versies)
    {
        var laatste = versies.First(k => k.IsLaatste);
        var gepubliceerd = versies.FirstOrDefault(k => k.IsGepubliceerd);
        var concept = versies.FirstOrDefault(k => k.Concept is not null)?.Concept;
        return new TekeningRegel(
            laatste.DefinitionId.Text, laatste.Naam, laatste.Kenmerken.Omschrijving, gepubliceerd?.Versie,
            gepubliceerd is null || await geschiedenis.VanAsync(laatste.DefinitionId, gepubliceerd.Versie) is not { } publicatie ? null : LocalTime.DayOf(publicatie.Op),
            gepubliceerd is null && versies.Any(k => k.IsIngetrokken), concept, laatste.Versie, concept is null ? null : (await namen.VanAsync(concept.Tekenaar))?.Naam, concept?.Tekenaar == actor.Id);
    }
}
