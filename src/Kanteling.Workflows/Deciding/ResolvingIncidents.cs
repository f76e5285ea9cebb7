using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>A person says how a step that failed goes on: once more, once more with other values, or past it.</summary>
sealed class ResolvingIncidents(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Resolve(ResolveIncident command)
    {
        if (at.Case.FindIncident(command.Incident) is not { } incident)
            return [Refusal.Of(RefusalCode.IncidentNotOpen, command.Incident.ToString(CultureInfo.InvariantCulture))];
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        if (command.How != Resolution.Skip && incident.Pending.Stimulus is { IsErased: true })
            return [Refusal.Of(RefusalCode.ContentErased)];
        var outcome = command.Outcome ?? ActivityTypes.DefaultPort;
        if (command.How == Resolution.Skip && PortsAfter(incident) is { } ports && !ports.Contains(outcome))
            return [Refusal.Of(RefusalCode.OutcomeUnknown, outcome, string.Join(", ", ports))];
        var dossier = at.Case.Instances[incident.Instance].Dossier;
        burst.Raise(new IncidentResolved(
            incident.Id, command.How, command.Values is null ? null : Content.Of(dossier, ContentKind.Variable, command.Values), command.Outcome,
            Content.Of(dossier, ContentKind.Note, command.Reason)));
        if (command.How == Resolution.Repair && Repair(incident, command.Values ?? []) is { IsEmpty: false } refused)
            return refused;
        GoOn(incident, command.How, outcome);
        return [];
    }

    void GoOn(Incident incident, Resolution how, string outcome)
    {
        if (how == Resolution.Skip)
            burst.Endings.Complete(incident.Instance, incident.Execution, [outcome]);
        else if (incident.Pending.Kind == PendingKind.Start)
            burst.Restart(incident.Instance, incident.Execution);
        else if (incident.Pending.Kind == PendingKind.Resume)
            burst.Resume(incident.Instance, incident.Execution, Stimulus.From(incident.Pending.Stimulus!));
    }

    /// <summary>Sets the variables a repair names.</summary>
    ImmutableArray<Refusal> Repair(Incident incident, JsonObject values)
    {
        var context = burst.ContextOf(incident.Instance, incident.Execution);
        var unknown = values.Select(v => v.Key).Where(name => VariableAddress.Find(context.Definition, context.Instance, incident.Execution, name) is null).ToList();
        if (unknown.Count > 0)
            return [Refusal.Of(RefusalCode.VariableUnknown, context.Definition.Node(incident.ActivityId).DisplayText, string.Join(", ", unknown))];
        foreach (var (name, value) in values)
            burst.Values.Set(incident.Instance, incident.Execution, name, value?.DeepClone());
        return [];
    }

    /// <summary>Where a skipped step may go on; null when the drawing does not tell.</summary>
    ImmutableArray<string>? PortsAfter(Incident incident)
    {
        var node = burst.ContextOf(incident.Instance, incident.Execution).Node;
        return burst.Parts.Catalogue.HasOpenPorts(node) ? null : [.. burst.Parts.Catalogue.PortsOf(node).Select(p => p.Name)];
    }
}
