using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>
/// How it works here, for everybody: no signing in, nothing about anybody. The frame is that of a stranger, also for who
/// is signed in, because what is kept in caches must be the same for all.
/// </summary>
static class UitlegPaginas
{
    public static void Map(WebApplication app)
    {
        var open = app.MapGroup("/zo-werkt-het").MetAfwijzing(Foutpagina.SchrijfAsync).AllowAnonymous().ExcludeFromDescription();
        open.MapGet("", (HttpContext context, Uitlegbladen bladen) => ToonAsync(context, Werkstroomnaam.Toegang.Text, bladen));
        open.MapGet("/{flow}", ToonAsync);
        open.MapGet("/{flow}.svg", PlaatAsync);
    }

    static async Task<IResult> ToonAsync(HttpContext context, string flow, Uitlegbladen bladen)
    {
        if (await bladen.VanAsync(new(flow)) is not { } blad)
            return new Weigering(Verzoekcode.PaginaOnbekend).Antwoord();
        return Bewaard(context, blad.ETag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Weergave.Toon<Uitlegpagina>(context, blad, breedte: Weergave.Midden);
    }

    static async Task<IResult> PlaatAsync(HttpContext context, string flow, Uitlegbladen bladen)
    {
        if (await bladen.PlaatAsync(new(flow)) is not { } plaat)
            return new Weigering(Verzoekcode.PaginaOnbekend).Antwoord();
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(plaat)).AsSpan(0, 12))}\"";
        return Bewaard(context, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(plaat, "image/svg+xml; charset=utf-8");
    }

    /// <summary>Whether the asker has it already. It may be kept for five minutes; after that it is asked again, which costs little.</summary>
    static bool Bewaard(HttpContext context, string tag)
    {
        // As the last word, because rendering a page says by itself that it is not to be kept.
        context.Response.OnStarting(() =>
        {
            (context.Response.Headers.CacheControl, context.Response.Headers.ETag) = ("public, max-age=300", tag);
            context.Response.Headers.Remove("Pragma");
            return Task.CompletedTask;
        });
        return context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(t => t == tag || t == "W/" + tag);
    }
}
