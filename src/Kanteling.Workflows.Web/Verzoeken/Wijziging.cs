using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.Http.Features;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// What a request of a program that changes something has to be. A form of another website cannot be JSON and cannot have a key, so
/// this keeps it out also where a browser does not say where a request comes from.
/// </summary>
static class Wijziging
{
    public static bool Verandert(this HttpRequest request) => Verandert(request.Method);

    public static bool Verandert(string methode) => !(HttpMethods.IsGet(methode) || HttpMethods.IsHead(methode) || HttpMethods.IsOptions(methode) || HttpMethods.IsTrace(methode));

    /// <summary>What changes something below here is JSON, or has no body. Refused: 415.</summary>
    public static TBuilder VraagtJson<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.Eis(context => !IsJson(context) ? new Weigering(Verzoekcode.GeenJson) : null);

    /// <summary>What changes something below here has a key, also where the endpoint can do without. Refused: 400.</summary>
    public static TBuilder VraagtSleutel<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new HeeftSleutel()).Eis(context => context.Request.IdempotencyKey().Nee);

    /// <summary>The body of this one is a file, of whatever type it says.</summary>
    public static RouteHandlerBuilder MetBestand(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new HeeftBestand());

    static TBuilder Eis<TBuilder>(this TBuilder endpoints, Func<HttpContext, Weigering?> mist) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (aanroep, verder) =>
            aanroep.HttpContext.Request.Verandert() && mist(aanroep.HttpContext) is { } nee ? nee.Antwoord() : await verder(aanroep));

    static bool IsJson(HttpContext context) =>
        context.Request.HasJsonContentType() || context.GetEndpoint()?.Metadata.GetMetadata<HeeftBestand>() is not null || (context.Request.ContentType is null && !HeeftInhoud(context));

    /// <summary>Whether there may be a body.</summary>
    public static bool HeeftInhoud(HttpContext context) =>
        context.Request.ContentLength is { } lengte ? lengte > 0 : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
}

/// <summary>On an endpoint: what it is sent is a file.</summary>
sealed record HeeftBestand;

/// <summary>On an endpoint: what changes something is asked under a key.</summary>
sealed record HeeftSleutel;
