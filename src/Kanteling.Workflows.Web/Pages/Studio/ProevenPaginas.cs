using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="IsProef">It was started to try a drawing.</param>
public sealed record ProefRegel(string Id, string Tekening, string TekeningId, int Versie, string Stand, string Soort, int Incidenten, bool IsProef, DateTimeOffset Begonnen, DateTimeOffset? Klaar);

/// <param name="Stand">Which filter is on, or null.</param>
/// <param name="TekeningId">Which drawing is chosen, or null.</param>
public sealed record ProevenModel(
    IReadOnlyList<ProefRegel> Regels, Bladzij Bladzij, string? Stand, string? TekeningId, string? Zoek, IReadOnlyList<(string Id, string Naam)> Tekeningen, bool MagTekenen)
{
    public bool IsGefilterd => Stand is not null || TekeningId is not null || Zoek is not null;

    /// <summary>This list, another page of it.</summary>
    public string Op(int pagina) => $"{Adres.Proeven}?stand={Stand}&tekening={Uri.EscapeDataString(TekeningId ?? "")}&zoek={Uri.EscapeDataString(Zoek ?? "")}&pagina={pagina}";
}

/// <summary>What runs and ran: trials of drawings, and for who may see it how real flows run.</summary>
static class ProevenPaginas
{
    const int PerPagina = 25;

    static readonly Dictionary<string, string[]> Standen = new() { ["wacht"] = ["running", "suspended"], ["klaar"] = ["finished"], ["gestopt"] = ["cancelled"], ["vast"] = ["faulted"] };

    public static void Map(RouteGroupBuilder studio) => studio.MapGet("/proeven", LijstAsync);

    static async Task<IResult> LijstAsync(HttpContext context, Verlooplijst verlopen, Tekeningbeheer tekeningen, Bevoegdheid bevoegdheid)
    {
        var vraag = context.Request.Query;
        var (stand, tekening, zoek) = (Gekozen(vraag["stand"]), Gekozen(vraag["tekening"]), Gekozen(vraag["zoek"]));
        var gezocht = new InstanceSearch(
            DefinitionIds: tekening is null ? null : [new(tekening)], Statuses: Standen.GetValueOrDefault(stand ?? ""), HasIncidents: stand == "incident" ? true : null, Text: zoek, Descending: true);
        if (!(await tekeningen.LijstAsync(context.Actor())).Lukt(out var koppen, out var nee))
            return nee.Antwoord();
        var (uitslag, bladzij) = await Bladzij.Gevraagd(vraag["pagina"], PerPagina).LeesAsync(
            paging => verlopen.ZoekAsync(context.Actor(), gezocht, paging), gevraagd => gevraagd.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (!uitslag.Lukt(out var gevonden, out nee))
            return nee.Antwoord();
        var namen = koppen.ToDictionary(k => k.DefinitionId, k => k.Naam);
        return Weergave.Toon<Proevenpagina>(context, new ProevenModel(
            [.. gevonden.Items.Select(i => Regel(i, namen))], bladzij, stand, tekening, zoek,
            [.. namen.Select(p => (p.Key.Text, p.Value)).OrderBy(p => p.Value, StringComparer.CurrentCultureIgnoreCase)], bevoegdheid.Mag(context.Actor(), Handeling.Tekenen)));
    }

    static ProefRegel Regel(Verloopregel r, Dictionary<DefinitionId, string> namen) => new(
        r.Id, namen.GetValueOrDefault(r.Tekening, r.Tekening.Text), r.Tekening.Text, r.Versie.Version, Stand(r), Kleur(r), r.Incidenten, r.IsProef, r.Begonnen, r.Klaar);

    public static string Stand(Verloopregel r) => r switch { { Incidenten: > 0 } => "kan niet verder", { Status: "finished" } => "klaar", { Status: "cancelled" } => "gestopt", { Status: "faulted" } => "vastgelopen", _ => "wacht" };

    public static string Kleur(Verloopregel r) => r switch { { Incidenten: > 0 } or { Status: "faulted" } => "badge--late", { Status: "finished" } => "badge--done", { Status: "cancelled" } => "", _ => "badge--week" };

    static string? Gekozen(string? waarde) => waarde?.Trim() is { Length: > 0 and <= 200 } gekozen ? gekozen : null;
}
