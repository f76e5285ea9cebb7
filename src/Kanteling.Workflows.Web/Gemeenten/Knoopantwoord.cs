using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>
/// What a node answers itself: at the address of a gemeente that is closed, at an address of nobody, and about its own health. None of
/// it names a gemeente or tells anything of one.
/// </summary>
static class Knoopantwoord
{
    static readonly TimeSpan Wachttijd = TimeSpan.FromSeconds(30);

    public static void Map(WebApplication app)
    {
        app.GebruikBeveiligingskoppen();
        app.Use((context, volgende) => context.RequestServices.GetRequiredService<Gemeentewacht>().Van(context.Request.Host.Value ?? "") is null
            ? volgende(context)
            : Kalepagina.SchrijfAsync(context, new Weigering(Verzoekcode.GemeenteDicht) { OpnieuwNa = Wachttijd }));
        app.MapGet("/health/live", () => Results.Json(new { status = "leeft" }));
        app.MapGet("/health/ready", (Gemeentewacht gemeenten) => gemeenten.Tel().Open > 0
            ? Results.Json(new { status = "klaar" })
            : Results.Json(new { status = "geen gemeente is open" }, statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/health", (Gemeentewacht gemeenten) =>
        {
            var (open, dicht) = gemeenten.Tel();
            return Results.Json(new { versie = Programmaversie.Nummer, gemeenten = new { open, dicht } });
        });
        app.MapFallback(context => Kalepagina.SchrijfAsync(context, new Weigering(Verzoekcode.AdresOnbekend)));
    }
}
