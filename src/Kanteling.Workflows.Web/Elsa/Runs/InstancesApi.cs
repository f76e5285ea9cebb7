using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Instances: finding, reading and stopping them. What happened is not deleted, brought in or taken out here: it is kept as the law asks.</summary>
static class InstancesApi
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-instances", async (HttpContext c, InstanceList list) => ElsaJson.Answer(await list.FindAsync(c.Actor(), await ElsaBody.ReadAsync(c))));
        elsa.MapGet("/workflow-instances/{id}", OneAsync);
        elsa.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        elsa.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        elsa.MapGet("/workflow-instances/{id}/journal", (HttpContext c, string id, RunReader r, JournalWriter w) => JournalAsync(c, id, r, w, []));
        elsa.MapPost("/workflow-instances/{id}/journal", async (HttpContext c, string id, RunReader r, JournalWriter w) => await JournalAsync(c, id, r, w, (await ElsaBody.ReadAsync(c))["filter"] as JsonObject ?? []));
        elsa.MapPost("/cancel/workflow-instances/{id}", async (HttpContext c, string id, RunStop stop) => { await stop.StopAsync(c.Actor(), [id], c.ElsaKey()); return Results.Ok(); });
        elsa.MapPost("/bulk-actions/cancel/workflow-instances", async (HttpContext c, RunStop stop) => ElsaJson.Answer(new { Cancelled = await stop.StopAllAsync(c.Actor(), await ElsaBody.ReadAsync(c), c.ElsaKey()) }));
        elsa.MapDelete("/workflow-instances/{id}", Kept);
        elsa.MapPost("/bulk-actions/delete/workflow-instances/by-id", Kept);
        elsa.MapGet("/workflow-instances/{id}/export", NotMoved);
        elsa.MapPost("/bulk-actions/export/workflow-instances", NotMoved);
        elsa.MapPost("/bulk-actions/import/workflow-instances", NotMoved);
    }

    static IResult Kept() => throw new Geweigerd(Verloopcode.VerloopBlijftBewaard);

    static IResult NotMoved() => throw new Geweigerd(Verloopcode.VerloopNietOverTeZetten);

    static async Task<IResult> OneAsync(HttpContext context, string id, RunReader reader)
    {
        var run = await reader.OpenAsync(context.Actor(), id, "verloop");
        return ElsaJson.Answer(InstanceWriter.Answer(run, Streams.IsTrial(run.Stream) && run.SeesValues));
    }

    /// <summary>Asked every few seconds: what is open stands in the snapshot, and only what has ended is folded.</summary>
    static async Task<IResult> StateAsync(HttpContext context, string id, RunReader reader)
    {
        var (stream, instance) = await reader.StandAsync(context.Actor(), id);
        if (stream.Instances.ContainsKey(instance))
            return ElsaJson.Answer(new ExecutionState("Running", "Suspended", "Suspended", stream.LastAt));
        var run = (await reader.OpenAsync(context.Actor(), id, null)).Run;
        return ElsaJson.Answer(new ExecutionState(InstanceWriter.Status(run), InstanceWriter.SubStatus(run), InstanceWriter.SubStatus(run), run.UpdatedAt));
    }

    static async Task<IResult> VariablesAsync(HttpContext context, string id, RunReader reader) =>
        ElsaJson.Answer(new ElsaItems<VariableShape>(InstanceWriter.Variables(await reader.OpenAsync(context.Actor(), id, "variabelen"))));

    static async Task<IResult> JournalAsync(HttpContext context, string id, RunReader reader, JournalWriter writer, JsonObject filter)
    {
        var open = await reader.OpenAsync(context.Actor(), id, null);
        var wanted = open.Run.Records.Where(r => Matches(open, r, filter)).ToList();
        var (skip, take) = (context.Request.Number("skip", 0, int.MaxValue), context.Request.Number("take", 110, 1_000));
        var page = new List<JournalRecord>();
        foreach (var record in wanted.Skip(skip).Take(take))
            page.Add(await writer.WriteAsync(open, record));
        return ElsaJson.Answer(new ElsaPage<JournalRecord>(page, wanted.Count, []));
    }

    static bool Matches(OpenRun open, RunRecord record, JsonObject filter)
    {
        var run = open.Run.Activities[record.Execution];
        return Has(filter, "activityIds", ExecutionWriter.ActivityIdOf(run)) != false
            && Has(filter, "activityNodeIds", open.NodeIdOf(run)) != false
            && Has(filter, "eventNames", record.Name) != false
            && Has(filter, "excludedActivityTypes", open.TypeOf(run)) != true;
    }

    /// <summary>Whether the list of this name holds the value; null when there is no such list.</summary>
    static bool? Has(JsonObject filter, string name, string value) =>
        filter[name] is JsonArray { Count: > 0 } list ? list.Any(v => v is JsonValue text && text.TryGetValue<string>(out var word) && word == value) : null;
}
