using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bijlagen;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Files: first the bytes, then the act that puts them with a procedure; and the way back to them.</summary>
static class BijlagenApi
{
    static Verzoekbeschrijving Bijlage { get; } = new("BijlageVerzoek",
        new Verzoekveld("bestand", new Vrijetekst(Zaakvondst.LangsteId), "Het id dat u kreeg toen u het bestand stuurde.").Verplicht("om welk bestand het gaat"),
        new Verzoekveld("dossier", new Vrijetekst(Zaakvondst.LangsteId), "De procedure.").Verplicht("bij welke procedure het hoort"),
        new Verzoekveld("toelichting", new Vrijetekst(Bijlagepunt.LangsteToelichting)));

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/bestanden", OntvangAsync).WithTags("bijlagen").ZonderGrens().MetBestand().Accepts<byte[]>("*/*").Produces<OntvangenBestand>(StatusCodes.Status201Created)
            .WithSummary("Een bestand, als inhoud van het verzoek; de naam staat in Content-Disposition. Het wacht 24 uur op wie het stuurde");
        var bijlagen = api.MapGroup("/huishoudens/{id}/bijlagen").WithTags("bijlagen");
        bijlagen.MapGet("", LijstAsync).Produces<Lijst<BijlageBeeld>>().WithSummary("De bijlagen bij een huishouden");
        bijlagen.MapPost("", VoegToeAsync).MetSleutel().MetJson(Bijlage).Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Een ontvangen bestand bij een procedure doen");
        bijlagen.MapGet("/{nummer:long}", LeesAsync).Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream").WithSummary("Het bestand zelf");
    }

    static async Task<IResult> OntvangAsync(HttpContext context, Bijlagepunt bijlagen)
    {
        if (context.Request.ContentLength > Blob.Largest)
            return Bijlagepunt.TeGroot.Antwoord();
        var kop = context.Request.Headers.ContentDisposition.ToString();
        if (kop.Length > 0 && Inhoudkop.Lees(kop) is null)
            return new Weigering(Verzoekcode.VerzoekOnleesbaar).Antwoord();
        return (await bijlagen.OntvangAsync(context.Actor(), Inhoudkop.Lees(kop)?.Bestandsnaam, context.Request.ContentType, context.Request.Body, context.RequestAborted))
            .Antwoord(bestand => Results.Json(bestand, statusCode: StatusCodes.Status201Created));
    }

    static async Task<Uitslag<Lijst<BijlageBeeld>>> LijstAsync(HttpContext context, string id, Bijlagepunt bijlagen) => await bijlagen.VanAsync(context.Actor(), id);

    static async Task<IResult> VoegToeAsync(HttpContext context, string id, Bijlagepunt bijlagen) =>
        (await bijlagen.VoegToeAsync(context.Actor(), id, context.Json(), context.Asking())).Antwoord(HuishoudensApi.Gemaakt);

    static async Task<IResult> LeesAsync(HttpContext context, string id, long nummer, Bijlagepunt bijlagen) =>
        (await bijlagen.LeesAsync(context.Actor(), id, nummer)).Antwoord(inhoud => inhoud.AlsBestand());
}
