using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Kalenders;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The days that are no working days. Who changes them makes every running term be computed anew.</summary>
static class KalenderApi
{
    static Verzoekvorm Dagen => new Reeks(new Groep("KalenderDag", new Verzoekveld("dag", new Dagvorm()).Verplicht("om welke dag het gaat"), new Verzoekveld("omschrijving", new Vrijetekst(500)).Verplicht("waarom die dag vrij is")), 1_000);

    /// <summary>As it is read; what is read along may come back.</summary>
    static Verzoekbeschrijving Kalender { get; } = new("Kalender",
        new Verzoekveld("bekendVanaf", Jaar).Verplicht("vanaf welk jaar alle dagen bekend zijn"), new Verzoekveld("bekendTotEnMet", Jaar).Verplicht("tot en met welk jaar alle dagen bekend zijn"),
        new Verzoekveld("gelijkgesteld", Dagen, "Dagen die bij koninklijk besluit een feestdag zijn, met de bron."), new Verzoekveld("lokaalGesloten", Dagen, "Dagen waarop de gemeente zelf dicht is."),
        new Verzoekveld("versie", new Teruggelezen()), new Verzoekveld("waarschuwing", new Teruggelezen()), new Verzoekveld("verwerking", new Teruggelezen()));

    static Verzoekvorm Jaar => new Getalvorm(1, 9999);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kalender", async (HttpContext context, Kalenderbeheer beheer) => (await beheer.LeesAsync(context.Actor())).Antwoord(beeld => Toon(context, beeld)))
            .WithTags("kalender").WithSummary("De kalender: extra vrije dagen, met hun bron");
        api.MapPut("/kalender", async (HttpContext context, Kalenderbeheer beheer) =>
                (await beheer.SchrijfAsync(context.Actor(), context.Versie(), context.Json())).Antwoord(beeld => Toon(context, beeld)))
            .MetVersie().MetJson(Kalender).WithTags("kalender").WithSummary("De kalender wijzigen; lopende termijnen worden opnieuw berekend");
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
