using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Elsa;
using Kanteling.Workflows.Web.Pages;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.Antiforgery;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// What went wrong outside an endpoint or against every expectation, and a bare status code, answered as any refusal is. What was
/// expected is never a 500, and a 500 never tells what went wrong inside: that is in the log.
/// </summary>
static class Problemen
{
    public static void GebruikProblemen(this IApplicationBuilder app) => app.Use(async (context, volgende) =>
    {
        try
        {
            await volgende(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await AnswerAsync(context, OfStatus(context.Response.StatusCode));
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await AnswerAsync(context, Of(e, context));
        }
    });

    static Weigering Of(Exception e, HttpContext context)
    {
        switch (Opslag(e) ?? e)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Jsoninhoud.TeGroot();
            case BadHttpRequestException or AntiforgeryValidationException:
                return new Weigering(Verzoekcode.VerzoekOnleesbaar);
            case StorageUnavailableException unavailable:
                Log(context).LogError(unavailable, "The database did not serve a request.");
                return new Weigering(unavailable.IsFull ? Verzoekcode.OpslagVol : Verzoekcode.OpslagNietBereikbaar);
            case RegisterConflictException conflict:
                return new Weigering(conflict.IsTaken ? Verzoekcode.NaamBestaat : Verzoekcode.RijGewijzigd);
            case UnknownEventException unknown:
                Log(context).LogError(unknown, "A stream cannot be read by this version of the program.");
                return new Weigering(Verzoekcode.DossierNietLeesbaar);
            default:
                Log(context).LogError(e, "A request failed.");
                return new Weigering(Verzoekcode.Onverwacht);
        }
    }

    /// <summary>Whoever reads the keys of cookies and forms hides that it was the database that did not answer.</summary>
    static StorageUnavailableException? Opslag(Exception? e) => e as StorageUnavailableException ?? (e is null ? null : Opslag(e.InnerException));

    static Weigering OfStatus(int status) => new(status switch
    {
        StatusCodes.Status401Unauthorized => Verzoekcode.NietAangemeld,
        StatusCodes.Status403Forbidden => Verzoekcode.NietBevoegd,
        StatusCodes.Status404NotFound => Verzoekcode.PaginaOnbekend,
        StatusCodes.Status405MethodNotAllowed => Verzoekcode.MethodeNietMogelijk,
        StatusCodes.Status413PayloadTooLarge => Verzoekcode.VerzoekTeGroot,
        StatusCodes.Status415UnsupportedMediaType => Verzoekcode.GeenJson,
        >= 500 => Verzoekcode.Onverwacht,
        _ => Verzoekcode.VerzoekOnleesbaar,
    });

    public static Task WeigerAsync(HttpContext context, Weigering nee) => AnswerAsync(context, nee);

    static Task AnswerAsync(HttpContext context, Weigering nee) =>
        !ApiPaden.IsApi(context.Request.Path) ? Foutpagina.SchrijfAsync(context, nee)
        : ElsaProblem.IsFor(context.Request.Path) ? ElsaProblem.WriteAsync(context, nee)
        : Apiprobleem.SchrijfAsync(context, nee);

    static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Kanteling.Workflows.Web");
}
