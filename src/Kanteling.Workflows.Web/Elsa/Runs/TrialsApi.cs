using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Studio's Run.</summary>
static class TrialsApi
{
    public static void Map(RouteGroupBuilder elsa) => elsa.MapPost("/workflow-definitions/{definitionId}/execute", RunAsync);

    static async Task<IResult> RunAsync(HttpContext context, string definitionId, TrialStart trial, RunReader reader)
    {
        var actor = context.Actor();
        var id = await trial.RunAsync(actor, definitionId, await ElsaBody.ReadAsync(context), context.ElsaKey());
        var run = await reader.OpenAsync(actor, id, null);
        context.Response.Headers["x-elsa-workflow-instance-id"] = id;
        context.Response.Headers["x-elsa-workflow-cannot-start"] = "False";
        return ElsaJson.Answer(new { WorkflowState = InstanceWriter.State(run) });
    }

    /// <summary>The key of this request. Studio sends none; then every request is one of its own.</summary>
    public static string ElsaKey(this HttpContext context) =>
        context.Request.Headers.ContainsKey("Idempotency-Key") ? context.Request.IdempotencyKey() : Guid.NewGuid().ToString("n");
}
