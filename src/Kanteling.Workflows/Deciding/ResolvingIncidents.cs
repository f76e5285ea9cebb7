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

/// <summary>
/// A person says how a step that failed goes on: once more, once more with other values, or past it. What the stream itself was
/// about to do has no values and no ports: it is done again as things are now, or passed over.
/// </summary>
sealed class ResolvingIncidents(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Resolve(ResolveIncident command)
    {
        if (at.Case.FindIncident(command.Incident) is not { } incident)
            return [Refusal.Of(RefusalCode.IncidentNotOpen, command.Incident.ToString())];
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        if (command.How != Resolution.Skip && incident.Pending.Stimulus is { IsErased: true })
            return [Refusal.Of(RefusalCode.ContentErased)];
        return incident is { Instance: { } instance, Execution: { } execution } ? ResolveStep(command, incident, (instance, execution)) : ResolveStream(command, incident);
    }

    ImmutableArray<Refusal> ResolveStep(ResolveIncident command, Incident incident, (InstanceId Instance, ExecutionId Execution) step)
    {
        var outcome = command.Outcome ?? ActivityTypes.DefaultPort;
        if (PortsAfter(step, command.How) is var ports && !ports.Contains(outcome))
            return [Refusal.Of(RefusalCode.OutcomeUnknown, outcome, string.Join(", ", ports))];
        Raise(command, at.Case.Instances[step.Instance].Dossier);
        if (command.How == Resolution.Repair && Repair(step, command.Values ?? []) is { IsEmpty: false } refused)
            return refused;
        GoOn(incident.Pending, step, command.How, outcome);
        return [];
    }

    ImmutableArray<Refusal> ResolveStream(ResolveIncident command, Incident incident)
    {
        var name = incident.Pending.Term?.Key ?? "";
        if (command.Values is { Count: > 0 } values)
            return [Refusal.Of(RefusalCode.VariableUnknown, name, string.Join(", ", values.Select(v => v.Key)))];
        if (command.Outcome is { } outcome)
            return [Refusal.Of(RefusalCode.OutcomeUnknown, outcome, ActivityTypes.DefaultPort)];
        Raise(command, incident.Pending.Term?.Dossier);
        return command.How == Resolution.Skip ? [] : new Following(burst, at).Again(incident.Pending);
    }

    void Raise(ResolveIncident command, DossierId? dossier) => burst.Raise(new IncidentResolved(
        command.Incident, command.How, command.Values is null ? null : Content.Of(dossier, ContentKind.Variable, command.Values), command.Outcome,
        Content.Of(dossier, ContentKind.Note, command.Reason)));

    void GoOn(PendingWork pending, (InstanceId Instance, ExecutionId Execution) step, Resolution how, string outcome)
    {
        if (how == Resolution.Skip)
            burst.Endings.Complete(step.Instance, step.Execution, [outcome]);
        else if (pending.Kind == PendingKind.Start)
            burst.Restart(step.Instance, step.Execution);
        else if (pending.Kind == PendingKind.Resume)
            burst.Resume(step.Instance, step.Execution, Stimulus.From(pending.Stimulus!));
    }

    /// <summary>Sets the variables a repair names.</summary>
    ImmutableArray<Refusal> Repair((InstanceId Instance, ExecutionId Execution) step, JsonObject values)
    {
        var context = burst.ContextOf(step.Instance, step.Execution);
        var unknown = values.Select(v => v.Key).Where(name => VariableAddress.Find(context.Definition, context.Instance, step.Execution, name) is null).ToList();
        if (unknown.Count > 0)
            return [Refusal.Of(RefusalCode.VariableUnknown, context.Node.DisplayText, string.Join(", ", unknown))];
        foreach (var (name, value) in values)
            burst.Values.Set(step.Instance, step.Execution, name, value?.DeepClone());
        return [];
    }

    /// <summary>
    /// Where the step may go on: a skipped one by a port of the drawing, one that is done again by what it does itself. The port is kept
    /// for ever, so where the drawing does not tell there is only the ordinary one.
    /// </summary>
    ImmutableArray<string> PortsAfter((InstanceId Instance, ExecutionId Execution) step, Resolution how)
    {
        var node = burst.ContextOf(step.Instance, step.Execution).Node;
        return how != Resolution.Skip || burst.Parts.Catalogue.HasOpenPorts(node)
            ? [ActivityTypes.DefaultPort] : [.. burst.Parts.Catalogue.PortsOf(node).Select(p => p.Name)];
    }
}
