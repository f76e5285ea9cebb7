using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// Signing in without a page: a cookie for whoever runs the API by hand. It takes JSON only, so no other site can send
/// this request with a form.
/// </summary>
static class AanmeldApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ApiPaden.Root + "/aanmelden", AanmeldenAsync)
            .AllowAnonymous().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().MetJson().WithTags("aanmelden").Accepts<AanmeldVerzoek>("application/json").Produces<WieBenIk>().WithSummary("Aanmelden met naam en wachtwoord");
        app.MapPost(ApiPaden.Root + "/afmelden", async (HttpContext context, Aanmelding aanmelding) =>
        {
            await aanmelding.MeldAfAsync(context);
            return Results.NoContent();
        }).AllowAnonymous().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().WithTags("aanmelden").Produces(StatusCodes.Status204NoContent).WithSummary("Afmelden; wie niet was aangemeld, is het niet");
    }

    static async Task<Uitslag<WieBenIk>> AanmeldenAsync(HttpContext context, Aanmelding aanmelding)
    {
        return (await aanmelding.MeldAanAsync(context, context.Json().Tekst("naam") ?? "", context.Json().Tekst("wachtwoord") ?? "", context.Json().Tekst("code")))
            .Dan(actor => new WieBenIk(actor.Id.Text, actor.Naam, actor.Rollen, actor.Team?.Text));
    }
}

public sealed record AanmeldVerzoek(string Naam, string Wachtwoord, string? Code = null);

public sealed record WieBenIk(string Id, string Naam, IReadOnlyList<string> Rollen, string? Team);
