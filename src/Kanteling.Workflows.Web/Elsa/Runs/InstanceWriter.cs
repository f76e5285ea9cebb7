using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>An instance in Studio's words. Names, labels and values are in it only for who may see them.</summary>
static class InstanceWriter
{
    public static ElsaPage<InstanceSummary> Page(Lijst<Verloopregel> found) =>
        new([.. found.Items.Select(Summary)], found.Totaal, [new ElsaLink($"{ElsaEndpoints.Root}/workflow-instances", "self", "POST")]);

    static InstanceSummary Summary(Verloopregel r) => new(
        r.Id, r.Tekening.Text, Versieid.Van(r.Versie), r.Versie.Version, r.Klaar is null ? "Running" : "Finished", SubStatus(r.Status), r.Kenmerk, r.Naam, r.Incidenten, false, r.Begonnen, r.Gewijzigd, r.Klaar);

    public static string SubStatus(string status) => status switch
    {
        "finished" => "Finished",
        "cancelled" => "Cancelled",
        "faulted" => "Faulted",
        _ => "Suspended",
    };

    public static string SubStatus(InstanceRun run) => run.IsOpen ? "Suspended" : run.Status.ToString();

    public static string Status(InstanceRun run) => run.IsOpen ? "Running" : "Finished";

    public static InstanceAnswer Answer(OpenVerloop open, bool mayCancel)
    {
        var state = State(open);
        return new InstanceAnswer(
            state.Id, state.DefinitionId, state.DefinitionVersionId, state.DefinitionVersion, state.Status, state.SubStatus, state.CorrelationId, state.Name,
            state.Incidents.Count, false, state.CreatedAt, state.UpdatedAt, state.FinishedAt, state.ParentWorkflowInstanceId, state,
            [
                new ElsaLink($"{ElsaEndpoints.Root}/workflow-instances/{state.Id}", "self", "GET"),
                .. mayCancel && open.Verloop.IsOpen ? new[] { new ElsaLink($"{ElsaEndpoints.Root}/cancel/workflow-instances/{state.Id}", "cancel", "POST") } : [],
            ]);
    }

    public static StateAnswer State(OpenVerloop open)
    {
        var (run, state) = (open.Verloop, open.Verloop.State);
        return new StateAnswer(
            open.Id, Proeftekening.OrigineelVan(state.Definition.DefinitionId).Text, Versieid.Van(state.Definition), state.Definition.Version,
            open.ZietWaarden ? open.Woorden(state.Correlation?.AsString()) : null, open.ZietWaarden ? open.Woorden(state.Name?.AsString()) : null, Status(run), SubStatus(run),
            run.IsOpen ? [.. state.Waits.Values.Select(w => Bookmark(open, w)).OfType<BookmarkShape>()] : [],
            run.IsOpen ? [.. state.Incidents.Values.Select(i => Incident(open, i))] : [], [],
            [.. run.Activities.Values.Where(a => !a.HasEnded && a.Id != ExecutionId.None).Select(a => Context(open, a))],
            open.WaardenVan(state.Input, "input"), new JsonObject(state.Output.Select(o => KeyValuePair.Create(o.Key, open.WaardeVan(o.Key, o.Value)))), [],
            state.StartedAt, run.UpdatedAt, run.EndedAt, open.Ouderid);
    }

    static BookmarkShape? Bookmark(OpenVerloop open, Wait wait)
    {
        if (!open.Verloop.Activities.TryGetValue(wait.Execution, out var run))
            return null;
        var id = $"{open.Stroom}-{wait.Id}";
        return new BookmarkShape(
            id, open.SoortVan(run), id, Payload(open, run, wait), run.ActivityId.Text, open.StapidVan(run), open.IdVan(run), run.StartedAt, true, wait is EventWait or ReplyWait, []);
    }

    /// <summary>What is waited for; from the drawing and the clock, so that it may be told to whoever sees the steps.</summary>
    static JsonObject Payload(OpenVerloop open, ActivityRun run, Wait wait) => wait switch
    {
        TaskWait { Task: var task } => new JsonObject { ["taskId"] = Taakids.Van(open.Stroom, task.Id), ["taskName"] = open.Woorden(task.Title) },
        DeadlineWait { Deadline: var deadline } => new JsonObject { ["resumeAt"] = deadline.DueAt.ToString("O") },
        EventWait e => new JsonObject { ["eventName"] = e.Name },
        ChildWait child => new JsonObject { ["childInstanceId"] = Verloopids.VanInstantie(open.Stroom, child.Instance) },
        ConditionWait condition => new JsonObject { ["condition"] = open.StapVan(run)?.Inputs.GetValueOrDefault(condition.Input)?.Text },
        _ => [],
    };

    static IncidentShape Incident(OpenVerloop open, Incident incident)
    {
        var (run, sentence) = (open.Verloop.Activities[incident.Execution!.Value], Sentence(open, incident));
        return new IncidentShape(run.ActivityId.Text, open.StapidVan(run), open.SoortVan(run), sentence, new ExceptionShape(incident.Code, sentence, null, []), incident.At);
    }

    /// <summary>Of a trial that misses a household also what helps.</summary>
    public static string Sentence(OpenVerloop open, Incident incident) =>
        Zinnen.Voor(incident.Code, incident.Arguments.AsTexts()) + (Streams.IsTrial(open.Stroom) && incident.Code is Huishoudcode.DossierOntbreekt or Ondersteuningscode.OndersteuningOnbekend ? " " + Zinnen.Voor(Verloopcode.ProefZonderHuishouden) : "");

    static ContextShape Context(OpenVerloop open, ActivityRun run) => new(
        open.IdVan(run), run.Parent == ExecutionId.None ? null : Verloopids.VanUitvoering(open.Stroom, run.Instance, run.Parent), open.StapidVan(run), run.Status.ToString(), [], [], run.StartedAt);

    /// <summary>The variables of the flow itself, by the names of the drawing, and those that have a value without being drawn.</summary>
    public static IReadOnlyList<VariableShape> Variables(OpenVerloop open)
    {
        var values = open.Verloop.State.Variables.Where(v => v.Key.Scope == ExecutionId.None).ToDictionary(v => v.Key.Variable, v => v.Value, StringComparer.Ordinal);
        var drawn = open.Tekeningen.GetValueOrDefault(open.Verloop.State.Definition)?.Variables ?? [];
        return
        [
            .. drawn.Select(d => new VariableShape(d.Id, d.Name, values.Remove(d.Id, out var value) ? open.WaardeVan(d.Name, value) : open.ZietWaarden ? d.Default?.DeepClone() : JsonValue.Create(OpenVerloop.Withheld))),
            .. values.Select(v => new VariableShape(v.Key, v.Key, open.WaardeVan(v.Key, v.Value))),
        ];
    }
}
