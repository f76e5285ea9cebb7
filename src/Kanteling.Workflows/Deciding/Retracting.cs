using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// Takes a definition out of use. The laws of this file: one person asks and says why, another does it; and what is needed stays,
/// which is decided on the very flows that are published at the commit (<see cref="FlowMark"/>), so that nothing that needs it is
/// published meanwhile.
/// </summary>
sealed class Retracting(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Ask(AskRetraction command)
    {
        if (!IsCurrent(command.Definition))
            return NotFound(command.Definition);
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        if (at.Case.Retraction is not null)
            return [Refusal.Of(RefusalCode.RetractionUnderWay, command.Definition.ToString())];
        if (WhyNeeded(command.Definition) is { } needed)
            return [needed];
        burst.Raise(new RetractionAsked(command.Definition, at.Asking.Actor, Content.Of(null, ContentKind.Note, command.Reason.Trim())));
        return [];
    }

    public ImmutableArray<Refusal> Retract(RetractDefinition command)
    {
        if (!IsCurrent(command.Definition))
            return NotFound(command.Definition);
        if (Asked(command.Definition) is not { } asked)
            return NotAsked(command.Definition);
        if (asked.By == at.Asking.Actor)
            return [Refusal.Of(RefusalCode.RetractionOwnApproval, command.Definition.ToString())];
        if (WhyNeeded(command.Definition) is { } needed)
            return [needed];
        burst.Raise(new DefinitionRetracted(command.Definition) { AskedBy = asked.By });
        new Triggering(burst, at).CancelAll(StoredReason.DefinitionRetracted);
        return [];
    }

    public ImmutableArray<Refusal> Withdraw(WithdrawRetraction command)
    {
        if (Asked(command.Definition) is not { } asked)
            return NotAsked(command.Definition);
        if (asked.By != at.Asking.Actor)
            return [Refusal.Of(RefusalCode.RetractionOfAnother, command.Definition.ToString())];
        burst.Raise(new RetractionWithdrawn(command.Definition));
        return [];
    }

    public ImmutableArray<Refusal> Refuse(RefuseRetraction command)
    {
        if (Asked(command.Definition) is not { } asked)
            return NotAsked(command.Definition);
        if (asked.By == at.Asking.Actor)
            return [Refusal.Of(RefusalCode.RetractionOwnApproval, command.Definition.ToString())];
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        burst.Raise(new RetractionRefused(command.Definition, at.Asking.Actor, Content.Of(null, ContentKind.Note, command.Reason.Trim())));
        return [];
    }

    bool IsCurrent(DefinitionVersion definition) =>
        at.Case.Stream == Streams.OfDefinition(definition.DefinitionId) && at.Case.Published.GetValueOrDefault(definition.Version) is { IsCurrent: true, IsRetracted: false };

    PendingRetraction? Asked(DefinitionVersion definition) => at.Case.Retraction is { } asked && asked.Version == definition.Version ? asked : null;

    Refusal? WhyNeeded(DefinitionVersion definition)
    {
        // The mark first: what changes after it was read, is found out at the commit.
        at.Given.Find<FlowMark>(Given.FlowMarkKey);
        var needs = Needs(burst.Parts.Domain, definition.DefinitionId, at.Given.Find<PublishedFlows>(Given.FlowsKey) ?? PublishedFlows.None);
        return needs.IsEmpty ? null : Refusal.Of(RefusalCode.DefinitionNeeded, definition.ToString()) with { Details = needs };
    }

    /// <summary>Everything that needs this flow to be published: the domain, and the flows that name it.</summary>
    public static ImmutableArray<Refusal> Needs(Domain domain, DefinitionId flow, PublishedFlows flows) =>
    [
        .. domain.Needs(flow, flows),
        .. from user in flows.Current
           where user.DefinitionId != flow
           from named in NamedFlow.In(user)
           where named.Flow == flow
           select Refusal.Of(RefusalCode.DefinitionCalled, user.Name, named.Step.DisplayText, user.DefinitionId.Text),
        .. from begun in flows.Current
           where begun.DefinitionId == flow
           from user in flows.Current
           where user.DefinitionId != flow
           from published in BegunByEvent.In(user, begun)
           select Refusal.Of(RefusalCode.DefinitionBegunByEvent, user.Name, published.Step.DisplayText, published.Event, user.DefinitionId.Text),
    ];

    static ImmutableArray<Refusal> NotFound(DefinitionVersion definition) => [Refusal.Of(RefusalCode.DefinitionNotFound, definition.ToString())];

    static ImmutableArray<Refusal> NotAsked(DefinitionVersion definition) => [Refusal.Of(RefusalCode.RetractionNotAsked, definition.ToString())];
}
