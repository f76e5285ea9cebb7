using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>Starting an instance of a published definition.</summary>
sealed class Starting(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Start(StartInstance command)
    {
        var key = command.Version is { } version ? Given.DefinitionKey(new DefinitionVersion(command.DefinitionId, version)) : Given.PublishedKey(command.DefinitionId);
        if (at.Given.Find<CompiledDefinition>(key) is not { } definition || (Streams.IsTrialDefinition(command.DefinitionId) && !Streams.IsTrial(at.Case.Stream)))
            return [Refusal.Of(RefusalCode.DefinitionNotFound, command.DefinitionId.Text)];
        if (command.StartActivity is { } start && !definition.Definition.Nodes.ContainsKey(start))
            return [Refusal.Of(RefusalCode.ActivityNotInDefinition, start.Text, definition.Key.ToString())];
        if (Asked(ref command, definition, out var offer) is { IsEmpty: false } refusals)
            return refusals;
        var claim = ClaimFor(definition, command);
        if (claim is not null && at.Case.Instances.Values.Any(i => i.Claim?.AsString() == claim))
            return [Refusal.Of(RefusalCode.AlreadyRunning, claim)];
        if (burst.Parts.Domain.Unknown(command.Input, at.Given, at.Now) is { Count: > 0 } unknown)
            return [.. unknown];
        burst.Beginning.Begin(new NewInstance(definition, command.Input, command.Dossier, command.RuleSet, command.Correlation) { Claim = claim, StartActivity = command.StartActivity, Offer = offer });
        return [];
    }

    /// <summary>What the domain makes of the start: with the input it gets, or the reasons why it cannot be.</summary>
    ImmutableArray<Refusal> Asked(ref StartInstance command, CompiledDefinition definition, out TakenOffer? offer)
    {
        offer = null;
        if (Streams.IsTrial(at.Case.Stream) || (!at.Asking.IsPerson && command.Offer is null))
            return [];
        var offering = command.Offer is { } taken ? at.Given.Find<CompiledDefinition>(Given.PublishedKey(taken.Definition)) : null;
        if (command.Offer is not null && offering is null)
            return [Refusal.Of(RefusalCode.DefinitionNotFound, command.Offer.Definition.Text)];
        offer = offering is null ? null : new TakenOffer(offering.Key, command.Offer!.Id);
        var answer = burst.Parts.Domain.Starts(
            new NewStart(at.Case.Domain, command, FlowStart.FirstStep(definition.Definition.Root, command.StartActivity), offering, [.. at.Case.Instances.Values]) { At = at.Now }, at.Given);
        command = answer.Command;
        return answer.Refusals;
    }

    /// <summary>A trial's key holds within that trial alone: it never keeps a real flow from starting, nor the other way round.</summary>
    string? ClaimFor(CompiledDefinition definition, StartInstance command) =>
        (KeyFor(definition, command.Correlation) ?? command.Claim) is { } claim ? Streams.IsTrial(at.Case.Stream) ? $"{at.Case.Stream}:{claim}" : claim : null;

    /// <summary>The key that may be held once over all streams, as the definition's activation strategy has it.</summary>
    static string? KeyFor(CompiledDefinition definition, string? correlation) => definition.Definition.Options.Activation switch
    {
        ActivationStrategy.Singleton => $"single:{definition.Key.DefinitionId}",
        ActivationStrategy.CorrelatedSingleton when correlation is not null => $"correlated:{definition.Key.DefinitionId}:{correlation}",
        ActivationStrategy.Correlation when correlation is not null => $"correlation:{correlation}",
        _ => null,
    };
}
