using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// Commands about instances: starting, stopping and moving them, and what reaches them from outside.
public sealed partial class Decider
{
    static ImmutableArray<Refusal> Start(Burst burst, Case c, StartInstance command, Given given)
    {
        var key = command.Version is { } version ? Given.DefinitionKey(new DefinitionVersion(command.DefinitionId, version)) : Given.PublishedKey(command.DefinitionId);
        if (given.Find<CompiledDefinition>(key) is not { } definition || (Streams.IsTrialDefinition(command.DefinitionId) && !Streams.IsTrial(c.Stream)))
            return Refused(RefusalCode.DefinitionNotFound, command.DefinitionId);
        if (command.StartActivity is { } start && !definition.Definition.Nodes.ContainsKey(start))
            return Refused(RefusalCode.ActivityNotInDefinition, start, definition.Key.ToString());
        var claim = ClaimFor(c.Stream, definition, command.Correlation);
        if (claim is not null && c.Instances.Values.Any(i => i.Claim == claim))
            return Refused(RefusalCode.AlreadyRunning, claim);
        if (command.Purpose is { } purpose && c.Instances.Values.Any(i => Serves(i, definition.Key.DefinitionId, command.Dossier, purpose)))
            return [purpose.Runs];
        burst.Begin(definition, command.Input, command.Dossier, command.RuleSet, null, command.Correlation, claim, command.StartActivity);
        return [];
    }

    /// <summary>A trial's key holds within that trial alone: it never keeps a real flow from starting, nor the other way round.</summary>
    static string? ClaimFor(string stream, CompiledDefinition definition, string? correlation) =>
        ClaimFor(definition, correlation) is { } claim ? Streams.IsTrial(stream) ? $"{stream}:{claim}" : claim : null;

    static bool Serves(Instance instance, string definitionId, string? dossier, Purpose purpose) =>
        instance.Definition.DefinitionId == definitionId && (!purpose.SameDossier || instance.Dossier == dossier)
        && !instance.Input.IsErased && instance.Input.Value is JsonObject input && purpose.Input.All(field => JsonNode.DeepEquals(field.Value, input[field.Key]));

    /// <summary>The key that may be held once over all streams, as the definition's activation strategy has it.</summary>
    static string? ClaimFor(CompiledDefinition definition, string? correlation) => definition.Definition.Options.Activation switch
    {
        ActivationStrategy.Singleton => $"single:{definition.Key.DefinitionId}",
        ActivationStrategy.CorrelatedSingleton when correlation is not null => $"correlated:{definition.Key.DefinitionId}:{correlation}",
        ActivationStrategy.Correlation when correlation is not null => $"correlation:{correlation}",
        _ => null,
    };

    ImmutableArray<Refusal> Pass(Burst burst, Case c, PassDeadline command, Given given, DateTimeOffset now)
    {
        if (c.FindDeadline(command.Deadline) is not { } deadline)
            return Refused(RefusalCode.DeadlineGone, command.Deadline.ToString(CultureInfo.InvariantCulture));
        if (deadline.DueAt != command.Due)
            return Refused(RefusalCode.DeadlineMoved, deadline.DueAt.ToString("O", CultureInfo.InvariantCulture));
        if (now < deadline.DueAt)
            return Refused(RefusalCode.DeadlineNotYet, deadline.DueAt.ToString("O", CultureInfo.InvariantCulture));
        var late = now - deadline.DueAt > limits.LateAfter;
        burst.Raise(new DeadlinePassed(deadline.Id, deadline.DueAt, late));
        switch (deadline)
        {
            case { For: DeadlineFor.Trigger }:
                FireTrigger(burst, deadline, given, now, late);
                break;
            case { Instance: { } instance, Execution: { } execution }:
                burst.Resume(instance, execution, new DeadlineDue(deadline.Key, deadline.DueAt, late));
                break;
            default:
                return burst.Follow(domain.Passed(c.Domain, new Term(deadline.Key, deadline.Dossier, deadline.LastDay, deadline.DueAt, deadline.Explanation), now));
        }
        return [];
    }

    static ImmutableArray<Refusal> Receive(Burst burst, ReceiveEvent command)
    {
        burst.Raise(new EventReceived(command.Name, command.Correlation, Content.Of(null, ContentKind.Payload, command.Payload), command.Message));
        return burst.Publish(command.Name, command.Correlation, command.Payload) ? [] : Refused(RefusalCode.EventNotAwaited, command.Name);
    }

    static ImmutableArray<Refusal> Receive(Burst burst, Case c, ReceiveReply command)
    {
        if (!c.Messages.TryGetValue(command.Message, out var message))
            return Refused(RefusalCode.MessageNotPending, command.Message.ToString(CultureInfo.InvariantCulture));
        var waits = message.Instance is { } waiting && c.Instances.TryGetValue(waiting, out var instance) && instance.Waits.ContainsKey(message.Id);
        burst.Raise(new ReplyReceived(command.Message, command.Outcome, command.Status, command.Body is null ? null : Content.Of(null, ContentKind.Payload, command.Body)));
        if (waits)
            burst.Resume(message.Instance!.Value, message.Execution!.Value, new ReplyCame(command.Outcome, command.Status, command.Body));
        return [];
    }

    ImmutableArray<Refusal> Resolve(Burst burst, Case c, ResolveIncident command)
    {
        if (c.FindIncident(command.Incident) is not { } incident)
            return Refused(RefusalCode.IncidentNotOpen, command.Incident.ToString(CultureInfo.InvariantCulture));
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refused(RefusalCode.ReasonMissing);
        if (command.How != Resolution.Skip && incident.Pending.Stimulus is { IsErased: true })
            return Refused(RefusalCode.ContentErased);
        var outcome = command.Outcome ?? ActivityTypes.DefaultPort;
        if (command.How == Resolution.Skip && PortsAfter(burst, incident) is { } ports && !ports.Contains(outcome))
            return Refused(RefusalCode.OutcomeUnknown, outcome, string.Join(", ", ports));
        var instance = c.Instances[incident.Instance];
        burst.Raise(new IncidentResolved(
            incident.Id, command.How, command.Values is null ? null : Content.Of(instance.Dossier, ContentKind.Variable, command.Values), command.Outcome,
            Content.Of(instance.Dossier, ContentKind.Note, command.Reason)));
        if (command.How == Resolution.Repair && burst.Repair(incident, command.Values ?? []) is { IsEmpty: false } refused)
            return refused;
        if (command.How == Resolution.Skip)
            burst.Skip(incident, outcome);
        else if (incident.Pending.Kind == PendingKind.Start)
            burst.Restart(incident.Instance, incident.Execution);
        else if (incident.Pending.Kind == PendingKind.Resume)
            burst.Resume(incident.Instance, incident.Execution, Stimulus.From(incident.Pending.Stimulus!));
        return [];
    }

    /// <summary>Where a skipped step may go on; null when the drawing does not tell.</summary>
    ImmutableArray<string>? PortsAfter(Burst burst, Incident incident)
    {
        var node = burst.ContextOf(incident.Instance, incident.Execution).Node;
        return Catalogue.HasOpenPorts(node) ? null : [.. Catalogue.PortsOf(node).Select(p => p.Name)];
    }

    static ImmutableArray<Refusal> Cancel(Burst burst, Case c, CancelInstance command)
    {
        if (!c.Instances.ContainsKey(command.Instance))
            return Refused(RefusalCode.InstanceNotOpen, command.Instance.ToString(CultureInfo.InvariantCulture));
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refused(RefusalCode.ReasonMissing);
        burst.Stop(command.Instance, command.Reason);
        return [];
    }
}
