using System.Text.Json.Nodes;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Runs of activities in Studio's words.</summary>
static class ExecutionWriter
{
    public static ExecutionSummary Summary(OpenVerloop open, ActivityRun run) => new(
        open.IdVan(run), open.Id, ActivityIdOf(run), open.StapidVan(run), open.SoortVan(run), open.StapVan(run)?.Version ?? 1, open.NaamVan(run), run.StartedAt,
        open.Verloop.WaitsOf(run.Id).Any(), run.Status.ToString(), Faults(open, run), run.EndedAt, Above(open, run), null, run.Id == ExecutionId.None ? open.Ouderid : null,
        open.Verloop.Around(run.Id).Count() - 1, Metadata(open, run));

    public static ExecutionAnswer Answer(OpenVerloop open, ActivityRun run)
    {
        var (s, incident) = (Summary(open, run), open.Verloop.Incidents.LastOrDefault(i => i.Execution == run.Id));
        var sentence = incident is null ? null : InstanceWriter.Sentence(open, incident);
        return new ExecutionAnswer(
            s.Id, s.WorkflowInstanceId, s.ActivityId, s.ActivityNodeId, s.ActivityType, s.ActivityTypeVersion, s.ActivityName, s.StartedAt, s.HasBookmarks, s.Status,
            s.AggregateFaultCount, s.CompletedAt, s.SchedulingActivityExecutionId, s.SchedulingActivityId, s.SchedulingWorkflowInstanceId, s.CallStackDepth, s.Metadata,
            Inputs(open, run), Outcomes(run.Outcomes), open.WaardenVan(run.Output, "Result"), [],
            run.Status == RunStatus.Faulted && incident is not null ? new ExceptionShape(incident.Code, sentence!, null, []) : null);
    }

    /// <summary>What the step worked with; of the instance itself, its input.</summary>
    static JsonObject Inputs(OpenVerloop open, ActivityRun run) => open.WaardenVan(run.Id == ExecutionId.None ? open.Verloop.State.Input : run.Inputs, "Input");

    public static JsonObject Outcomes(IReadOnlyCollection<string> outcomes) =>
        outcomes.Count == 0 ? [] : new JsonObject { ["Outcomes"] = new JsonArray([.. outcomes.Select(o => (JsonNode)o)]) };

    public static string ActivityIdOf(ActivityRun run) => run.Id == ExecutionId.None ? OpenVerloop.WorkflowNode : run.ActivityId.Text;

    /// <summary>The open task, so that whoever looks at a step can go and do it.</summary>
    static JsonObject Metadata(OpenVerloop open, ActivityRun run) => open.Verloop.WaitsOf(run.Id).OfType<TaskWait>().FirstOrDefault() is not { Task: var task }
        ? [] : new JsonObject { ["taskId"] = Taakids.Van(open.Stroom, task.Id), ["task"] = open.Woorden(task.Title) };

    /// <summary>Its own faults, and those of what is inside it.</summary>
    static int Faults(OpenVerloop open, ActivityRun run) =>
        open.Verloop.Activities.Values.Where(a => a.Faults > 0 && open.Verloop.Around(a.Id).Any(r => r.Id == run.Id)).Sum(a => a.Faults);

    /// <summary>What it was started by, as far as it is kept: the run around it, and for a whole flow the step of the flow that started it.</summary>
    static string? Above(OpenVerloop open, ActivityRun run) =>
        run.Id != ExecutionId.None ? Verloopids.VanUitvoering(open.Stroom, run.Instance, run.Parent)
        : open.Verloop.State.Parent is { } parent ? Verloopids.VanUitvoering(open.Stroom, parent.Instance, parent.Execution) : null;

    /// <summary>The run and everything above it, also across flows, innermost first.</summary>
    public static IEnumerable<ExecutionAnswer> CallStack(OpenVerloop open, ActivityRun run, bool acrossFlows)
    {
        foreach (var around in open.Verloop.Around(run.Id))
            yield return Answer(open, around);
        if (!acrossFlows || open.Verloop.State.Parent is not { } parent || !open.Alle.TryGetValue(parent.Instance, out var above) || !above.Activities.TryGetValue(parent.Execution, out var caller))
            yield break;
        // Another procedure of the same household may be out of this actor's sight.
        var sight = above.State.Dossier == open.Verloop.State.Dossier ? open.Zicht : Verloopzicht.Steps;
        foreach (var further in CallStack(open with { Verloop = above, Zicht = sight }, caller, true))
            yield return further;
    }

    /// <summary>The badges of the canvas, for the nodes that are asked; for all when none is.</summary>
    public static ReportAnswer Report(OpenVerloop open, IReadOnlyCollection<string> nodes)
    {
        var counts = open.Verloop.Counts().GroupBy(c => NodeIdOf(open, c)).Where(g => nodes.Count == 0 || nodes.Contains(g.Key));
        return new ReportAnswer([.. counts.Select(g => new StatsShape(
            g.First().ActivityId.Text, g.Key, g.Sum(c => c.Started), g.Sum(c => c.Completed), g.Sum(c => c.Open), g.Any(c => c.IsBlocked), g.Any(c => c.IsFaulted), []))]);
    }

    static string NodeIdOf(OpenVerloop open, RunCount count) =>
        open.Tekeningen.GetValueOrDefault(count.Definition)?.Nodes.GetValueOrDefault(count.ActivityId)?.NodeId ?? count.ActivityId.Text;
}
