using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// Signing in without a page: a cookie for whoever runs the API by hand. It takes JSON only, so no other site can send
/// this request with a form.
/// </summary>
static class AanmeldApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(ApiPaths.Root + "/aanmelden", AanmeldenAsync)
        .AllowAnonymous().DisableAntiforgery().WithTags("aanmelden").Accepts<AanmeldVerzoek>("application/json").Produces<WieBenIk>().WithSummary("Aanmelden met naam en wachtwoord");

    static async Task<WieBenIk> AanmeldenAsync(HttpContext context, Aanmelding aanmelding)
    {
        var body = await JsonBody.ReadAsync(context);
        if (context.Request.ContentType is null)
            throw new Geweigerd(Verzoekcode.GeenJson);
        var actor = await aanmelding.ControleerAsync(context, body.Text("naam") ?? "", body.Text("wachtwoord") ?? "");
        await context.SignInAsync(actor);
        return new WieBenIk(actor.Id, actor.Naam, actor.Rollen, actor.Team);
    }
}

public sealed record AanmeldVerzoek(string Naam, string Wachtwoord);

public sealed record WieBenIk(string Id, string Naam, IReadOnlyList<string> Rollen, string? Team);
