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
        elsa.MapPost("/workflow-instances", async (HttpContext c, Verlooplijst list) => (await list.ZoekAsync(c.Actor(), InstanceQuestion.Of(c.Json()), InstanceQuestion.PageOf(c.Json()))).Antwoord(found => ElsaJson.Answer(InstanceWriter.Page(found)))).MetElsaJson();
        elsa.MapGet("/workflow-instances/{id}", OneAsync);
        elsa.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        elsa.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        elsa.MapGet("/workflow-instances/{id}/journal", (HttpContext c, string id, Verlooplezer r, JournalWriter w) => JournalAsync(c, id, r, w, []));
        elsa.MapPost("/workflow-instances/{id}/journal", (HttpContext c, string id, Verlooplezer r, JournalWriter w) => JournalAsync(c, id, r, w, c.Json()["filter"] as JsonObject ?? [])).MetElsaJson();
        elsa.MapPost("/cancel/workflow-instances/{id}", async (HttpContext c, string id, Verloopstop stop) => (await stop.StopAsync(c.Actor(), [id], c.ElsaKey())).Antwoord(_ => Results.Ok())).MetElsaSleutel();
        elsa.MapPost("/bulk-actions/cancel/workflow-instances", async (HttpContext c, Verloopstop stop) => (await stop.StopAllesAsync(c.Actor(), c.Json(), c.ElsaKey())).Antwoord(stopped => ElsaJson.Answer(new { Cancelled = stopped }))).MetElsaJson().MetElsaSleutel();
        elsa.MapDelete("/workflow-instances/{id}", Kept);
        elsa.MapPost("/bulk-actions/delete/workflow-instances/by-id", Kept);
        elsa.MapGet("/workflow-instances/{id}/export", NotMoved);
        elsa.MapPost("/bulk-actions/export/workflow-instances", NotMoved);
        elsa.MapPost("/bulk-actions/import/workflow-instances", NotMoved);
    }

    static IResult Kept() => new Weigering(Verloopcode.VerloopBlijftBewaard).Antwoord();

    static IResult NotMoved() => new Weigering(Verloopcode.VerloopNietOverTeZetten).Antwoord();

    static async Task<IResult> OneAsync(HttpContext context, string id, Verlooplezer reader) =>
        (await reader.OpenAsync(context.Actor(), id, "verloop")).Antwoord(run => ElsaJson.Answer(InstanceWriter.Answer(run, Streams.IsTrial(run.Stroom) && run.ZietWaarden)));

    /// <summary>Asked every few seconds: what is open stands in the snapshot, and only what has ended is folded.</summary>
    static async Task<IResult> StateAsync(HttpContext context, string id, Verlooplezer reader)
    {
        if (!(await reader.StandAsync(context.Actor(), id)).Lukt(out var stand, out var nee))
            return nee.Antwoord();
        if (stand.Stream.Instances.ContainsKey(stand.Instance))
            return ElsaJson.Answer(new ExecutionState("Running", "Suspended", "Suspended", stand.Stream.LastAt));
        return (await reader.OpenAsync(context.Actor(), id, null)).Antwoord(open => ElsaJson.Answer(StateOf(open.Verloop)));
    }

    static ExecutionState StateOf(InstanceRun run) => new(InstanceWriter.Status(run), InstanceWriter.SubStatus(run), InstanceWriter.SubStatus(run), run.UpdatedAt);

    static async Task<IResult> VariablesAsync(HttpContext context, string id, Verlooplezer reader) =>
        (await reader.OpenAsync(context.Actor(), id, "variabelen")).Antwoord(run => ElsaJson.Answer(new ElsaItems<VariableShape>(InstanceWriter.Variables(run))));

    static async Task<IResult> JournalAsync(HttpContext context, string id, Verlooplezer reader, JournalWriter writer, JsonObject filter)
    {
        if (!(await reader.OpenAsync(context.Actor(), id, null)).Lukt(out var open, out var nee))
            return nee.Antwoord();
        var isWanted = Wanted(filter);
        var wanted = open.Verloop.Records.Where(r => isWanted(open, r)).ToList();
        var (skip, take) = (context.Request.Number("skip", 0, int.MaxValue), context.Request.Number("take", 110, 1_000));
        var page = new List<JournalRecord>();
        foreach (var record in wanted.Skip(skip).Take(take))
            page.Add(await writer.WriteAsync(open, record));
        return ElsaJson.Answer(new ElsaPage<JournalRecord>(page, wanted.Count, []));
    }

    /// <summary>Each list of the filter is looked up in, not walked through: both it and the journal may be long.</summary>
    static Func<OpenVerloop, RunRecord, bool> Wanted(JsonObject filter)
    {
        var (ids, nodes, events, without) = (Words(filter, "activityIds"), Words(filter, "activityNodeIds"), Words(filter, "eventNames"), Words(filter, "excludedActivityTypes"));
        return (open, record) => open.Verloop.Activities[record.Execution] is var run
            && ids?.Contains(ExecutionWriter.ActivityIdOf(run)) != false
            && nodes?.Contains(open.StapidVan(run)) != false
            && events?.Contains(record.Name) != false
            && without?.Contains(open.SoortVan(run)) != true;
    }

    /// <summary>Null when there is no such list.</summary>
    static HashSet<string>? Words(JsonObject filter, string name) =>
        filter[name] is JsonArray { Count: > 0 } list ? list.Select(v => v is JsonValue text && text.TryGetValue<string>(out var word) ? word : null).OfType<string>().ToHashSet(StringComparer.Ordinal) : null;
}
