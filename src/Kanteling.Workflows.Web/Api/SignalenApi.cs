using System.Text.Json.Nodes;
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
        api.MapPost("/signalen", SeinAsync).MetSleutel().MetJson().WithTags("signalen").Produces<Gevolg>(StatusCodes.Status201Created).Accepts<SignaalVerzoek>("application/json").WithSummary("Een signaal uit de buurt doorgeven");

    static async Task<IResult> SeinAsync(HttpContext context, Signaalpunt signaalpunt) =>
        (await signaalpunt.NeemAsync(context.Actor(), context.Asking(), context.Json())).Antwoord(HuishoudensApi.Gemaakt);
}

/// <param name="HuishoudenId">A household that is known already; or <paramref name="Huishouden"/>, a new one.</param>
/// <param name="Over">Whom it is about: a name or a place in the list of members, or a person's id.</param>
/// <param name="Wat">What was seen or heard.</param>
/// <param name="Kanaal">How it came in: telefoon, balie, website, school …</param>
public sealed record SignaalVerzoek(string? HuishoudenId, NieuwHuishouden? Huishouden, JsonNode Over, Signaalgever Signaalgever, Adres? Adres, string Wat, string Kanaal)
{
    /// <summary>A new household, also when somebody of it is known in another (else 409 PERSOON_AL_BEKEND, with that household in <c>argumenten</c>).</summary>
    public bool? TochNieuw { get; init; }
}

/// <param name="WilAntwoord">Whether he wants to hear that something was done with it; he does unless he says no.</param>
public sealed record Signaalgever(string Naam, string? Organisatie, string? Bereikbaar, bool? WilAntwoord);
