using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Codes">New recovery codes, shown this once.</param>
/// <param name="IsVerplicht">His role asks for it.</param>
public sealed record TweedestapModel(Tweedestapstand Stand, ImmutableArray<string> Codes, bool IsVerplicht, string? Fout);

/// <summary>Setting up the second step of signing in, and turning it off. Always of whoever asks.</summary>
static class TweedestapPaginas
{
    const string Pad = "/aanmeldingen/tweede-stap";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Pad, (HttpContext context, Tweedestap stap) => ToonAsync(context, stap, []));
        paginas.MapPost(Pad, DoeAsync);
    }

    static async Task<IResult> DoeAsync(HttpContext context, Tweedestap stap)
    {
        var (wie, code) = (context.Actor().Id, context.Request.Form["code"].ToString());
        switch (context.Request.Form["wat"].ToString())
        {
            case "begin":
                await stap.BeginAsync(wie);
                return Results.Redirect(Pad);
            case "bevestig":
                return await MetCodesAsync(context, stap, await stap.BevestigAsync(wie, code));
            case "codes":
                return await MetCodesAsync(context, stap, await stap.VernieuwCodesAsync(wie, code));
            default:
                return await stap.ZetUitAsync(wie, code) is { } nee ? await ToonAsync(context, stap, [], nee) : Results.Redirect(Pad);
        }
    }

    /// <summary>Not by a redirect: the codes are in no address, and are shown this once.</summary>
    static Task<IResult> MetCodesAsync(HttpContext context, Tweedestap stap, Uitslag<ImmutableArray<string>> uitslag) =>
        uitslag.Lukt(out var codes, out var nee) ? ToonAsync(context, stap, codes) : ToonAsync(context, stap, [], nee);

    static async Task<IResult> ToonAsync(HttpContext context, Tweedestap stap, ImmutableArray<string> codes, Weigering? fout = null)
    {
        var actor = context.Actor();
        var model = new TweedestapModel(await stap.StandAsync(actor.Id, actor.Naam), codes, stap.IsVerplichtVoor(actor.Rollen), fout?.Zin);
        if (fout?.OpnieuwNa is { } wachttijd)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wachttijd.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Weergave.Toon<Tweedestappagina>(context, model, fout is null ? StatusCodes.Status200OK : Statussen.Van(fout), Weergave.Smal);
    }
}
