using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Signalen;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// A signal of the nulde lijn comes in: it starts the flow <c>signaal</c> in a household, a new one unless it names one. The
/// ids are derived from who asked under which key, as with a melding.
/// </summary>
static class SignalenApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/signalen", SeinAsync).MetSleutel().MetJson(Signaalbeschrijving.Signaal).WithTags("signalen").Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Een signaal uit de buurt doorgeven");

    static async Task<IResult> SeinAsync(HttpContext context, Signaalpunt signaalpunt) =>
        (await signaalpunt.NeemAsync(context.Actor(), context.Asking(), context.Json())).Antwoord(HuishoudensApi.Gemaakt);
}
