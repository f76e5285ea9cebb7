using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// Reads what Studio sends: a drawing, that may be as large and as deep as drawings are; or a question, of which every list and every text has
/// an end; and a key, or none.
/// </summary>
static class ElsaBody
{
    /// <summary>
    /// What is asked in one go. Steps are named by the paths of a drawing, so there may be as many of them, and they are as long, as a drawing allows.
    /// What a trial begins with is measured by the engine.
    /// </summary>
    public static Vraaggrens Limits { get; } = Vraaggrens.Gewoon with
    {
        Lijsten = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
        {
            ["timestampFilters"] = 10, ["activityIds"] = WorkflowDefinition.MaxActivities, ["activityNodeIds"] = WorkflowDefinition.MaxActivities,
        },
        Teksten = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
        {
            ["activityNodeId"] = WorkflowDefinition.MaxPath, ["activityNodeIds"] = WorkflowDefinition.MaxPath, ["parentNodeId"] = WorkflowDefinition.MaxPath, ["childNodeId"] = WorkflowDefinition.MaxPath,
        },
        Elders = "input",
    };

    /// <summary>One question; an empty one when there is no body.</summary>
    public static RouteHandlerBuilder MetElsaJson(this RouteHandlerBuilder endpoint) => endpoint.Lees(ReadQuestionAsync);

    /// <summary>One drawing, alone or in its envelope: it has limits of its own.</summary>
    public static RouteHandlerBuilder MetElsaDrawing(this RouteHandlerBuilder endpoint) => endpoint.Lees(ReadAsync);

    /// <summary>The key of this request. Studio sends none; then every request is one of its own.</summary>
    public static RouteHandlerBuilder MetElsaSleutel(this RouteHandlerBuilder endpoint) => endpoint.Lees(context => ValueTask.FromResult(
        context.Request.Headers.ContainsKey("Idempotency-Key") ? context.Request.IdempotencyKey() : Guid.NewGuid().ToString("n")));

    public static string ElsaKey(this HttpContext context) => context.Gelezen<string>();

    /// <param name="what">Which of several acts of one request.</param>
    public static Asking ElsaAsking(this HttpContext context, string what = "") => context.AskingFor(context.ElsaKey() + what);

    static async ValueTask<Uitslag<JsonObject>> ReadQuestionAsync(HttpContext context)
    {
        if (!(await ReadAsync(context)).Lukt(out var asked, out var nee))
            return nee;
        return Limits.Weiger(asked) is { } tooMuch ? tooMuch : asked;
    }

    static async ValueTask<Uitslag<JsonObject>> ReadAsync(HttpContext context)
    {
        if (!(await Jsoninhoud.BytesAsync(context, Tekeningbytes.Meeste)).Lukt(out var bytes, out var nee))
            return nee;
        return bytes.Length == 0 ? new JsonObject() : Tekeningbytes.Lees(bytes);
    }
}
