using System.Text;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>What the canvas shows: one drawing to edit, or one run to look at.</summary>
/// <param name="Tekening">Id of the drawing, or null.</param>
/// <param name="Run">Id of the instance, or null.</param>
/// <param name="KijktMee">Whoever looks may not draw; Studio shows him a button that he may not press.</param>
public sealed record TekenvlakModel(string? Tekening, string? Run, bool KijktMee = false)
{
    public string Adres => Run is null ? $"/studio/doek?tekening={Uri.EscapeDataString(Tekening!)}" : $"/studio/doek?run={Uri.EscapeDataString(Run)}";
}

/// <param name="Vlak">What is in the frame; null when the designers did not come with this build.</param>
/// <param name="Kop">What is drawn, or what ran.</param>
/// <param name="Terug">The list it comes from.</param>
/// <param name="Labels">How it stands, each with the class of its badge.</param>
/// <param name="Wegen">Where one goes from here.</param>
/// <param name="Uitleg">What somebody should know before he begins, or null.</param>
public sealed record TekenvlakpaginaModel(
    TekenvlakModel? Vlak, string Kop, string Terug, string TerugNaar, IReadOnlyList<(string Tekst, string Soort)> Labels, IReadOnlyList<(string Tekst, string Pad)> Wegen, string? Uitleg);

/// <summary>
/// The canvas. The law of this file: Studio needs a page of its own below <c>/studio/</c>, with a looser policy than any
/// other page; our own page holds that in a frame, and says what Studio cannot say.
/// </summary>
static class TekenvlakPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/doek", Vlak);
        studio.MapGet("/tekening/{id}", (HttpContext context, string id, Tekenvlakblad blad) => blad.TekeningAsync(context, id));
        studio.MapGet("/run/{id}", (HttpContext context, string id, Tekenvlakblad blad) => blad.RunAsync(context, id));
        studio.MapGet("/appsettings.json", (HttpRequest request) => Results.Json(new { Backend = new { Url = $"{request.Scheme}://{request.Host}{request.PathBase}/elsa/api" } }));
        studio.MapGet("/kleuren.css", (Studiokleuren kleuren) => Results.Text(kleuren.Css, "text/css", Encoding.UTF8));
        studio.MapGet("/weer-aangemeld", (HttpContext context) => Weergave.Toon<WeerAangemeld>(context, context.Actor().Naam, breedte: Weergave.Smal));
    }

    static IResult Vlak(HttpContext context, string? tekening, string? run, Studiobestanden bestanden, Bevoegdheid bevoegdheid)
    {
        if (!bestanden.IsThere || (tekening is null && run is null))
            return Results.NotFound();
        context.GebruikBeleid(Beveiligingskoppen.InFrame);
        return Weergave.Toon<Tekenvlak>(context, new TekenvlakModel(tekening, run, !bevoegdheid.Mag(context.Actor(), Handeling.Tekenen)));
    }
}
