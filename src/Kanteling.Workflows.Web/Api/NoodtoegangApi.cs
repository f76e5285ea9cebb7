using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Noodtoegangen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Looking into a household without a relation to it: with a reason, for some hours, and told to whoever treats it.</summary>
static class NoodtoegangApi
{
    static readonly string Waarom = $"Waarom u dit huishouden nu moet zien, in minstens {Noodreden.Kortste} letters.";

    static Verzoekbeschrijving Vraag { get; } = new("NoodVerzoek",
        new Verzoekveld("reden", new Vrijetekst(Noodreden.Langste), Waarom).Verplicht("waarom u dit huishouden nu moet zien"));

    static Verzoekbeschrijving Zoekvraag { get; } = new("NoodzoekVerzoek",
        new("voornaam", new Vrijetekst(Zoekpersoon.Langste), "Of de voorletters."), new("achternaam", new Vrijetekst(Zoekpersoon.Langste), "De hele achternaam."), new("geboortedatum", new Dagvorm()),
        new("postcode", new Vrijetekst(10)), new("huisnummer", new Vrijetekst(10), "Zoals 12, 12a of 12-2."), new("bsn", new Vrijetekst(20), "Met een burgerservicenummer telt de rest niet mee."),
        new Verzoekveld("reden", new Vrijetekst(Noodreden.Langste), Waarom).Verplicht("waarom u dit huishouden nu moet zien"));

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/huishoudens/{id}/noodtoegang", OpenAsync).MetSleutel().MetJson(Vraag).WithTags("noodtoegang").Produces<Noodinzage>(StatusCodes.Status201Created).WithSummary("Een huishouden zien waar u niet bij betrokken bent; wie het behandelt, hoort dit");
        var noodtoegang = api.MapGroup("/noodtoegang").WithTags("noodtoegang");
        noodtoegang.MapGet("", (HttpContext context, Noodtoegang nood) => nood.VanAsync(context.Actor())).Produces<IReadOnlyList<Noodbeeld>>().WithSummary("Noodtoegang die u had, of waarover u bericht kreeg");
        noodtoegang.MapPost("/zoeken", ZoekAsync).MetSleutel().MetJson(Zoekvraag).Produces<Noodvondst>().ProducesProblem(StatusCodes.Status429TooManyRequests).WithSummary("In welk huishouden één persoon woont: met voornaam, achternaam en geboortedatum, met achternaam, postcode en huisnummer, of met een BSN; dit wordt vastgelegd");
        noodtoegang.MapGet("/{id}", (HttpContext context, string id, Noodtoegang nood) => nood.EenAsync(context.Actor(), id)).Produces<Noodbeeld>().WithSummary("Eén noodtoegang, en wat ermee is bekeken als u het huishouden mag zien");
        noodtoegang.MapPost("/{id}/gezien", async (HttpContext context, string id, Noodtoegang nood) => (await nood.ZieAsync(context.Actor(), id)).Antwoord(_ => Results.NoContent())).MetSleutel().ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("U hebt dit bericht gezien");
        noodtoegang.MapPost("/{id}/sluiten", async (HttpContext context, string id, Noodtoegang nood) => (await nood.SluitAsync(context.Actor(), id)).Antwoord(_ => Results.NoContent())).MetSleutel().ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("Uw noodtoegang eerder beëindigen");
    }

    static Task<Uitslag<Noodvondst>> ZoekAsync(HttpContext context, Noodzoeker zoeker)
    {
        var json = context.Json();
        return zoeker.ZoekAsync(context.Actor(), new Noodzoekvraag(
            json.Tekst("voornaam"), json.Tekst("achternaam"), json.Tekst("geboortedatum"), json.Tekst("postcode"), json.Tekst("huisnummer"), json.Tekst("bsn"), json.Tekst("reden")));
    }

    static async Task<IResult> OpenAsync(HttpContext context, string id, Noodtoegang nood) =>
        (await nood.OpenAsync(context.Actor(), id, context.Json().Tekst("reden") ?? "")).Antwoord(inzage => Results.Created($"{ApiPaden.Root}/huishoudens/{inzage.Huishouden}", inzage));
}
