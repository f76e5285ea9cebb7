using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>What a scenario has to remember of what happened: completed steps and tasks by activity, and where flows ended.</summary>
sealed class Scenariospoor
{
    readonly Dictionary<InstanceId, DefinitionVersion> flows = [];
    readonly Dictionary<TaskId, (ActivityId Activity, DefinitionId Flow)> taken = [];
    readonly List<(ActivityId Activity, DefinitionId Flow, TaskId Task)> voltooid = [];
    readonly Dictionary<InstanceId, ActivityId> laatste = [];
    readonly Dictionary<ExecutionId, (ActivityId Activity, ExecutionId Execution)> wachters = [];

    /// <summary>Ids of the activities that were completed, by a person or by themselves.</summary>
    public HashSet<ActivityId> Gebeurd { get; } = [];

    /// <summary>Names by which the last end of a flow may be called.</summary>
    public Dictionary<DefinitionId, IReadOnlyList<string>> Einden { get; } = [];

    public TaskId? Voltooid(ActivityId activity, DefinitionId? flow) =>
        voltooid.FindLast(v => v.Activity == activity && (flow is null || v.Flow == flow)) is { Task.Number: > 0 } gevonden ? gevonden.Task : null;

    /// <summary>The activity of the task that a deadline belongs to; null for a term of the household.</summary>
    public ActivityId? Taak(Deadline termijn) => termijn.Execution is { } execution && wachters.TryGetValue(execution, out var wachter) ? wachter.Activity : null;

    public void Neem(IEnumerable<WorkflowEvent> events, Func<DefinitionVersion, WorkflowDefinition> definitie)
    {
        foreach (var e in events)
        {
            switch (e)
            {
                case InstanceStarted x: flows[x.Instance] = x.Definition; break;
                case ActivityStarted x: wachters[x.Execution] = (x.Activity, x.Execution); break;
                case TaskOpened x: taken[x.Task.Id] = (x.Task.ActivityId, flows[x.Task.Instance].DefinitionId); break;
                case TaskCompleted x: voltooid.Add((taken[x.Task].Activity, taken[x.Task].Flow, x.Task)); break;
                case ActivityCompleted x: Voltooi(x, definitie); break;
                case InstanceFinished x: Eindig(x, definitie); break;
            }
        }
    }

    void Voltooi(ActivityCompleted x, Func<DefinitionVersion, WorkflowDefinition> definitie)
    {
        if (definitie(flows[x.Instance]).Root.Id == x.Activity)
            return;
        Gebeurd.Add(x.Activity);
        laatste[x.Instance] = x.Activity;
    }

    void Eindig(InstanceFinished x, Func<DefinitionVersion, WorkflowDefinition> definitie)
    {
        var definition = definitie(flows[x.Instance]);
        List<string> namen = [.. x.Outcomes.Where(o => o != ActivityTypes.DefaultPort)];
        if (laatste.TryGetValue(x.Instance, out var id) && definition.Nodes.TryGetValue(id, out var node))
            namen.AddRange([id.Text, node.DisplayText, node.Inputs.GetValueOrDefault("resultaat")?.Text ?? id.Text]);
        Einden[definition.DefinitionId] = x.Status == InstanceStatus.Finished ? namen : [x.Status.ToString()];
    }
}

static class Rijenlezer
{
    /// <summary>Every pending deadline, of the household and of open steps.</summary>
    public static IEnumerable<Deadline> Termijnen(this Case zaak) =>
        zaak.Terms.Values.Concat(zaak.Instances.Values.SelectMany(i => i.Waits.Values.OfType<DeadlineWait>().Select(w => w.Deadline)));
}
