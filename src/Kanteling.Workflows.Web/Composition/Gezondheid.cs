using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Drukte;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// <c>/health/live</c>: the program runs. <c>/health/ready</c>: it can do its work; 503 says not to send it any. <c>/health</c>: which
/// version it is, and how far the projections are behind, in numbers only.
/// </summary>
static class Gezondheid
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "leeft" })).ExcludeFromDescription();
        app.MapGet("/health/ready", async (OpenStorage storage, TimerHealth timers) =>
        {
            // Without it no melding can begin.
            if (await storage.Store.DefinitionAsync(Werkstroomnaam.Toegang, null, default) is null)
                return Results.Json(new { status = "meldingen kunnen niet beginnen", werkstroom = Werkstroomnaam.Toegang.Text, reden = "niet gepubliceerd" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            return timers.Read() is { StoppedTriggers: [var stopped, ..] }
                ? Results.Json(new { status = "termijnen staan stil", trigger = stopped }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { status = "klaar" });
        }).ExcludeFromDescription();
        app.MapGet("/health", async (Druktelezer drukte) => Results.Json(new { versie = Programmaversie.Nummer, projecties = await drukte.AchterAsync() })).ExcludeFromDescription();
    }
}
