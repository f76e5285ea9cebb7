using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// What an endpoint needs of a request is read before it, in the order in which it is named; what cannot be read is refused and the
/// endpoint is not asked at all.
/// </summary>
static class Vooraf
{
    /// <summary>A POST that is asked under a key; the same key again is the same command.</summary>
    public static RouteHandlerBuilder MetSleutel(this RouteHandlerBuilder endpoint) =>
        endpoint.Lees(context => ValueTask.FromResult(context.Request.IdempotencyKey().Dan(context.AskingFor)));

    /// <summary>A change of what somebody saw.</summary>
    public static RouteHandlerBuilder MetVersie(this RouteHandlerBuilder endpoint) => endpoint.Lees(context => ValueTask.FromResult(context.Request.IfMatch()));

    /// <summary>One JSON object.</summary>
    public static RouteHandlerBuilder MetJson(this RouteHandlerBuilder endpoint) => endpoint.Lees(Jsoninhoud.LeesAsync);

    /// <summary>A list of which <c>pagina</c> says which part is asked; it stands in the description of the API.</summary>
    public static RouteHandlerBuilder MetPagina(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Gebladerd());

    /// <summary>A command of this person or program, under its own key.</summary>
    public static Asking Asking(this HttpContext context) => context.Gelezen<Asking>();

    /// <summary>The version that the caller saw.</summary>
    public static int Versie(this HttpContext context) => context.Gelezen<int>();

    public static JsonObject Json(this HttpContext context) => context.Gelezen<JsonObject>();

    /// <summary>What was read of this type.</summary>
    public static T Gelezen<T>(this HttpContext context) => (T)context.Items[typeof(T)]!;

    /// <summary>Reads one thing before the endpoint, or refuses.</summary>
    public static RouteHandlerBuilder Lees<T>(this RouteHandlerBuilder endpoint, Func<HttpContext, ValueTask<Uitslag<T>>> lees) => endpoint.AddEndpointFilter(async (aanroep, verder) =>
    {
        if (!(await lees(aanroep.HttpContext)).Lukt(out var gelezen, out var nee))
            return nee.Antwoord();
        aanroep.HttpContext.Items[typeof(T)] = gelezen;
        return await verder(aanroep);
    });
}

/// <summary>On an endpoint: it answers a list by pages.</summary>
sealed record Gebladerd;
