using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>What happened, day by day, in Dutch lines.</summary>
sealed class Verloop(Func<DefinitionVersion, WorkflowDefinition> definitie)
{
    readonly Dictionary<InstanceId, DefinitionVersion> flows = [];
    readonly Dictionary<TaskId, WorkTask> taken = [];
    readonly Dictionary<DeadlineId, string> termijnen = [];
    DateOnly dag;

    public List<string> Regels { get; } = [];

    public void Schrijf(DateTimeOffset nu, string wie, string wat)
    {
        if (LocalTime.DayOf(nu) is var vandaag && vandaag != dag)
            Regels.Add(Schrijfwijze.Dag(dag = vandaag));
        Regels.Add($"  {TimeZoneInfo.ConvertTime(nu, LocalTime.Zone).ToString("HH:mm", CultureInfo.InvariantCulture)}  {wie}: {wat}");
    }

    public void Gevolgen(IEnumerable<WorkflowEvent> events)
    {
        foreach (var e in events)
        {
            if (Regel(e) is { } regel)
                Regels.Add("           " + regel);
        }
    }

    string? Regel(WorkflowEvent e)
    {
        switch (e)
        {
            case InstanceStarted x:
                flows[x.Instance] = x.Definition;
                return $"de flow {definitie(x.Definition).Name} begint";
            case TaskOpened x:
                taken[x.Task.Id] = x.Task;
                return $"nieuwe taak: {x.Task.Title} ({Voor(x.Task.Address)}){(x.Task.Due?.LastDay is { } laatste ? $", uiterlijk {Schrijfwijze.Dag(laatste)}" : "")}";
            case TaskWithdrawn x:
                return $"taak vervalt: {taken.GetValueOrDefault(x.Task)?.Title}";
            case TaskEscalated x:
                return $"taak is te laat: {taken.GetValueOrDefault(x.Task)?.Title} ({Voor(x.Address)})";
            case DeadlineSet { Deadline: { For: DeadlineFor.Term } x }:
                termijnen[x.Id] = x.Key;
                return $"termijn loopt: {x.Key}, {(x.LastDay is { } tot ? $"tot en met {Schrijfwijze.Dag(tot)}" : $"tot {Schrijfwijze.Dag(LocalTime.DayOf(x.DueAt))}")}";
            case DeadlineMoved x when termijnen.TryGetValue(x.Deadline, out var verschoven):
                return $"termijn verschuift: {verschoven}, nu tot en met {Schrijfwijze.Dag(x.LastDay ?? LocalTime.DayOf(x.DueAt))}";
            case DeadlineCancelled x when termijnen.TryGetValue(x.Deadline, out var gestopt):
                return $"termijn stopt: {gestopt}";
            case ActivityCompleted x when Vanzelf(x) is { } vanzelf:
                return $"vanzelf: {vanzelf}";
            case InstanceFinished x:
                return $"de flow {definitie(flows[x.Instance]).Name} eindigt{(x.Status == InstanceStatus.Finished ? "" : $" ({x.Status})")}";
            case InstanceRestored:
                return "de stap is weer open, met de antwoorden van toen";
            case IncidentRaised x:
                return $"INCIDENT {x.Code} ({string.Join(", ", x.Arguments.AsTexts())}) bij {x.Activity?.Text ?? x.Pending.Term?.Key}";
            case DomainEvent x:
                return $"vastgelegd: {x.Event.GetType().Name}";
            default:
                return null;
        }
    }

    /// <summary>A step that no person completed; a container says nothing by itself.</summary>
    string? Vanzelf(ActivityCompleted x)
    {
        var definition = definitie(flows[x.Instance]);
        return definition.Nodes.TryGetValue(x.Activity, out var node) && node != definition.Root && taken.Values.All(t => t.Instance != x.Instance || t.ActivityId != x.Activity) ? node.DisplayText : null;
    }

    static string Voor(TaskAddress adres) => (adres.Relation, adres.Role, adres.Team) switch
    {
        ({ } relatie, _, _) => $"voor de {relatie}",
        (_, { } rol, _) => $"voor een {rol}",
        (_, _, { } team) => $"voor {team}",
        _ => "voor iedereen",
    };
}
