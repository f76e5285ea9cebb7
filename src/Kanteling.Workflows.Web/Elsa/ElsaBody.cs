using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Reads what Studio sends: one JSON object, that may be as large and as deep as a drawing; and a key, or none.</summary>
static class ElsaBody
{
    /// <summary>One JSON object; an empty one when there is no body.</summary>
    public static RouteHandlerBuilder MetElsaJson(this RouteHandlerBuilder endpoint) => endpoint.Lees(ReadAsync);

    /// <summary>The key of this request. Studio sends none; then every request is one of its own.</summary>
    public static RouteHandlerBuilder MetElsaSleutel(this RouteHandlerBuilder endpoint) => endpoint.Lees(context => ValueTask.FromResult(
        context.Request.Headers.ContainsKey("Idempotency-Key") ? context.Request.IdempotencyKey() : Guid.NewGuid().ToString("n")));

    public static string ElsaKey(this HttpContext context) => context.Gelezen<string>();

    /// <param name="what">Which of several acts of one request.</param>
    public static Asking ElsaAsking(this HttpContext context, string what = "") => context.AskingFor(context.ElsaKey() + what);

    static async ValueTask<Uitslag<JsonObject>> ReadAsync(HttpContext context)
    {
        if (!(await Jsoninhoud.BytesAsync(context, Tekeningbytes.Meeste)).Lukt(out var bytes, out var nee))
            return nee;
        return bytes.Length == 0 ? new JsonObject() : Tekeningbytes.Lees(bytes);
    }
}
