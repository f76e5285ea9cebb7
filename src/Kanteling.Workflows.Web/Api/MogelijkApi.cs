using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>What can be begun from a household at any time, and beginning it.</summary>
static class MogelijkApi
{
    /// <summary>Which of these are asked differs; what is not asked, or is missing, is said where it begins.</summary>
    static Verzoekbeschrijving Begin { get; } = new("MogelijkVerzoek",
        new("persoon", new Vrijetekst(Zaakvondst.LangsteId)), new("ondersteuning", new Vrijetekst(Zaakvondst.LangsteId)), new("dossier", new Vrijetekst(Zaakvondst.LangsteId)), new("datum", new Dagvorm()),
        new("toelichting", new Vrijetekst(Mogelijkvragen.LangsteTekst)), new("bevestigd", new JaNeevorm(), "Voor wat iets stopt."));

    public static void Map(RouteGroupBuilder api)
    {
        var mogelijk = api.MapGroup("/huishoudens/{id}/mogelijk").WithTags("huishoudens");
        mogelijk.MapGet("", LijstAsync).Produces<Lijst<MogelijkBeeld>>().WithSummary("Wat er nu kan, wat het vraagt en wat het verandert; en wat er niet kan, met waarom");
        mogelijk.MapPost("/{verb}", BeginAsync).MetSleutel().MetJson(Begin).Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Er een beginnen");
    }

    static async Task<Uitslag<Lijst<MogelijkBeeld>>> LijstAsync(HttpContext context, string id, Zaaklezer lezer, AltijdMogelijk mogelijk)
    {
        if (!(await lezer.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, "mogelijk")).Lukt(out var gevonden, out var nee))
            return nee;
        var lijst = await mogelijk.VanAsync(context.Actor(), gevonden);
        return new Lijst<MogelijkBeeld>(lijst, lijst.Count);
    }

    static async Task<IResult> BeginAsync(HttpContext context, string id, string verb, Zaaklezer lezer, Mogelijkbegin begin)
    {
        if (!(await lezer.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, null)).Lukt(out var gevonden, out var nee))
            return nee.Antwoord();
        return (await begin.BeginAsync(context.Actor(), gevonden, verb, context.Json(), context.Asking())).Antwoord(HuishoudensApi.Gemaakt);
    }
}
