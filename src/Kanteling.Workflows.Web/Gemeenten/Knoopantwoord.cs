using System.Net;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Api;
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
            : SchrijfAsync(context, new Weigering(Verzoekcode.GemeenteDicht) { OpnieuwNa = Wachttijd }));
        app.MapGet("/health/live", () => Results.Json(new { status = "leeft" }));
        app.MapGet("/health/ready", (Gemeentewacht gemeenten) => gemeenten.Tel().Open > 0
            ? Results.Json(new { status = "klaar" })
            : Results.Json(new { status = "geen gemeente is open" }, statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/health", (Gemeentewacht gemeenten) =>
        {
            var (open, dicht) = gemeenten.Tel();
            return Results.Json(new { versie = Programmaversie.Nummer, gemeenten = new { open, dicht } });
        });
        app.MapFallback(context => SchrijfAsync(context, new Weigering(Verzoekcode.AdresOnbekend)));
    }

    /// <summary>A person reads a page, without anything of the house around it: there is no house here.</summary>
    static Task SchrijfAsync(HttpContext context, Weigering nee)
    {
        if (ApiPaden.IsApi(context.Request.Path) || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return Apiprobleem.SchrijfAsync(context, nee);
        context.Response.Weiger(nee, Statussen.Van(nee));
        context.Response.ContentType = "text/html; charset=utf-8";
        var zin = WebUtility.HtmlEncode(nee.Zin);
        return context.Response.WriteAsync($"<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Kanteling</title></head><body><main><h1>Kanteling</h1><p>{zin}</p></main></body></html>\n", context.RequestAborted);
    }
}
