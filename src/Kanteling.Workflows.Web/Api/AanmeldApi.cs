using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

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
        app.MapPost(ApiPaden.Root + "/afmelden", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.NoContent();
        }).AllowAnonymous().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().WithTags("aanmelden").Produces(StatusCodes.Status204NoContent).WithSummary("Afmelden; wie niet was aangemeld, is het niet");
    }

    static async Task<Uitslag<WieBenIk>> AanmeldenAsync(HttpContext context, Aanmelding aanmelding)
    {
        if (!(await aanmelding.ControleerAsync(context, context.Json().Tekst("naam") ?? "", context.Json().Tekst("wachtwoord") ?? "")).Lukt(out var actor, out var nee))
            return nee;
        await context.MeldAanAsync(actor);
        return new WieBenIk(actor.Id.Text, actor.Naam, actor.Rollen, actor.Team?.Text);
    }
}

public sealed record AanmeldVerzoek(string Naam, string Wachtwoord);

public sealed record WieBenIk(string Id, string Naam, IReadOnlyList<string> Rollen, string? Team);
