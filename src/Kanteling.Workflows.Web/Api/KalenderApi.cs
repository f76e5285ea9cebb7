using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Kalenders;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The days that are no working days. Who changes them makes every running term be computed anew.</summary>
static class KalenderApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kalender", async (HttpContext context, Kalenderbeheer beheer) => (await beheer.LeesAsync(context.Actor())).Antwoord(beeld => Toon(context, beeld)))
            .WithTags("kalender").WithSummary("De kalender: extra vrije dagen, met hun bron");
        api.MapPut("/kalender", async (HttpContext context, Kalenderbeheer beheer) =>
                (await beheer.SchrijfAsync(context.Actor(), context.Versie(), context.Json())).Antwoord(beeld => Toon(context, beeld)))
            .MetVersie().MetJson().WithTags("kalender").WithSummary("De kalender wijzigen; lopende termijnen worden opnieuw berekend");
    }

    static IResult Toon(HttpContext context, KalenderBeeld beeld)
    {
        context.Response.SetETag(beeld.Kalender.Versie);
        var json = KalenderJson.Schrijf(beeld.Kalender);
        json["waarschuwing"] = beeld.Waarschuwing;
        json["verwerking"] = new JsonObject { ["versie"] = beeld.Tocht.Versie, ["gezien"] = beeld.Tocht.Gezien, ["verschoven"] = beeld.Tocht.Verschoven, ["klaar"] = beeld.Tocht.IsKlaar };
        return Results.Json(json);
    }
}
