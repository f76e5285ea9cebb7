using System.Text.Json.Nodes;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Runs of activities: counts for the canvas, and each run by itself.</summary>
static class ExecutionsApi
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/activity-executions/report", ReportAsync);
        elsa.MapGet("/activity-executions/list", async (HttpContext c, RunReader r) => ElsaJson.Answer(new ElsaItems<ExecutionAnswer>(await ListAsync(c, r, "uitvoeringen", ExecutionWriter.Answer))));
        elsa.MapGet("/activity-execution-summaries/list", async (HttpContext c, RunReader r) => ElsaJson.Answer(new ElsaItems<ExecutionSummary>(await ListAsync(c, r, null, ExecutionWriter.Summary))));
        elsa.MapGet("/activity-executions/count", async (HttpContext c, RunReader r) => ElsaJson.Answer(new { (await ListAsync(c, r, null, ExecutionWriter.Summary)).Count }));
        elsa.MapGet("/activity-executions/by-id", async (HttpContext c, RunReader r) => await OneAsync(c, c.Request.Text("id"), r));
        elsa.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    static async Task<IResult> ReportAsync(HttpContext context, RunReader reader)
    {
        var asked = await ElsaBody.ReadAsync(context);
        var open = await reader.OpenAsync(context.Actor(), asked.Text("workflowInstanceId") ?? "", null);
        var nodes = (asked["activityNodeIds"] as JsonArray ?? []).Select(n => n?.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return ElsaJson.Answer(ExecutionWriter.Report(open, nodes));
    }

    static async Task<List<T>> ListAsync<T>(HttpContext context, RunReader reader, string? what, Func<OpenRun, ActivityRun, T> write)
    {
        var open = await reader.OpenAsync(context.Actor(), context.Request.Text("WorkflowInstanceId") ?? "", what);
        var nodes = context.Request.Many("ActivityNodeId").Concat(context.Request.Many("ActivityNodeIds")).ToHashSet(StringComparer.Ordinal);
        return [.. open.Run.Activities.Values.Where(a => nodes.Count == 0 || nodes.Contains(open.NodeIdOf(a))).Select(a => write(open, a))];
    }

    static async Task<IResult> OneAsync(HttpContext context, string? id, RunReader reader)
    {
        var (open, run) = await reader.ExecutionAsync(context.Actor(), id, "uitvoering");
        return ElsaJson.Answer(ExecutionWriter.Answer(open, run));
    }

    static async Task<IResult> CallStackAsync(HttpContext context, string id, RunReader reader)
    {
        var (open, run) = await reader.ExecutionAsync(context.Actor(), id, "uitvoering");
        var items = ExecutionWriter.CallStack(open, run, context.Request.Flag("includeCrossWorkflowChain") ?? false).ToList();
        return ElsaJson.Answer(new CallStackAnswer(id, items, items.Count));
    }
}
