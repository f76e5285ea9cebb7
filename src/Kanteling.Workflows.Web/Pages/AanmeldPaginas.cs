using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Terug">The page to go on to.</param>
/// <param name="MetHuishoudens">Whether the demo gemeente has households.</param>
public sealed record AanmeldModel(bool IsDemo, bool MetHuishoudens, string Terug, string? Naam = null, string? Fout = null);

/// <summary>Signing in and out.</summary>
static class AanmeldPaginas
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/aanmelden", (HttpContext context, Programmainstellingen settings) =>
            Show(context, new AanmeldModel(settings.IsDemo, settings.HasDemoCases, Binnen(context.Request.Query["terug"])))).AllowAnonymous();
        pages.MapPost("/aanmelden", AanmeldenAsync).AllowAnonymous();
        pages.MapPost("/aanmelden/demo", DemoAsync).AllowAnonymous();
        pages.MapPost("/afmelden", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect("/aanmelden");
        }).AllowAnonymous();
    }

    static async Task<IResult> AanmeldenAsync(HttpContext context, Aanmelding aanmelding, Programmainstellingen settings)
    {
        var form = context.Request.Form;
        var terug = Binnen(form["terug"]);
        if (!(await aanmelding.ControleerAsync(context, form["naam"].ToString(), form["wachtwoord"].ToString())).Lukt(out var actor, out var fout))
            return Show(context, new AanmeldModel(settings.IsDemo, settings.HasDemoCases, terug, form["naam"], fout.Zin), Statussen.Van(fout));
        await context.MeldAanAsync(actor);
        return Results.Redirect(terug);
    }

    /// <summary>Becomes one of the people of the demo gemeente, without a password.</summary>
    static async Task<IResult> DemoAsync(HttpContext context, Programmainstellingen settings, Accounts accounts)
    {
        var form = context.Request.Form;
        var id = form["persoon"].ToString();
        if (!settings.IsDemo || Demoaccounts.Mensen.All(m => m.Id != id) || await accounts.VindAsync(id) is not { } actor)
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        await context.MeldAanAsync(actor);
        return Results.Redirect(Binnen(form["terug"]));
    }

    static IResult Show(HttpContext context, AanmeldModel model, int status = StatusCodes.Status200OK) =>
        Weergave.Toon<Aanmeldpagina>(context, model, status, model.IsDemo ? Weergave.Midden : Weergave.Smal);

    /// <summary>Only a path of our own: nobody is sent elsewhere by a link that brought him here.</summary>
    static string Binnen(string? terug) =>
        terug is { Length: > 1 and < 500 } && terug[0] == '/' && terug[1] is not ('/' or '\\') && !terug.StartsWith("/aanmelden", StringComparison.Ordinal) ? terug : "/";
}
