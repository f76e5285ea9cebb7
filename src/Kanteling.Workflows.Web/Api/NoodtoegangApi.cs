using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Noodtoegangen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Looking into a household without a relation to it: with a reason, for some hours, and told to whoever treats it.</summary>
static class NoodtoegangApi
{
    static Verzoekbeschrijving Vraag { get; } = new("NoodVerzoek",
        new Verzoekveld("reden", new Vrijetekst(Noodtoegang.LangsteReden), "Waarom u dit huishouden nu moet zien.").Verplicht("waarom u dit huishouden nu moet zien"));

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/huishoudens/{id}/noodtoegang", OpenAsync).MetSleutel().MetJson(Vraag).WithTags("noodtoegang").Produces<Noodinzage>(StatusCodes.Status201Created).WithSummary("Een huishouden zien waar u niet bij betrokken bent; wie het behandelt, hoort dit");
        var noodtoegang = api.MapGroup("/noodtoegang").WithTags("noodtoegang");
        noodtoegang.MapGet("", (HttpContext context, Noodtoegang nood) => nood.VanAsync(context.Actor())).Produces<IReadOnlyList<Noodbeeld>>().WithSummary("Noodtoegang die u had, of waarover u bericht kreeg");
        noodtoegang.MapPost("/{id}/gezien", async (HttpContext context, string id, Noodtoegang nood) => (await nood.ZieAsync(context.Actor(), id)).Antwoord(_ => Results.NoContent())).MetSleutel().ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("U hebt dit bericht gezien");
        noodtoegang.MapPost("/{id}/sluiten", async (HttpContext context, string id, Noodtoegang nood) => (await nood.SluitAsync(context.Actor(), id)).Antwoord(_ => Results.NoContent())).MetSleutel().ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("Uw noodtoegang eerder beëindigen");
    }

    static async Task<IResult> OpenAsync(HttpContext context, string id, Noodtoegang nood) =>
        (await nood.OpenAsync(context.Actor(), id, context.Json().Tekst("reden") ?? "")).Antwoord(inzage => Results.Created($"{ApiPaden.Root}/huishoudens/{inzage.Huishouden}", inzage));
}
