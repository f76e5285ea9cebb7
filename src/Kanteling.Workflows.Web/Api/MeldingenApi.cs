using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// A melding comes in: it starts the flow <c>toegang</c> in a household, a new one unless it names one. The ids of a new
/// household and of the dossier are derived from who asked under which key, so that asking again is the same command.
/// </summary>
static class MeldingenApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/meldingen", MeldenAsync).MetSleutel().MetJson(Meldingbeschrijving.Melding).WithTags("meldingen").Produces<Gevolg>(StatusCodes.Status201Created).WithSummary("Een melding doen");

    static async Task<IResult> MeldenAsync(HttpContext context, Meldpunt meldpunt) =>
        (await meldpunt.MeldAsync(context.Actor(), context.Asking(), context.Json())).Antwoord(HuishoudensApi.Gemaakt);
}
