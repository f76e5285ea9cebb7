using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Rechten;

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
            throw new Geweigerd(StatusCodes.Status415UnsupportedMediaType, "GEEN_JSON");
        var actor = await aanmelding.ControleerAsync(context, body.Text("naam") ?? "", body.Text("wachtwoord") ?? "");
        await context.SignInAsync(actor);
        return new WieBenIk(actor.Id, actor.Naam, actor.Rollen, actor.Team);
    }
}

public sealed record AanmeldVerzoek(string Naam, string Wachtwoord);

public sealed record WieBenIk(string Id, string Naam, IReadOnlyList<string> Rollen, string? Team);

/// <summary>Looks at a name and a password, for the page and for the API.</summary>
public sealed class Aanmelding(Accounts accounts, Attempts attempts)
{
    /// <exception cref="Geweigerd">401 when it is wrong, 429 after too many attempts.</exception>
    public async Task<Actor> ControleerAsync(HttpContext context, string naam, string wachtwoord)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (attempts.Wait(naam, address) is { } wait)
            throw new Geweigerd(StatusCodes.Status429TooManyRequests, "TE_VAAK_GEPROBEERD", $"{(int)Math.Ceiling(wait.TotalMinutes)}") { OpnieuwNa = wait };
        if (await accounts.CheckAsync(naam, wachtwoord) is not { } actor)
        {
            attempts.Failed(naam, address);
            throw new Geweigerd(StatusCodes.Status401Unauthorized, "AANMELDEN_ONJUIST");
        }
        attempts.Succeeded(naam);
        return actor;
    }
}
