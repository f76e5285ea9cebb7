using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// A definition is a stream too: its publishing and retracting are events, and its triggers are its deadlines.
public sealed partial class Decider
{
    /// <summary>What the checks at publish need to know of this program.</summary>
    public ActivityCatalogue Catalogue { get; } = new(kinds.Descriptors, text => Expressions.Feel.Parse(text).Errors is [var first, ..] ? SchemaCheck.ProblemOf(first) : null);

    /// <summary>Everything that stands between this drawing and publishing it, except for the flows within it, which must be loaded.</summary>
    public IReadOnlyList<Finding> Check(WorkflowDefinition definition) =>
        [.. DefinitionCheck.Run(definition, Catalogue), .. SchemaCheck.Run(definition, Catalogue, domain.ContextSchema)];

    /// <summary>The same, with the flows within it.</summary>
    internal IReadOnlyList<Finding> Check(WorkflowDefinition definition, Given given) => [.. Check(definition), .. NestedFlows.Check(definition, given, limits.NestedFlows)];

    /// <summary>A published version is immutable: publishing the same number again is refused, and so is a number below one that exists.</summary>
    ImmutableArray<Refusal> Publish(Burst burst, Case c, PublishDefinition command, Given given, Asking asking, DateTimeOffset now)
    {
        var reading = DefinitionJson.Read(command.Document);
        if (reading.Definition is not { } definition)
            return RefusalsFor(reading.Findings);
        if (c.Stream != Streams.OfDefinition(definition.DefinitionId))
            return Refused(RefusalCode.DefinitionInWrongStream, definition.DefinitionId);
        if (command.IsTrial != Streams.IsTrialDefinition(definition.DefinitionId))
            return Refused(RefusalCode.DefinitionNameOfTrial, definition.DefinitionId);
        if (c.Published.ContainsKey(definition.Version))
            return Refused(RefusalCode.DefinitionVersionPublished, definition.Key.ToString());
        if (c.Published.Keys.LastOrDefault() is var last && definition.Version < last)
            return Refused(RefusalCode.DefinitionVersionNotNewer, definition.Key.ToString(), last.ToString(CultureInfo.InvariantCulture));
        if (RefusalsFor(Check(definition, given)) is { IsEmpty: false } refusals)
            return refusals;
        var deviation = string.IsNullOrWhiteSpace(command.Deviation) ? null : command.Deviation.Trim();
        if (command.DrawnBy == asking.Actor && deviation is null)
            return Refused(RefusalCode.DefinitionOwnApproval, definition.Key.ToString());
        burst.Raise(new DefinitionPublished(definition.Key, CompiledDefinition.HashOf(command.Document), command.Document, command.DrawnBy, deviation) { IsTrial = command.IsTrial });
        if (command.IsTrial)
            return [];
        if (command.DrawnBy is not null && command.DrawnBy != asking.Actor)
            burst.Raise(new DefinitionApproved(definition.Key, asking.Actor));
        CancelTriggers(burst, c, "DEFINITION_REPLACED");
        foreach (var trigger in Triggers.Of(definition))
        {
            if (Triggers.Next(trigger, now, now) is { } due)
                burst.Raise(new DeadlineSet(TriggerDeadline(burst, trigger.Id, due)));
        }
        return [];
    }

    static ImmutableArray<Refusal> RefusalsFor(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => new Refusal(f.Code, [.. f.Arguments], f.ActivityId))];

    static void CancelTriggers(Burst burst, Case c, string why)
    {
        foreach (var trigger in c.Terms.Values.Where(d => d.For == DeadlineFor.Trigger))
            burst.Raise(new DeadlineCancelled(trigger.Id, why));
    }

    static Deadline TriggerDeadline(Burst burst, string activity, DateTimeOffset due) =>
        new(burst.NewId(), null, null, null, DeadlineFor.Trigger, activity, null, due.ToUniversalTime(), []);

    static ImmutableArray<Refusal> Retract(Burst burst, Case c, RetractDefinition command)
    {
        if (!c.Published.TryGetValue(command.Definition.Version, out var published) || published.IsRetracted)
            return Refused(RefusalCode.DefinitionNotFound, command.Definition.ToString());
        burst.Raise(new DefinitionRetracted(command.Definition));
        if (published.IsCurrent)
            CancelTriggers(burst, c, "DEFINITION_RETRACTED");
        return [];
    }

    /// <summary>
    /// A trigger starts an instance in a stream of its own, whose id is derived from trigger and due moment, so that
    /// twice is once. After a standstill it fires once, marked late, and its next time counts from now.
    /// </summary>
    static void FireTrigger(Burst burst, Deadline deadline, Given given, DateTimeOffset now, bool late)
    {
        var current = burst.State.Published.Values.First(p => p.IsCurrent);
        var definitionId = burst.State.Stream[Streams.DefinitionPrefix.Length..];
        var definition = given.Get<CompiledDefinition>(Given.DefinitionKey(new DefinitionVersion(definitionId, current.Version)));
        var next = Triggers.Next(definition.Node(deadline.Key), deadline.DueAt, now);
        burst.Raise(new TriggerFired(deadline.Key, deadline.DueAt, next, late));
        var body = new JsonObject
        {
            ["definitionId"] = definitionId,
            ["version"] = current.Version,
            ["startActivity"] = deadline.Key,
            ["input"] = new JsonObject { ["due"] = deadline.DueAt.ToString("O", CultureInfo.InvariantCulture), ["late"] = late },
        };
        burst.Raise(new MessageQueued(new Message(burst.NewId(), MessageKind.StartInstance, Streams.ForTrigger(definitionId, deadline.Key, deadline.DueAt), Content.Of(null, ContentKind.Payload, body), null, null, now)));
        if (next is { } due)
            burst.Raise(new DeadlineSet(TriggerDeadline(burst, deadline.Key, due)));
    }
}
