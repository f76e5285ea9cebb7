using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Web.Elsa;
using Kanteling.Workflows.Web.Elsa.Runs;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="IsProef">It was started to try a drawing.</param>
public sealed record ProefRegel(string Id, string Tekening, string TekeningId, int Versie, string Stand, string Soort, int Incidenten, bool IsProef, DateTimeOffset Begonnen, DateTimeOffset? Klaar);

/// <param name="Stand">Which filter is on, or null.</param>
/// <param name="TekeningId">Which drawing is chosen, or null.</param>
/// <param name="Pagina">From 1.</param>
public sealed record ProevenModel(
    IReadOnlyList<ProefRegel> Regels, long Totaal, int Pagina, int Paginas, string? Stand, string? TekeningId, string? Zoek, IReadOnlyList<(string Id, string Naam)> Tekeningen, bool MagTekenen)
{
    public bool IsGefilterd => Stand is not null || TekeningId is not null || Zoek is not null;

    /// <summary>This list, another page of it.</summary>
    public string Op(int pagina) => $"{Adres.Proeven}?stand={Stand}&tekening={Uri.EscapeDataString(TekeningId ?? "")}&zoek={Uri.EscapeDataString(Zoek ?? "")}&pagina={pagina}";
}

/// <summary>What runs and ran: trials of drawings, and for who may see it how real flows run.</summary>
static class ProevenPaginas
{
    const int PerPagina = 25;

    static readonly Dictionary<string, string> Standen = new() { ["wacht"] = "Suspended", ["klaar"] = "Finished", ["gestopt"] = "Cancelled", ["vast"] = "Faulted" };

    public static void Map(RouteGroupBuilder studio) => studio.MapGet("/proeven", LijstAsync);

    static async Task<IResult> LijstAsync(HttpContext context, InstanceList instances, Tekeningbeheer tekeningen, Bevoegdheid bevoegdheid)
    {
        var vraag = context.Request.Query;
        var (stand, tekening, zoek) = (Gekozen(vraag["stand"]), Gekozen(vraag["tekening"]), Gekozen(vraag["zoek"]));
        var pagina = int.TryParse(vraag["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 100 ? n : 1;
        var asked = new JsonObject { ["page"] = pagina - 1, ["pageSize"] = PerPagina, ["orderBy"] = "Created", ["orderDirection"] = "Descending", ["definitionId"] = tekening, ["searchTerm"] = zoek };
        if (stand == "incident")
            asked["hasIncidents"] = true;
        else if (stand is not null && Standen.TryGetValue(stand, out var sub))
            asked["subStatuses"] = new JsonArray(sub);
        var gevonden = await instances.FindAsync(context.Actor(), asked);
        var namen = (await tekeningen.LijstAsync(context.Actor())).ToDictionary(k => k.DefinitionId, k => k.Naam, StringComparer.Ordinal);
        return Views.Show<Proevenpagina>(context, new ProevenModel(
            [.. gevonden.Items.Select(i => Regel(i, namen))], gevonden.TotalCount, pagina, Math.Max(1, (int)Math.Min(100, (gevonden.TotalCount + PerPagina - 1) / PerPagina)), stand, tekening, zoek,
            [.. namen.Select(p => (p.Key, p.Value)).OrderBy(p => p.Value, StringComparer.CurrentCultureIgnoreCase)], bevoegdheid.Mag(context.Actor(), Handeling.Tekenen)));
    }

    static ProefRegel Regel(InstanceSummary i, Dictionary<string, string> namen) => new(
        i.Id, namen.GetValueOrDefault(i.DefinitionId, i.DefinitionId), i.DefinitionId, i.Version, Stand(i), Kleur(i), i.IncidentCount, Streams.IsTrial(i.Id), i.CreatedAt, i.FinishedAt);

    public static string Stand(InstanceSummary i) => i switch { { IncidentCount: > 0 } => "kan niet verder", { SubStatus: "Finished" } => "klaar", { SubStatus: "Cancelled" } => "gestopt", { SubStatus: "Faulted" } => "vastgelopen", _ => "wacht" };

    public static string Kleur(InstanceSummary i) => i switch { { IncidentCount: > 0 } or { SubStatus: "Faulted" } => "badge--late", { SubStatus: "Finished" } => "badge--done", { SubStatus: "Cancelled" } => "", _ => "badge--week" };

    static string? Gekozen(string? waarde) => waarde?.Trim() is { Length: > 0 and <= 200 } gekozen ? gekozen : null;
}
