using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// Other words for a version of a document that definitions pin. The law: two persons, and only words. What was there before
/// stays, and what was recorded with it keeps its hash.
/// </summary>
sealed class Correcting(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Propose(ProposeCorrection command)
    {
        if (at.Case.Stream != Streams.OfDocument(command.Document.Kind, command.Document.Id))
            return [Refusal.Of(RefusalCode.DocumentInWrongStream, command.Document.Id)];
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        var rewording = burst.Parts.Domain.Reword(command.Document, command.Text, at.Given);
        if (!rewording.Refusals.IsEmpty)
            return rewording.Refusals;
        burst.Raise(new CorrectionProposed(
            burst.NewId<CorrectionId>(), command.Document, rewording.Replaces, rewording.Hash, new Content(null, ContentKind.Correction, rewording.Text),
            Content.Of(null, ContentKind.Note, command.Reason.Trim()), at.Asking.Actor));
        return [];
    }

    public ImmutableArray<Refusal> Approve(ApproveCorrection command)
    {
        if (Waiting(command.Correction) is not { Text.Text: { } text } proposal)
            return NotWaiting(command.Correction);
        if (proposal.By == at.Asking.Actor)
            return [Refusal.Of(RefusalCode.CorrectionOwnApproval)];
        var rewording = burst.Parts.Domain.Reword(proposal.Document, text, at.Given);
        if (!rewording.Refusals.IsEmpty)
            return rewording.Refusals;
        if (rewording.Replaces != proposal.Replaces)
            return [Refusal.Of(RefusalCode.CorrectionOvertaken)];
        burst.Raise(new CorrectionApproved(proposal.Id, at.Asking.Actor));
        return [];
    }

    public ImmutableArray<Refusal> Withdraw(WithdrawCorrection command)
    {
        if (Waiting(command.Correction) is not { } proposal)
            return NotWaiting(command.Correction);
        burst.Raise(new CorrectionWithdrawn(proposal.Id));
        return [];
    }

    Correction? Waiting(CorrectionId correction) => at.Case.Corrections.GetValueOrDefault(correction) is { IsApproved: false } proposal ? proposal : null;

    static ImmutableArray<Refusal> NotWaiting(CorrectionId correction) => [Refusal.Of(RefusalCode.CorrectionNotWaiting, correction.ToString())];
}
