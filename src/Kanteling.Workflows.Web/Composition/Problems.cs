using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Elsa;
using Kanteling.Workflows.Web.Pages;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// The one place where a request that does not succeed gets its answer. Programs read problem+json with a stable code
/// and a Dutch sentence; people read a page. What was expected is never a 500, and a 500 never tells what went wrong
/// inside: that is in the log.
/// </summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static void UseProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await AnswerAsync(context, OfStatus(context.Response.StatusCode));
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await AnswerAsync(context, Of(e, context));
        }
    });

    /// <summary>The problem as a program reads it.</summary>
    public static Dictionary<string, object?> Describe(Geweigerd problem)
    {
        var body = new Dictionary<string, object?>
        {
            ["type"] = "urn:kanteling:" + problem.Code.ToLowerInvariant().Replace('_', '-'),
            ["title"] = Zinnen.Voor(problem.Code, problem.Argumenten),
            ["status"] = Statussen.Van(problem),
            ["code"] = problem.Code,
        };
        if (!problem.Fouten.IsEmpty)
            body["fouten"] = problem.Fouten.Select(f => new { pad = f.Field, code = f.Code, zin = Zinnen.Voor(f.Code, f.Arguments) });
        foreach (var (name, value) in problem.Extra)
            body[name] = value;
        return body;
    }

    static Geweigerd Of(Exception e, HttpContext context)
    {
        switch (e)
        {
            case Geweigerd geweigerd:
                return geweigerd;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return JsonBody.TooLarge();
            case BadHttpRequestException or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException:
                return new Geweigerd(Verzoekcode.VerzoekOnleesbaar);
            case StorageUnavailableException unavailable:
                Log(context).LogError(unavailable, "The database did not serve a request.");
                return unavailable.IsFull
                    ? new Geweigerd(Verzoekcode.OpslagVol)
                    : new Geweigerd(Verzoekcode.OpslagNietBereikbaar);
            case RegisterConflictException conflict:
                return new Geweigerd(conflict.IsTaken ? Verzoekcode.NaamBestaat : Verzoekcode.RijGewijzigd);
            case UnknownEventException unknown:
                Log(context).LogError(unknown, "A stream cannot be read by this version of the program.");
                return new Geweigerd(Verzoekcode.DossierNietLeesbaar);
            default:
                Log(context).LogError(e, "A request failed.");
                return new Geweigerd(Verzoekcode.Onverwacht);
        }
    }

    static Geweigerd OfStatus(int status) => new(status switch
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

    static async Task AnswerAsync(HttpContext context, Geweigerd problem)
    {
        var allow = context.Response.Headers.Allow;
        context.Response.Clear();
        var isElsa = ElsaProblem.IsFor(context.Request.Path);
        context.Response.StatusCode = isElsa ? ElsaProblem.StatusOf(problem) : Statussen.Van(problem);
        context.Response.Headers.Allow = allow;
        context.Response.Headers.CacheControl = "no-store";
        if ((problem.OpnieuwNa ?? (Statussen.Van(problem) == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(2) : null)) is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (ApiPaths.IsApi(context.Request.Path))
            await JsonSerializer.SerializeAsync(context.Response.Body, isElsa ? ElsaProblem.Describe(problem) : Describe(problem), As(context), context.RequestAborted);
        else
            await ErrorPage.WriteAsync(context, problem);
    }

    static JsonSerializerOptions As(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        return Jsonvorm.Options;
    }

    static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Kanteling.Workflows.Web");
}
