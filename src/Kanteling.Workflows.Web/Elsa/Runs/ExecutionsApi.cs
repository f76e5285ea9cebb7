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
        elsa.MapPost("/activity-executions/report", ReportAsync).MetElsaJson();
        elsa.MapGet("/activity-executions/list", async (HttpContext c, Verlooplezer r) => (await ListAsync(c, r, "uitvoeringen", ExecutionWriter.Answer)).Antwoord(runs => ElsaJson.Answer(new ElsaItems<ExecutionAnswer>(runs))));
        elsa.MapGet("/activity-execution-summaries/list", async (HttpContext c, Verlooplezer r) => (await ListAsync(c, r, null, ExecutionWriter.Summary)).Antwoord(runs => ElsaJson.Answer(new ElsaItems<ExecutionSummary>(runs))));
        elsa.MapGet("/activity-executions/count", async (HttpContext c, Verlooplezer r) => (await ListAsync(c, r, null, ExecutionWriter.Summary)).Antwoord(runs => ElsaJson.Answer(new { runs.Count })));
        elsa.MapGet("/activity-executions/by-id", async (HttpContext c, Verlooplezer r) => await OneAsync(c, c.Request.Text("id"), r));
        elsa.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    static async Task<IResult> ReportAsync(HttpContext context, Verlooplezer reader)
    {
        var asked = context.Json();
        var nodes = (asked["activityNodeIds"] as JsonArray ?? []).Select(n => n?.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return (await reader.OpenAsync(context.Actor(), asked.Tekst("workflowInstanceId") ?? "", null)).Antwoord(open => ElsaJson.Answer(ExecutionWriter.Report(open, nodes)));
    }

    static async Task<Uitslag<List<T>>> ListAsync<T>(HttpContext context, Verlooplezer reader, string? what, Func<OpenVerloop, ActivityRun, T> write)
    {
        if (!(await reader.OpenAsync(context.Actor(), context.Request.Text("WorkflowInstanceId") ?? "", what)).Lukt(out var open, out var nee))
            return nee;
        var nodes = context.Request.Many("ActivityNodeId").Concat(context.Request.Many("ActivityNodeIds")).ToHashSet(StringComparer.Ordinal);
        return open.Verloop.Activities.Values.Where(a => nodes.Count == 0 || nodes.Contains(open.StapidVan(a))).Select(a => write(open, a)).ToList();
    }

    static async Task<IResult> OneAsync(HttpContext context, string? id, Verlooplezer reader) =>
        (await reader.UitvoeringAsync(context.Actor(), id, "uitvoering")).Antwoord(found => ElsaJson.Answer(ExecutionWriter.Answer(found.Run, found.Execution)));

    static async Task<IResult> CallStackAsync(HttpContext context, string id, Verlooplezer reader)
    {
        if (!(await reader.UitvoeringAsync(context.Actor(), id, "uitvoering")).Lukt(out var found, out var nee))
            return nee.Antwoord();
        var items = ExecutionWriter.CallStack(found.Run, found.Execution, context.Request.Flag("includeCrossWorkflowChain") ?? false).ToList();
        return ElsaJson.Answer(new CallStackAnswer(id, items, items.Count));
    }
}
