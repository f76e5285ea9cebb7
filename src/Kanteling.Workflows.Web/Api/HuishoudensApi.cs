using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>One household: how it stands, its timeline, and every event as it was stored.</summary>
static class HuishoudensApi
{
    static readonly Verzoekveld Zoek = new Verzoekveld("zoek", new Vrijetekst(Casework.Zoeken.Zoekvraag.Langste), "Een naam, adres, geboortedatum of nummer.").Verplicht("wie u zoekt");

    static Verzoekbeschrijving Zoekvraag { get; } = new("ZoekVerzoek", Zoek, new("pagina", new Getalvorm(1, Verzoekkoppen.LaatsteBladzijde), "Vanaf 1."));

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/huishoudens", ZoekAsync).WithTags("huishoudens").MetVraag(Zoek).MetPagina().Produces<Lijst<Treffer>>().WithSummary("Mensen en huishoudens waar u mee werkt, op naam, adres, geboortedatum of nummer (zoek); een BSN alleen met POST");
        api.MapPost("/huishoudens/zoeken", ZoekMetAsync).MetJson(Zoekvraag).WithTags("huishoudens").Produces<Lijst<Treffer>>().WithSummary("Hetzelfde, zonder dat de vraag in het adres staat");
        var huishoudens = api.MapGroup("/huishoudens/{id}").WithTags("huishoudens");
        huishoudens.MapGet("", EenAsync).Produces<HuishoudenBeeld>().WithSummary("Eén huishouden, zoals het nu is");
        huishoudens.MapGet("/tijdlijn", TijdlijnAsync).MetPagina().Produces<Lijst<Tijdlijnpunt>>().WithSummary("Wat er is gewogen en geprobeerd, per cirkel, en waarom het niet genoeg was");
        huishoudens.MapGet("/gebeurtenissen", GebeurtenissenAsync).MetPagina().Produces<Lijst<Vastlegging>>().WithSummary("Elke gebeurtenis, zoals opgeslagen");
        huishoudens.MapPost("/samenvoeging", VoegSamenAsync).MetSleutel().MetJson(Koppelpunt.Samenvoeging).Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Twee huishoudens gaan verder als dit ene; het andere (met) wordt niet meer gebruikt");
        huishoudens.MapPost("/afsplitsing", SplitsAfAsync).MetSleutel().MetJson(Koppelpunt.Afsplitsing).Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Mensen van dit huishouden krijgen een eigen huishouden; wat loopt, loopt door");
    }

    static async Task<Uitslag<Lijst<Treffer>>> ZoekAsync(HttpContext context, Huishoudenzoeker zoeker)
    {
        var zoek = context.Request.Query["zoek"].ToString();
        return Huishoudenzoeker.NoemtBsn(zoek) ? new Weigering(Verzoekcode.BsnInAdres) : await zoeker.ZoekAsync(context.Actor(), zoek, context.Request.Paging());
    }

    static Task<Uitslag<Lijst<Treffer>>> ZoekMetAsync(HttpContext context, Huishoudenzoeker zoeker) =>
        zoeker.ZoekAsync(context.Actor(), context.Json().Tekst("zoek") ?? "", Verzoekkoppen.Bladzijde(context.Json()["pagina"]?.ToString()));

    static async Task<Uitslag<HuishoudenBeeld>> EenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Huishoudenlezer lezer)
    {
        if (!(await zaaklezer.HuishoudenAsync(context.Actor(), id, Handeling.HuishoudenZien, "huishouden")).Lukt(out var huishouden, out var nee))
            return nee;
        var beeld = await lezer.VanAsync(huishouden, context.Actor());
        context.Response.SetETag(beeld.Versie);
        return beeld;
    }

    static async Task<IResult> VoegSamenAsync(HttpContext context, string id, Koppelpunt koppelpunt) =>
        (await koppelpunt.VoegSamenAsync(context.Actor(), id, context.Json(), context.Asking())).Antwoord(Gemaakt);

    static async Task<IResult> SplitsAfAsync(HttpContext context, string id, Koppelpunt koppelpunt) =>
        (await koppelpunt.SplitsAfAsync(context.Actor(), id, context.Json(), context.Asking())).Antwoord(Gemaakt);

    /// <summary>What was begun in a household, with the way to it.</summary>
    internal static IResult Gemaakt(Gevolg gevolg) => Results.Created($"{ApiPaden.Root}/huishoudens/{gevolg.Huishouden}", gevolg);

    static async Task<Uitslag<Lijst<Tijdlijnpunt>>> TijdlijnAsync(HttpContext context, string id, Zaaklezer zaaklezer, Tijdlijn tijdlijn)
    {
        if (!(await zaaklezer.HuishoudenAsync(context.Actor(), id, Handeling.HuishoudenZien, "tijdlijn")).Lukt(out var gevonden, out var nee))
            return nee;
        var (punten, paging) = (await tijdlijn.VanAsync(gevonden.Stream, await zaaklezer.VerborgenAsync(context.Actor(), gevonden)), context.Request.Paging());
        return new Lijst<Tijdlijnpunt>([.. punten.Skip(paging.Skip).Take(paging.Take)], punten.Count);
    }

    static async Task<Uitslag<Lijst<Vastlegging>>> GebeurtenissenAsync(HttpContext context, string id, Zaaklezer zaaklezer, Gebeurtenislezer gebeurtenissen)
    {
        if (!(await zaaklezer.HuishoudenAsync(context.Actor(), id, Handeling.GebeurtenissenZien, "gebeurtenissen")).Lukt(out var gevonden, out var nee))
            return nee;
        return await gebeurtenissen.VanAsync(gevonden.Stream, context.Request.Paging(), await zaaklezer.VerborgenAsync(context.Actor(), gevonden));
    }
}
