using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Terug">The page to go on to.</param>
/// <param name="MetHuishoudens">Whether the demo gemeente has households.</param>
public sealed record AanmeldModel(bool IsDemo, bool MetHuishoudens, string Terug, string? Naam = null, string? Fout = null)
{
    /// <summary>Somebody just chose his password.</summary>
    public bool HeeftWachtwoord { get; init; }
}

/// <param name="Bewijs">That the password was right.</param>
public sealed record CodeModel(string Bewijs, string Terug, string? Fout = null);

/// <summary>Signing in and out.</summary>
static class AanmeldPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/aanmelden", (HttpContext context, Programmainstellingen instellingen) =>
            Show(context, new AanmeldModel(instellingen.IsDemo, instellingen.HasDemoCases, Binnen(context, context.Request.Query["terug"])) { HeeftWachtwoord = context.Request.Query["klaar"] == "wachtwoord" })).AllowAnonymous();
        paginas.MapPost("/aanmelden", AanmeldenAsync).AllowAnonymous().ZonderSleutel();
        paginas.MapPost("/aanmelden/code", CodeAsync).AllowAnonymous().ZonderSleutel();
        paginas.MapPost("/aanmelden/demo", DemoAsync).AllowAnonymous().ZonderSleutel();
        paginas.MapPost("/afmelden", async (HttpContext context, Aanmelding aanmelding) =>
        {
            await aanmelding.MeldAfAsync(context);
            return Results.Redirect("/aanmelden");
        }).AllowAnonymous().ZonderSleutel();
    }

    static async Task<IResult> AanmeldenAsync(HttpContext context, Aanmelding aanmelding, Programmainstellingen instellingen)
    {
        var formulier = context.Request.Form;
        var terug = Binnen(context, formulier["terug"]);
        if (!(await aanmelding.MeldAanAsync(context, formulier["naam"].ToString(), formulier["wachtwoord"].ToString())).Lukt(out _, out var fout))
        {
            if (fout.Code == Verzoekcode.TweedeStapNodig)
                return Vraag(context, new CodeModel((string)fout.Extra[Aanmelding.Bewijs]!, terug));
            WachtNa(context, fout);
            return Show(context, new AanmeldModel(instellingen.IsDemo, instellingen.HasDemoCases, terug, formulier["naam"], fout.Zin), Statussen.Van(fout));
        }
        return Results.Redirect(terug);
    }

    /// <summary>The second step, for who set it up.</summary>
    static async Task<IResult> CodeAsync(HttpContext context, Aanmelding aanmelding, Programmainstellingen instellingen)
    {
        var (formulier, terug) = (context.Request.Form, Binnen(context, context.Request.Form["terug"]));
        if ((await aanmelding.GaVerderAsync(context, formulier["bewijs"].ToString(), formulier["code"].ToString())).Nee is not { } fout)
            return Results.Redirect(terug);
        WachtNa(context, fout);
        return fout.Code == Verzoekcode.AanmeldenVerlopen
            ? Show(context, new AanmeldModel(instellingen.IsDemo, instellingen.HasDemoCases, terug, null, fout.Zin), Statussen.Van(fout))
            : Vraag(context, new CodeModel(formulier["bewijs"].ToString(), terug, fout.Zin), Statussen.Van(fout));
    }

    static IResult Vraag(HttpContext context, CodeModel model, int status = StatusCodes.Status200OK) => Weergave.Toon<Codepagina>(context, model, status, Weergave.Smal);

    static void WachtNa(HttpContext context, Weigering fout)
    {
        if (fout.OpnieuwNa is { } wachttijd)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wachttijd.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Becomes one of the people of the demo gemeente, without a password.</summary>
    static async Task<IResult> DemoAsync(HttpContext context, Programmainstellingen instellingen, Aanmelding aanmelding)
    {
        var formulier = context.Request.Form;
        var id = new UserId(formulier["persoon"].ToString());
        if (!instellingen.IsDemo || Demoaccounts.Mensen.All(m => m.Id != id) || await aanmelding.MeldDemoAanAsync(context, id) is null)
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        return Results.Redirect(Binnen(context, formulier["terug"]));
    }

    static IResult Show(HttpContext context, AanmeldModel model, int status = StatusCodes.Status200OK) =>
        Weergave.Toon<Aanmeldpagina>(context, model, status, model.IsDemo ? Weergave.Midden : Weergave.Smal);

    /// <summary>Only a path of our own, written as an address is: nobody is sent elsewhere by a link that brought him here.</summary>
    static string Binnen(HttpContext context, string? terug)
    {
        // Who was sent here to sign in comes from below the path; every address of ours is written without it.
        var pad = context.Request.PathBase.ToUriComponent();
        if (pad.Length > 0 && terug?.StartsWith(pad + "/", StringComparison.Ordinal) == true)
            terug = terug[pad.Length..];
        return terug is ['/', ..] and { Length: < 500 } && RedirectHttpResult.IsLocalUrl(terug) && terug.All(teken => teken is > ' ' and <= '~') && !terug.StartsWith("/aanmelden", StringComparison.Ordinal) ? terug : "/";
    }
}
