using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Bewijs">That the password was right, for who is setting it up; null for who is not.</param>
/// <param name="Codes">New recovery codes, shown this once.</param>
/// <param name="IsVerplicht">His role asks for it.</param>
public sealed record TweedestapModel(Tweedestapstand Stand, string? Bewijs, ImmutableArray<string> Codes, bool IsVerplicht, string? Fout);

/// <summary>Setting up the second step of signing in, and turning it off. Always of whoever asks.</summary>
static class TweedestapPaginas
{
    const string Pad = "/aanmeldingen/tweede-stap";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Pad, (HttpContext context, Tweedestap stap) => ToonAsync(context, stap, null));
        paginas.MapPost(Pad, DoeAsync);
    }

    /// <summary>Codes and secrets not by a redirect: they are in no address, and are shown this once.</summary>
    static async Task<IResult> DoeAsync(HttpContext context, Tweedestap stap, Tweedestapbeheer beheer)
    {
        var (formulier, codes, bewijs) = (context.Request.Form, ImmutableArray<string>.Empty, (string?)null);
        var (wachtwoord, code) = (formulier["wachtwoord"].ToString(), formulier["code"].ToString());
        Weigering? nee;
        switch (formulier["wat"].ToString())
        {
            case "begin":
                _ = (await beheer.BeginAsync(context, wachtwoord)).Lukt(out bewijs, out nee);
                break;
            case "bevestig":
                // Who typed a wrong code sees the same secret again.
                if (!(await beheer.BevestigAsync(context, formulier["bewijs"].ToString(), code)).Lukt(out codes, out nee) && nee.Code != Verzoekcode.InstellenVerlopen)
                    bewijs = formulier["bewijs"].ToString();
                break;
            case "codes":
                _ = (await beheer.VernieuwCodesAsync(context, wachtwoord, code)).Lukt(out codes, out nee);
                break;
            default:
                nee = await beheer.ZetUitAsync(context, wachtwoord, code);
                if (nee is null)
                    return Results.Redirect(Pad);
                break;
        }
        return await ToonAsync(context, stap, bewijs, codes, nee);
    }

    static async Task<IResult> ToonAsync(HttpContext context, Tweedestap stap, string? bewijs, ImmutableArray<string> codes = default, Weigering? fout = null)
    {
        var actor = context.Actor();
        var stand = await stap.StandAsync(actor.Id, actor.Naam, bewijs is not null);
        var model = new TweedestapModel(stand, bewijs, codes.IsDefault ? [] : codes, stap.IsVerplichtVoor(actor.Rollen), fout?.Zin);
        if (fout?.OpnieuwNa is { } wachttijd)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wachttijd.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Weergave.Toon<Tweedestappagina>(context, model, fout is null ? StatusCodes.Status200OK : Statussen.Van(fout), Weergave.Smal);
    }
}
