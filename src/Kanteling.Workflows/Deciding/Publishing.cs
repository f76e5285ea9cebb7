using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>A definition is a stream too: its publishing is an event, as its <see cref="Retracting"/> is, and its triggers are its deadlines.</summary>
sealed class Publishing(Burst burst, Situation at)
{
    /// <summary>A published version is immutable: publishing the same number again is refused, and so is a number below one that exists.</summary>
    public ImmutableArray<Refusal> Publish(PublishDefinition command)
    {
        var reading = DefinitionJson.Read(command.Document);
        if (reading.Definition is not { } definition)
            return RefusalsFor(reading.Findings);
        if (WhyNot(definition, command) is { } refusal)
            return [refusal];
        // Before what it names is looked up: a flow that is retracted meanwhile is then found out at the commit.
        if (!command.IsTrial)
            at.Given.Find<FlowMark>(Given.FlowMarkKey);
        if (RefusalsFor(Findings(burst.Parts, definition, at.Given)) is { IsEmpty: false } refusals)
            return refusals;
        var deviation = string.IsNullOrWhiteSpace(command.Deviation) ? null : command.Deviation.Trim();
        if (command.DrawnBy == at.Asking.Actor && deviation is null)
            return [Refusal.Of(RefusalCode.DefinitionOwnApproval, definition.Key.ToString())];
        burst.Raise(new DefinitionPublished(definition.Key, CompiledDefinition.HashOf(command.Document), new Content(null, ContentKind.Document, command.Document), burst.Parts.Domain.Pins(definition, at.Given).Pins, command.DrawnBy,
            deviation is null ? null : Content.Of(null, ContentKind.Note, deviation)) { IsTrial = command.IsTrial, BroughtIn = command.BroughtIn });
        if (!command.IsTrial)
            MakeCurrent(definition, command);
        return [];
    }

    /// <summary>Everything that stands between this drawing and publishing it, except for the flows within it, which must be loaded.</summary>
    public static IReadOnlyList<Finding> Findings(EngineParts parts, WorkflowDefinition definition) =>
        [.. DefinitionCheck.Run(definition, parts.Catalogue), .. SchemaCheck.Run(definition, parts.Catalogue, parts.Domain.ContextSchema)];

    /// <summary>The same, with the flows within it and the documents that its steps use.</summary>
    public static IReadOnlyList<Finding> Findings(EngineParts parts, WorkflowDefinition definition, Given given) =>
        [.. Findings(parts, definition), .. NestedFlows.Check(definition, given, parts.Limits.NestedFlows), .. parts.Domain.Pins(definition, given).Missing, .. parts.Domain.Dangling(definition, given)];

    Refusal? WhyNot(WorkflowDefinition definition, PublishDefinition command)
    {
        if (at.Case.Stream != Streams.OfDefinition(definition.DefinitionId))
            return Refusal.Of(RefusalCode.DefinitionInWrongStream, definition.DefinitionId.Text);
        if (command.IsTrial != Streams.IsTrialDefinition(definition.DefinitionId))
            return Refusal.Of(RefusalCode.DefinitionNameOfTrial, definition.DefinitionId.Text);
        if (at.Case.Published.ContainsKey(definition.Version))
            return Refusal.Of(RefusalCode.DefinitionVersionPublished, definition.Key.ToString());
        if (at.Case.Published.Keys.LastOrDefault() is var last && definition.Version < last)
            return Refusal.Of(RefusalCode.DefinitionVersionNotNewer, definition.Key.ToString(), last.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    void MakeCurrent(WorkflowDefinition definition, PublishDefinition command)
    {
        if (command.DrawnBy is not null && command.DrawnBy != at.Asking.Actor)
            burst.Raise(new DefinitionApproved(definition.Key, at.Asking.Actor));
        var triggers = new Triggering(burst, at);
        triggers.CancelAll(StoredReason.DefinitionReplaced);
        triggers.SetAll(definition);
    }

    static ImmutableArray<Refusal> RefusalsFor(IEnumerable<Finding> findings) =>
        [.. findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => new Refusal(f.Code, [.. f.Arguments], f.ActivityId?.Text))];
}
