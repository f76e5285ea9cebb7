using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// Signing in without a page: a cookie for whoever runs the API by hand. It takes JSON only, so no other site can send
/// this request with a form.
/// </summary>
static class AanmeldApi
{
    static Verzoekbeschrijving Aanmeldvraag { get; } = new("AanmeldVerzoek",
        new Verzoekveld("naam", new Vrijetekst(200)).Verplicht("de naam waarmee u zich aanmeldt"), new Verzoekveld("wachtwoord", new Vrijetekst(1_000)).Verplicht("het wachtwoord"),
        new Verzoekveld("code", new Vrijetekst(40), "De code van de tweede stap, als u die hebt ingesteld."));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ApiPaden.Root + "/aanmelden", AanmeldenAsync)
            .AllowAnonymous().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().MetJson(Aanmeldvraag).WithTags("aanmelden").Produces<WieBenIk>().WithSummary("Aanmelden met naam en wachtwoord");
        app.MapPost(ApiPaden.Root + "/afmelden", async (HttpContext context, Aanmelding aanmelding) =>
        {
            await aanmelding.MeldAfAsync(context);
            return Results.NoContent();
        }).AllowAnonymous().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().ZonderJson().WithTags("aanmelden").Produces(StatusCodes.Status204NoContent).WithSummary("Afmelden; wie niet was aangemeld, is het niet");
    }

    static async Task<Uitslag<WieBenIk>> AanmeldenAsync(HttpContext context, Aanmelding aanmelding)
    {
        return (await aanmelding.MeldAanAsync(context, context.Json().Tekst("naam") ?? "", context.Json().Tekst("wachtwoord") ?? "", context.Json().Tekst("code")))
            .Dan(actor => new WieBenIk(actor.Id.Text, actor.Naam, actor.Rollen, actor.Team?.Text));
    }
}

public sealed record WieBenIk(string Id, string Naam, IReadOnlyList<string> Rollen, string? Team);
