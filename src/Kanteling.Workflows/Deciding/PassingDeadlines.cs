using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>A deadline passes: of a trigger, of a step that waits for it, or of a date of the domain.</summary>
sealed class PassingDeadlines(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Pass(PassDeadline command)
    {
        if (at.Case.FindDeadline(command.Deadline) is not { } deadline)
            return [Refusal.Of(RefusalCode.DeadlineGone, command.Deadline.ToString())];
        if (deadline.DueAt != command.Due)
            return [Refusal.Of(RefusalCode.DeadlineMoved, deadline.DueAt.ToString("O", CultureInfo.InvariantCulture))];
        if (at.Now < deadline.DueAt)
            return [Refusal.Of(RefusalCode.DeadlineNotYet, deadline.DueAt.ToString("O", CultureInfo.InvariantCulture))];
        var late = at.Now - deadline.DueAt > burst.Parts.Limits.LateAfter;
        burst.Raise(new DeadlinePassed(deadline.Id, deadline.DueAt, late));
        switch (deadline)
        {
            case { For: DeadlineFor.Trigger }:
                new Triggering(burst, at).Fire(deadline, late);
                break;
            case { Instance: { } instance, Execution: { } execution }:
                burst.Resume(instance, execution, new DeadlineDue(deadline.Key, deadline.DueAt, late));
                break;
            default:
                return new Following(burst, at).Follow(new Term(deadline.Key, deadline.Dossier, deadline.LastDay, deadline.DueAt, deadline.Explanation));
        }
        return [];
    }
}
