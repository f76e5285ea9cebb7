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
        r.Id, r.Tekening, VersionId.Of(r.Versie), r.Versie.Version, r.Klaar is null ? "Running" : "Finished", SubStatus(r.Status), r.Kenmerk, r.Naam, r.Incidenten, false, r.Begonnen, r.Gewijzigd, r.Klaar);

    public static string SubStatus(string status) => status switch
    {
        "finished" => "Finished",
        "cancelled" => "Cancelled",
        "faulted" => "Faulted",
        _ => "Suspended",
    };

    public static string SubStatus(InstanceRun run) => run.IsOpen ? "Suspended" : run.Status.ToString();

    public static string Status(InstanceRun run) => run.IsOpen ? "Running" : "Finished";

    public static InstanceAnswer Answer(OpenRun open, bool mayCancel)
    {
        var state = State(open);
        return new InstanceAnswer(
            state.Id, state.DefinitionId, state.DefinitionVersionId, state.DefinitionVersion, state.Status, state.SubStatus, state.CorrelationId, state.Name,
            state.Incidents.Count, false, state.CreatedAt, state.UpdatedAt, state.FinishedAt, state.ParentWorkflowInstanceId, state,
            [
                new ElsaLink($"{ElsaEndpoints.Root}/workflow-instances/{state.Id}", "self", "GET"),
                .. mayCancel && open.Run.IsOpen ? new[] { new ElsaLink($"{ElsaEndpoints.Root}/cancel/workflow-instances/{state.Id}", "cancel", "POST") } : [],
            ]);
    }

    public static StateAnswer State(OpenRun open)
    {
        var (run, state) = (open.Run, open.Run.State);
        return new StateAnswer(
            open.Id, TrialDefinition.OriginalOf(state.Definition.DefinitionId), VersionId.Of(state.Definition), state.Definition.Version,
            open.SeesValues ? state.Correlation : null, open.SeesValues ? state.Name?.AsString() : null, Status(run), SubStatus(run),
            run.IsOpen ? [.. state.Waits.Values.Select(w => Bookmark(open, w)).OfType<BookmarkShape>()] : [],
            run.IsOpen ? [.. state.Incidents.Values.Select(i => Incident(open, i))] : [], [],
            [.. run.Activities.Values.Where(a => !a.HasEnded && a.Id != 0).Select(a => Context(open, a))],
            open.ValuesOf(state.Input, "input"), new JsonObject(state.Output.Select(o => KeyValuePair.Create(o.Key, open.ValueOf(o.Value)))), [],
            state.StartedAt, run.UpdatedAt, run.EndedAt, open.ParentId);
    }

    static BookmarkShape? Bookmark(OpenRun open, Wait wait)
    {
        if (!open.Run.Activities.TryGetValue(wait.Execution, out var run))
            return null;
        var id = RunIds.OfInstance(open.Stream, wait.Id);
        return new BookmarkShape(
            id, open.TypeOf(run), Streams.Derived(id), Payload(open, wait), run.ActivityId, open.NodeIdOf(run), open.IdOf(run), run.StartedAt, true, wait is EventWait or ReplyWait, []);
    }

    /// <summary>What is waited for; from the drawing and the clock, so that it may be told to whoever sees the steps.</summary>
    static JsonObject Payload(OpenRun open, Wait wait) => wait switch
    {
        TaskWait { Task: var task } => new JsonObject { ["taskId"] = TaskIds.Of(open.Stream, task.Id), ["taskName"] = task.Title },
        DeadlineWait { Deadline: var deadline } => new JsonObject { ["resumeAt"] = deadline.DueAt.ToString("O") },
        EventWait e => new JsonObject { ["eventName"] = e.Name },
        ChildWait child => new JsonObject { ["childInstanceId"] = RunIds.OfInstance(open.Stream, child.Id) },
        ConditionWait condition => new JsonObject { ["condition"] = condition.Feel },
        _ => [],
    };

    static IncidentShape Incident(OpenRun open, Incident incident)
    {
        var (run, sentence) = (open.Run.Activities[incident.Execution], Sentence(open, incident));
        return new IncidentShape(run.ActivityId, open.NodeIdOf(run), open.TypeOf(run), sentence, new ExceptionShape(incident.Code, sentence, null, []), incident.At);
    }

    /// <summary>Of a trial that misses a household also what helps.</summary>
    public static string Sentence(OpenRun open, Incident incident) =>
        Zinnen.Voor(incident.Code, incident.Arguments) + (Streams.IsTrial(open.Stream) && incident.Code is Huishoudcode.DossierOntbreekt or Huishoudcode.OndersteuningOnbekend ? " " + Zinnen.Voor(Verloopcode.ProefZonderHuishouden) : "");

    static ContextShape Context(OpenRun open, ActivityRun run) => new(
        open.IdOf(run), run.Parent == 0 ? null : RunIds.OfExecution(open.Stream, run.Instance, run.Parent), open.NodeIdOf(run), run.Status.ToString(), [], [], run.StartedAt);

    /// <summary>The variables of the flow itself, by the names of the drawing, and those that have a value without being drawn.</summary>
    public static IReadOnlyList<VariableShape> Variables(OpenRun open)
    {
        var values = open.Run.State.Variables.Where(v => v.Key.Scope == 0).ToDictionary(v => v.Key.Variable, v => v.Value, StringComparer.Ordinal);
        var drawn = open.Drawings.GetValueOrDefault(open.Run.State.Definition)?.Variables ?? [];
        return
        [
            .. drawn.Select(d => new VariableShape(d.Id, d.Name, values.Remove(d.Id, out var value) ? open.ValueOf(value) : open.SeesValues ? d.Default?.DeepClone() : JsonValue.Create(OpenRun.Withheld))),
            .. values.Select(v => new VariableShape(v.Key, v.Key, open.ValueOf(v.Value))),
        ];
    }
}
