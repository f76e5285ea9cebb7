using Kanteling.Workflows.Zaken.Bijlagen;
using Microsoft.AspNetCore.Mvc;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Files in requests and answers. Both ways they pass by, and are never whole in memory or in a file of the server.</summary>
static class Bestanden
{
    /// <summary>The endpoint counts itself what comes in, so that it can say in a sentence what is too much.</summary>
    public static RouteHandlerBuilder ZonderGrens(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new DisableRequestSizeLimitAttribute());

    /// <summary>
    /// To be kept by the browser and never shown or run in our pages: whatever its sender says that it is, it is bytes. What it is said to be
    /// stands in the lists.
    /// </summary>
    public static IResult AlsBestand(this Bijlageinhoud inhoud) => new Bestandsantwoord(inhoud);

    sealed record Bestandsantwoord(Bijlageinhoud Inhoud) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.ContentLength = Inhoud.Lengte;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Stream(SchrijfAsync, Bijlagepunt.OnbekendeSoort, Inhoud.Naam).ExecuteAsync(context);
        }

        async Task SchrijfAsync(Stream naar)
        {
            await foreach (var deel in Inhoud.Delen)
                await naar.WriteAsync(deel);
        }
    }
}
