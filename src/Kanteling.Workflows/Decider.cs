using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows;

/// <summary>
/// Case and command to events. The law of this file: pure. No I/O, no clock, no await, no randomness; the same
/// arguments always give the same decision, so it can be taken again after a conflict, checked in a replay, and tested
/// without anything around it. A command is looked at first (it may be refused), then its cause is raised, then the
/// <see cref="Burst"/> runs until only waits remain, then the domain's rules are asked and its terms, and the days of open tasks, are brought in line.
/// A rule refuses a person. It never stops time: a timer or a message whose consequences break one keeps its cause, and what would
/// have followed waits in an incident.
/// </summary>
public sealed class Decider(EngineParts parts)
{
    /// <summary>What the checks at publish need to know of this program.</summary>
    public ActivityCatalogue Catalogue => parts.Catalogue;

    /// <summary>Everything that stands between this drawing and publishing it, except for the flows within it, which must be loaded.</summary>
    public IReadOnlyList<Finding> Check(WorkflowDefinition definition) => Publishing.Findings(parts, definition);

    /// <summary>The same, with the flows within it.</summary>
    internal IReadOnlyList<Finding> Check(WorkflowDefinition definition, Given given) => Publishing.Findings(parts, definition, given);

    /// <param name="now">Taken once by the front door; time never goes back within a stream.</param>
    public Decision Decide(Case @case, Command command, Given given, Asking asking, DateTimeOffset now)
    {
        var at = new Situation(@case, given, asking, now < @case.LastAt ? @case.LastAt : now);
        try
        {
            var burst = new Burst(parts, at);
            var refusals = Accept(burst, at, command);
            if (refusals.IsEmpty && at.Asking.IsPerson && CauseSize.Of(burst.Cause) > parts.Limits.ContentLength)
                refusals = [Refusal.Of(RefusalCode.ContentTooLarge, (parts.Limits.ContentLength / 1024).ToString(CultureInfo.InvariantCulture))];
            return refusals.IsEmpty ? Settle(burst, at) : new Rejected(refusals) { Failures = burst.Incidents.Failures };
        }
        catch (NeedsException missing)
        {
            return new Needs(missing.Key);
        }
        catch (StepFailed failed)
        {
            // Only before the cause was accepted: a step that fails later is an incident of its own.
            return new Rejected([Refusal.Of(failed.Code, [.. failed.Arguments])]);
        }
        catch (OverBudgetException over)
        {
            // As above: the run takes its own.
            return new Rejected([new Refusal(over.Code, over.Arguments)]);
        }
    }

    /// <summary>Raises the cause and queues the work it leads to, or says why not.</summary>
    static ImmutableArray<Refusal> Accept(Burst burst, Situation at, Command command) => command switch
    {
        StartInstance x => new Starting(burst, at).Start(x),
        CompleteTask x => new HandlingTasks(burst, at).Complete(x),
        AssignTask x => new HandlingTasks(burst, at).Assign(x),
        ReopenTask x => new ReopeningTasks(burst, at).Reopen(x),
        PassDeadline x => new PassingDeadlines(burst, at).Pass(x),
        ReceiveEvent x => new Receiving(burst, at).Receive(x),
        ReceiveReply x => new Receiving(burst, at).Receive(x),
        ResolveIncident x => new ResolvingIncidents(burst, at).Resolve(x),
        CancelInstance x => new Cancelling(burst, at).Cancel(x),
        MoveInstance x => new Moving(burst, at).Move(x),
        ChangeCalendar x => Calendar(burst, new CalendarChanged(x.Calendar)),
        LinkStream x => new Linking(burst, at).Link(x),
        AnswerLink x => new Linking(burst, at).Answer(x),
        EraseContent x => new Destroying(burst, at).Erase(x),
        DestroyDossiers x => new Destroying(burst, at).Destroy(x),
        DestroyStream x => new Destroying(burst, at).Destroy(x),
        HandOver x => new HandingOver(burst, at).Hand(x),
        AttachFile x => new Attaching(burst, at).Attach(x),
        PublishDefinition x => new Publishing(burst, at).Publish(x),
        AskRetraction x => new Retracting(burst, at).Ask(x),
        RetractDefinition x => new Retracting(burst, at).Retract(x),
        WithdrawRetraction x => new Retracting(burst, at).Withdraw(x),
        RefuseRetraction x => new Retracting(burst, at).Refuse(x),
        ProposeCorrection x => new Correcting(burst, at).Propose(x),
        ApproveCorrection x => new Correcting(burst, at).Approve(x),
        WithdrawCorrection x => new Correcting(burst, at).Withdraw(x),
        _ => throw new InvalidOperationException($"No such command: {command.GetType().Name}."),
    };

    Decision Settle(Burst burst, Situation at)
    {
        var mark = burst.MarkHere();
        var refusals = burst.Run();
        if (!refusals.IsEmpty)
            return new Rejected(refusals);
        if (Broken(burst, at) is { IsEmpty: false } broken)
        {
            if (at.Asking.IsPerson)
                return new Rejected(broken);
            burst.Drop(mark, broken[0]);
            // Left is what a program asked as a person would, and nobody stops time with.
            if (Broken(burst, at) is { IsEmpty: false } still)
                return new Rejected(still);
        }
        if (burst.Align() is { } why)
        {
            if (at.Asking.IsPerson)
                return new Rejected([why]) { Failures = burst.Incidents.Failures };
            burst.Drop(mark, why);
            if (burst.Aligning.HasCalendarChanged)
                burst.Incidents.RaiseForStream(new PendingWork(PendingKind.Calendar), why);
        }
        if (burst.Aligning.IsCalendarIdle)
            return Rejected.Because(RefusalCode.CalendarMovesNothing);
        burst.Incidents.RaiseForStuck();
        var events = burst.Events();
        return new Accepted(events, Applier.Commit(at.Case, events, at.Now, parts.Domain.Apply))
        {
            Failures = burst.Incidents.Failures, Flows = at.Given.Rows.GetValueOrDefault(Given.FlowMarkKey) as FlowMark,
        };
    }

    ImmutableArray<Refusal> Broken(Burst burst, Situation at) => burst.DomainChanged ? [.. parts.Domain.Check(at.Case.Domain, burst.State.Domain)] : [];

    static ImmutableArray<Refusal> Calendar(Burst burst, CalendarChanged cause)
    {
        burst.Aligning.IsAsked = true;
        return Just(burst, cause);
    }

    static ImmutableArray<Refusal> Just(Burst burst, WorkflowEvent cause)
    {
        burst.Raise(cause);
        return [];
    }
}
