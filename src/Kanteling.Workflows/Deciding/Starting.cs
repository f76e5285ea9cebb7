using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
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
        var claim = ClaimFor(definition, command.Correlation);
        if (claim is not null && at.Case.Instances.Values.Any(i => i.Claim?.AsString() == claim))
            return [Refusal.Of(RefusalCode.AlreadyRunning, claim)];
        if (command.Purpose is { } purpose && at.Case.Instances.Values.Any(i => Serves(i, command, purpose)))
            return [purpose.Runs];
        if (burst.Parts.Domain.Unknown(command.Input, at.Given, at.Now) is { Count: > 0 } unknown)
            return [.. unknown];
        burst.Beginning.Begin(new NewInstance(definition, command.Input, command.Dossier, command.RuleSet, command.Correlation) { Claim = claim, StartActivity = command.StartActivity });
        return [];
    }

    /// <summary>A trial's key holds within that trial alone: it never keeps a real flow from starting, nor the other way round.</summary>
    string? ClaimFor(CompiledDefinition definition, string? correlation) =>
        KeyFor(definition, correlation) is { } claim ? Streams.IsTrial(at.Case.Stream) ? $"{at.Case.Stream}:{claim}" : claim : null;

    /// <summary>The key that may be held once over all streams, as the definition's activation strategy has it.</summary>
    static string? KeyFor(CompiledDefinition definition, string? correlation) => definition.Definition.Options.Activation switch
    {
        ActivationStrategy.Singleton => $"single:{definition.Key.DefinitionId}",
        ActivationStrategy.CorrelatedSingleton when correlation is not null => $"correlated:{definition.Key.DefinitionId}:{correlation}",
        ActivationStrategy.Correlation when correlation is not null => $"correlation:{correlation}",
        _ => null,
    };

    static bool Serves(Instance instance, StartInstance command, Purpose purpose) =>
        instance.Definition.DefinitionId == command.DefinitionId && (!purpose.SameDossier || instance.Dossier == command.Dossier)
        && !instance.Input.IsErased && instance.Input.Value is JsonObject input && purpose.Input.All(field => JsonNode.DeepEquals(field.Value, input[field.Key]));
}
