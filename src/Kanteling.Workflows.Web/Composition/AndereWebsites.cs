using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// Another website can make a browser send a request here, and the browser sends the cookie of whoever signed in along. It also says
/// where the request comes from: what changes something and does not come from a page of our own is refused, before anybody is asked
/// who he is. A program that is no browser says nothing, and passes.
/// </summary>
static partial class AndereWebsites
{
    const string Hier = "same-origin";

    public static void WeigerAndereWebsites(this IApplicationBuilder app) => app.Use((context, volgende) =>
        context.Request.Verandert() && IsVreemd(context.Request) ? WeigerAsync(context) : volgende(context));

    static bool IsVreemd(HttpRequest request)
    {
        var (plek, herkomst) = (request.Headers["Sec-Fetch-Site"], request.Headers.Origin);
        return (plek.Count > 0 && plek != Hier) || (herkomst.Count > 0 && !IsVanHier(request, herkomst.ToString()));
    }

    /// <summary>An origin names no port when it is the usual one of its scheme; a header with two of them names none of ours.</summary>
    static bool IsVanHier(HttpRequest request, string herkomst) =>
        Uri.TryCreate(herkomst, UriKind.Absolute, out var van) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var hier)
        && Uri.Compare(van, hier, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 && van.PathAndQuery == "/" && van.UserInfo.Length == 0;

    static Task WeigerAsync(HttpContext context)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AndereWebsites));
        LogVreemd(logger, context.Request.Method, $"{context.Request.Scheme}://{context.Request.Host}", context.Request.Headers.Origin.ToString(), context.Request.Headers["Sec-Fetch-Site"].ToString());
        return Problemen.AntwoordAsync(context, new Weigering(Verzoekcode.HerkomstVreemd));
    }

    [LoggerMessage(LogLevel.Warning, "Een verzoek ({Methode}) aan {Hier} kwam van een andere website en is geweigerd. Origin: {Herkomst}; Sec-Fetch-Site: {Plek}. Staat er een proxy voor het programma, dan moet die het adres doorgeven.")]
    static partial void LogVreemd(ILogger logger, string methode, string hier, string herkomst, string plek);
}
