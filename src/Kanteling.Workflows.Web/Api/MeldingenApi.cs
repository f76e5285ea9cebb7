using System.Text.Json.Nodes;
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
        api.MapPost("/meldingen", MeldenAsync).MetSleutel().MetJson().WithTags("meldingen").Produces<Gevolg>(StatusCodes.Status201Created).Accepts<MeldingVerzoek>("application/json").WithSummary("Een melding doen");

    static async Task<IResult> MeldenAsync(HttpContext context, Meldpunt meldpunt) =>
        (await meldpunt.MeldAsync(context.Actor(), context.Asking(), context.Json())).Antwoord(HuishoudensApi.Gemaakt);
}

/// <param name="HuishoudenId">A household that is known already; or <paramref name="Huishouden"/>, a new one.</param>
/// <param name="Client">Who needs support: a name or a place in the list of members.</param>
/// <param name="Kanaal">How it came in: telefoon, balie, website, huisarts …</param>
/// <param name="OntvangenOp">When it came in, if not now.</param>
public sealed record MeldingVerzoek(
    string? HuishoudenId, NieuwHuishouden? Huishouden, JsonNode Client, Melder? Melder, Adres? Adres, string Vraag, string Kanaal, DateTimeOffset? OntvangenOp);

public sealed record NieuwHuishouden(string Naam, IReadOnlyList<Lid> Leden);

public sealed record Lid(string Naam, DateOnly? Geboortedatum, string? Rol);

public sealed record Melder(string Naam, string? Relatie);

public sealed record Adres(string? Postcode, string? Huisnummer);
