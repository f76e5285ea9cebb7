using System.Text.Json.Nodes;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Runs;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Runs of activities in Studio's words.</summary>
static class ExecutionWriter
{
    public static ExecutionSummary Summary(OpenRun open, ActivityRun run) => new(
        open.IdOf(run), open.Id, ActivityIdOf(run), open.NodeIdOf(run), open.TypeOf(run), open.NodeOf(run)?.Version ?? 1, open.NameOf(run), run.StartedAt,
        open.Run.WaitsOf(run.Id).Any(), run.Status.ToString(), Faults(open, run), run.EndedAt, Above(open, run), null, run.Id == 0 ? open.ParentId : null,
        open.Run.Around(run.Id).Count() - 1, Metadata(open, run));

    public static ExecutionAnswer Answer(OpenRun open, ActivityRun run)
    {
        var (s, incident) = (Summary(open, run), open.Run.Incidents.LastOrDefault(i => i.Execution == run.Id));
        var sentence = incident is null ? null : InstanceWriter.Sentence(open, incident);
        return new ExecutionAnswer(
            s.Id, s.WorkflowInstanceId, s.ActivityId, s.ActivityNodeId, s.ActivityType, s.ActivityTypeVersion, s.ActivityName, s.StartedAt, s.HasBookmarks, s.Status,
            s.AggregateFaultCount, s.CompletedAt, s.SchedulingActivityExecutionId, s.SchedulingActivityId, s.SchedulingWorkflowInstanceId, s.CallStackDepth, s.Metadata,
            Inputs(open, run), Outcomes(run.Outcomes), open.ValuesOf(run.Output, "Result"), [],
            run.Status == RunStatus.Faulted && incident is not null ? new ExceptionShape(incident.Code, sentence!, null, []) : null);
    }

    /// <summary>What the step worked with; of the instance itself, its input.</summary>
    static JsonObject Inputs(OpenRun open, ActivityRun run) => open.ValuesOf(run.Id == 0 ? open.Run.State.Input : run.Inputs, "Input");

    public static JsonObject Outcomes(IReadOnlyCollection<string> outcomes) =>
        outcomes.Count == 0 ? [] : new JsonObject { ["Outcomes"] = new JsonArray([.. outcomes.Select(o => (JsonNode)o)]) };

    public static string ActivityIdOf(ActivityRun run) => run.Id == 0 ? OpenRun.WorkflowNode : run.ActivityId;

    /// <summary>The open task, so that whoever looks at a step can go and do it.</summary>
    static JsonObject Metadata(OpenRun open, ActivityRun run) => open.Run.WaitsOf(run.Id).OfType<TaskWait>().FirstOrDefault() is not { Task: var task }
        ? [] : new JsonObject { ["taskId"] = TaskIds.Of(open.Stream, task.Id), ["task"] = task.Title };

    /// <summary>Its own faults, and those of what is inside it.</summary>
    static int Faults(OpenRun open, ActivityRun run) =>
        open.Run.Activities.Values.Where(a => a.Faults > 0 && open.Run.Around(a.Id).Any(r => r.Id == run.Id)).Sum(a => a.Faults);

    /// <summary>What it was started by, as far as it is kept: the run around it, and for a whole flow the step of the flow that started it.</summary>
    static string? Above(OpenRun open, ActivityRun run) =>
        run.Id != 0 ? RunIds.OfExecution(open.Stream, run.Instance, run.Parent)
        : open.Run.State.Parent is { } parent ? RunIds.OfExecution(open.Stream, parent.Instance, parent.Execution) : null;

    /// <summary>The run and everything above it, also across flows, innermost first.</summary>
    public static IEnumerable<ExecutionAnswer> CallStack(OpenRun open, ActivityRun run, bool acrossFlows)
    {
        foreach (var around in open.Run.Around(run.Id))
            yield return Answer(open, around);
        if (!acrossFlows || open.Run.State.Parent is not { } parent || !open.All.TryGetValue(parent.Instance, out var above) || !above.Activities.TryGetValue(parent.Execution, out var caller))
            yield break;
        // Another procedure of the same household may be out of this actor's sight.
        var sight = above.State.Dossier == open.Run.State.Dossier ? open.Sight : RunSight.Steps;
        foreach (var further in CallStack(open with { Run = above, Sight = sight }, caller, true))
            yield return further;
    }

    /// <summary>The badges of the canvas, for the nodes that are asked; for all when none is.</summary>
    public static ReportAnswer Report(OpenRun open, IReadOnlyCollection<string> nodes)
    {
        var counts = open.Run.Counts().GroupBy(c => NodeIdOf(open, c)).Where(g => nodes.Count == 0 || nodes.Contains(g.Key));
        return new ReportAnswer([.. counts.Select(g => new StatsShape(
            g.First().ActivityId, g.Key, g.Sum(c => c.Started), g.Sum(c => c.Completed), g.Sum(c => c.Open), g.Any(c => c.IsBlocked), g.Any(c => c.IsFaulted), []))]);
    }

    static string NodeIdOf(OpenRun open, RunCount count) =>
        open.Drawings.GetValueOrDefault(count.Definition)?.Nodes.GetValueOrDefault(count.ActivityId)?.NodeId ?? count.ActivityId;
}
