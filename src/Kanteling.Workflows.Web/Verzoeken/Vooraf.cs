using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verzoeken;

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

    /// <summary>One JSON object, as described. What is not is refused with all that is wrong, here or, when the description says so, by the act.</summary>
    public static RouteHandlerBuilder MetJson(this RouteHandlerBuilder endpoint, Verzoekbeschrijving beschrijving) => endpoint.WithMetadata(new Beschreven(beschrijving))
        .ProducesProblem(StatusCodes.Status400BadRequest).Lees(async context => (await Jsoninhoud.LeesAsync(context)).Lukt(out var body, out var nee) ? Zoals(beschrijving, body) : nee);

    /// <summary>No body, or an empty object.</summary>
    public static RouteHandlerBuilder ZonderJson(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Beschreven(Verzoekbeschrijving.Niets))
        .Lees(async context => !Wijziging.HeeftInhoud(context) ? new JsonObject() : (await Jsoninhoud.LeesAsync(context, magLeeg: true)).Lukt(out var body, out var nee) ? Zoals(Verzoekbeschrijving.Niets, body) : nee);

    static Uitslag<JsonObject> Zoals(Verzoekbeschrijving beschrijving, JsonObject body) => beschrijving.DoorHandeling is null && beschrijving.Weiger(body) is { } nee ? nee : body;

    /// <summary>What may be asked in the address, besides the page; it stands in the description of the API.</summary>
    public static RouteHandlerBuilder MetVraag(this RouteHandlerBuilder endpoint, params Verzoekveld[] velden) => endpoint.WithMetadata(new Gevraagd(velden));

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

/// <summary>On an endpoint: what its body is.</summary>
sealed record Beschreven(Verzoekbeschrijving Beschrijving);

/// <summary>On an endpoint: what may be asked in its address.</summary>
sealed record Gevraagd(IReadOnlyList<Verzoekveld> Velden);

/// <summary>On an endpoint: it answers a list by pages.</summary>
sealed record Gebladerd;
