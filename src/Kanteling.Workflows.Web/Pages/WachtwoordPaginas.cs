using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Link">What stands in the link; null for who is signed in and changes his own.</param>
/// <param name="Naam">The name to sign in by.</param>
public sealed record WachtwoordModel(string? Link, string Naam, string? Fout);

/// <summary>Choosing a password: with a link that works once, or with the one that somebody has.</summary>
static class WachtwoordPaginas
{
    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/wachtwoord/{link}", MetLinkAsync).AllowAnonymous();
        paginas.MapPost("/wachtwoord", KiesAsync).AllowAnonymous().ZonderSleutel();
        paginas.MapGet("/wachtwoord/wijzigen", (HttpContext context, Users users) => EigenAsync(context, users, null));
        paginas.MapPost("/wachtwoord/wijzigen", WijzigAsync).ZonderSleutel();
    }

    /// <summary>Looking uses nothing up: a program that looks at links before somebody opens them does no harm.</summary>
    static async Task<IResult> MetLinkAsync(HttpContext context, string link, Wachtwoordpunt punt) => (await punt.VanLinkAsync(link)).Antwoord(gebruiker => Toon(context, new WachtwoordModel(link, gebruiker.LoginName, null)));

    static async Task<IResult> KiesAsync(HttpContext context, Wachtwoordpunt punt, Programmainstellingen instellingen)
    {
        var (formulier, link) = (context.Request.Form, context.Request.Form["link"].ToString());
        if (!(await punt.VanLinkAsync(link)).Lukt(out var wie, out var fout))
            return fout.Antwoord();
        fout = Ongelijk(formulier) ?? (await punt.KiesAsync(link, formulier["nieuw"].ToString())).Nee;
        if (fout is null)
        {
            Eerstebestand.Ruim(instellingen.Storage, link);
            return Results.Redirect("/aanmelden?klaar=wachtwoord");
        }
        return fout.Code == Gebruikercode.LinkOngeldig ? fout.Antwoord() : Toon(context, new WachtwoordModel(link, wie.LoginName, fout.Zin), Statussen.Van(fout));
    }

    static async Task<IResult> EigenAsync(HttpContext context, Users users, Weigering? fout) => await users.FindActiveAsync(context.Actor().Id) is { } ik
        ? Toon(context, new WachtwoordModel(null, ik.LoginName, fout?.Zin), fout is null ? StatusCodes.Status200OK : Statussen.Van(fout))
        : new Weigering(Verzoekcode.NietBevoegd).Antwoord();

    static async Task<IResult> WijzigAsync(HttpContext context, Wachtwoordpunt punt, Aanmelding aanmelding, Users users)
    {
        var (formulier, actor) = (context.Request.Form, context.Actor());
        if (await users.FindActiveAsync(actor.Id) is not { } ik)
            return new Weigering(Verzoekcode.NietBevoegd).Antwoord();
        // Guessing the old one is guarded as signing in is; what is wrong with the new one is said before that.
        var fout = Ongelijk(formulier) ?? Wachtwoordpunt.Keur(formulier["nieuw"].ToString(), ik) ?? await aanmelding.ControleerAsync(context, ik, formulier["oud"].ToString());
        fout ??= await punt.WijzigAsync(actor.Id, formulier["nieuw"].ToString());
        if (fout is not null)
            return await EigenAsync(context, users, fout);
        await aanmelding.MeldOpnieuwAanAsync(context, actor.Id);
        return Results.Redirect(WerkPaginas.Na(WerkPaginas.Wachtwoord));
    }

    static Weigering? Ongelijk(IFormCollection formulier) => formulier["nieuw"] == formulier["nogmaals"] ? null : new Weigering(Gebruikercode.WachtwoordOngelijk);

    static IResult Toon(HttpContext context, WachtwoordModel model, int status = StatusCodes.Status200OK) => Weergave.Toon<Wachtwoordpagina>(context, model, status, Weergave.Smal);
}
