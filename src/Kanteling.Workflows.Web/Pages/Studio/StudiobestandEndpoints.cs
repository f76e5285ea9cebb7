using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>
/// Answers with the files of Elsa Studio, byte for byte as its package ships them: the browser checks what it runs against
/// hashes that are in the package. They are the same for everybody and hold nothing of the gemeente, so nobody has to sign
/// in for them; a session that ends does not take the editor's own files away.
/// </summary>
static class StudiobestandEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapMethods("/studio/{**naam}", [HttpMethods.Get, HttpMethods.Head], Answer).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    static IResult Answer(HttpContext context, string? naam, Studiobestanden bestanden)
    {
        if (bestanden.Find(naam) is not { } bestand)
            return Results.NotFound();
        var packed = bestand.IsPacked && TakesBrotli(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = bestand.IsNamedByContent ? "public, max-age=31536000, immutable" : "public, no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (packed)
            headers.ContentEncoding = "br";
        return bestand.IsPacked && !packed
            ? Results.Stream(new BrotliStream(File.OpenRead(bestand.Path), CompressionMode.Decompress), bestand.ContentType, entityTag: bestand.Tag(packed))
            : Results.File(bestand.Path, bestand.ContentType, entityTag: bestand.Tag(packed));
    }

    static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Quality is not 0 && (e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) || e.Value == "*"));
}
