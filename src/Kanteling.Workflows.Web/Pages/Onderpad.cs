using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>
/// A page of a program that is reached below a path. Pages write every address from the root, and whatever they show of people has its
/// quotes encoded, so what stands behind a quote and begins with one slash is an address of ours: the path is put before it here, once for all pages.
/// </summary>
sealed partial class Onderpad(IResult pagina) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, buiten) = (httpContext.Response, httpContext.Response.Body);
        using var geschreven = new MemoryStream();
        response.Body = geschreven;
        try
        {
            await pagina.ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = buiten;
        }
        var pad = HtmlEncoder.Default.Encode(httpContext.Request.PathBase.ToUriComponent());
        var tekst = Encoding.UTF8.GetString(geschreven.GetBuffer(), 0, (int)geschreven.Length);
        await response.WriteAsync(Adres().Replace(tekst, pad + "/"), httpContext.RequestAborted);
    }

    [GeneratedRegex("""(?<=\s(?:href|src|action|formaction|data-wacht-op|data-ga-naar)=")/(?!/)""")]
    private static partial Regex Adres();
}
