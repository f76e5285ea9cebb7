using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Studio's Run.</summary>
static class TrialsApi
{
    public static void Map(RouteGroupBuilder elsa) => elsa.MapPost("/workflow-definitions/{definitionId}/execute", RunAsync).MetElsaJson().MetElsaSleutel();

    static async Task<IResult> RunAsync(HttpContext context, string definitionId, Proefstart trial, Verlooplezer reader)
    {
        var actor = context.Actor();
        if (!(await trial.BeginAsync(actor, new(definitionId), context.Json(), context.ElsaKey())).Lukt(out var id, out var nee) || !(await reader.OpenAsync(actor, id, null)).Lukt(out var run, out nee))
            return nee.Antwoord();
        context.Response.Headers["x-elsa-workflow-instance-id"] = id;
        context.Response.Headers["x-elsa-workflow-cannot-start"] = "False";
        return ElsaJson.Answer(new { WorkflowState = InstanceWriter.State(run) });
    }
}
