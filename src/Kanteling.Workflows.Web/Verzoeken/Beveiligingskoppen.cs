namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Nothing from elsewhere, nothing inline, not inside another site's frame.</summary>
static class Beveiligingskoppen
{
    const string Item = "kanteling.beleid";
    const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page around a frame of our own.</summary>
    public const string AroundFrame = Policy + "; frame-src 'self'";

    /// <summary>
    /// The page in that frame, where Elsa Studio runs: .NET in the browser, styles that it writes itself, and workers that
    /// its text editor makes. Still nothing from elsewhere.
    /// </summary>
    public const string InFrame = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; "
        + "object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    /// <summary>Another policy for this one answer.</summary>
    public static void GebruikBeleid(this HttpContext context, string policy) => context.Items[Item] = policy;

    public static void GebruikBeveiligingskoppen(this IApplicationBuilder app) => app.Use((context, volgende) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Items[Item] as string ?? Policy;
            headers.XContentTypeOptions = "nosniff";
            // Never less than this: with no-referrer a browser calls its own forms of nowhere, and they are refused.
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // What stands on a page or in an answer is about people: no cache keeps it.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return volgende(context);
    });
}
