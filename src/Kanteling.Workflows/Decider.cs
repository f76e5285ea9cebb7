using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows;

/// <summary>
/// Case and command to events. The law of this file: pure. No I/O, no clock, no await, no randomness; the same
/// arguments always give the same decision, so it can be taken again after a conflict, checked in a replay, and tested
/// without anything around it. A command is looked at first (it may be refused), then its cause is raised, then the
/// <see cref="Burst"/> runs until only waits remain, then the domain's rules are asked and its terms, and the days of open tasks, are brought in line.
/// </summary>
public sealed partial class Decider(Domain domain, ActivityKinds kinds, EngineLimits limits)
{
    /// <param name="now">Taken once by the front door; time never goes back within a stream.</param>
    public Decision Decide(Case @case, Command command, Given given, Asking asking, DateTimeOffset now)
    {
        var at = now < @case.LastAt ? @case.LastAt : now;
        try
        {
            var burst = new Burst(domain, kinds, limits, @case, given, at);
            var refusals = Accept(burst, @case, command, given, asking, at);
            return refusals.IsEmpty ? Settle(burst, @case, given, asking, at) : new Rejected(refusals);
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
    }

    /// <summary>Raises the cause and queues the work it leads to, or says why not.</summary>
    ImmutableArray<Refusal> Accept(Burst burst, Case c, Command command, Given given, Asking asking, DateTimeOffset now) => command switch
    {
        StartInstance x => Start(burst, c, x, given),
        CompleteTask x => Complete(burst, c, x, asking),
        AssignTask x => Assign(burst, c, x),
        ReopenTask x => Reopen(burst, c, x, given),
        PassDeadline x => Pass(burst, c, x, given, now),
        ReceiveEvent x => Receive(burst, x),
        ReceiveReply x => Receive(burst, c, x),
        ResolveIncident x => Resolve(burst, c, x),
        CancelInstance x => Cancel(burst, c, x),
        MoveInstance x => Move(burst, c, x, given),
        ChangeCalendar x => Just(burst, new CalendarChanged(x.Calendar)),
        LinkStream x => Link(burst, c, x, now),
        EraseContent x => Just(burst, new ContentErased(x.Slots, x.Ground)),
        PublishDefinition x => Publish(burst, c, x, given, asking, now),
        RetractDefinition x => Retract(burst, c, x),
        _ => throw new InvalidOperationException($"No such command: {command.GetType().Name}."),
    };

    Decision Settle(Burst burst, Case before, Given given, Asking asking, DateTimeOffset now)
    {
        var mark = burst.MarkHere();
        var refusals = burst.Run(asking.IsPerson);
        if (!refusals.IsEmpty)
            return new Rejected(refusals);
        if (Broken(before, burst) is { IsEmpty: false } broken)
        {
            if (asking.IsPerson)
                return new Rejected(broken);
            burst.GoBackTo(mark, broken[0].Code, broken[0].Arguments);
            if (Broken(before, burst) is { IsEmpty: false } still)
                return new Rejected(still);
        }
        if (burst.DomainChanged || burst.HasCalendarChanged)
        {
            if (AlignTerms(burst, given) is { IsEmpty: false } endless)
                return new Rejected(endless);
            burst.AlignTasks();
        }
        if (burst.IsCalendarIdle)
            return new Rejected(Refused(RefusalCode.CalendarMovesNothing));
        burst.RaiseForStuck();
        var events = burst.Events();
        return new Accepted(events, Applier.Commit(before, events, now, domain.Apply));
    }

    ImmutableArray<Refusal> Broken(Case before, Burst burst) => burst.DomainChanged ? [.. domain.Check(before.Domain, burst.State.Domain)] : [];

    /// <summary>Sets, moves and cancels deadlines so that they are exactly the domain's terms.</summary>
    /// <returns>A refusal when a term that has just passed would be set again for the same moment: it would pass for ever.</returns>
    ImmutableArray<Refusal> AlignTerms(Burst burst, Given given)
    {
        var wanted = domain.Terms(burst.State.Domain, given).ToDictionary(t => t.Key, StringComparer.Ordinal);
        foreach (var deadline in burst.State.Terms.Values.Where(d => d.For == DeadlineFor.Term))
        {
            if (!wanted.Remove(deadline.Key, out var term))
                burst.Raise(new DeadlineCancelled(deadline.Id, "TERM_ENDED"));
            else if (deadline.DueAt != term.DueAt || deadline.LastDay != term.LastDay)
                burst.Raise(new DeadlineMoved(deadline.Id, term.LastDay, term.DueAt.ToUniversalTime(), Explained(term), burst.WhyMoved));
        }
        if (wanted.Values.FirstOrDefault(t => burst.HasPassed(t)) is { } endless)
            return Refused(RefusalCode.TermStillRunning, endless.Key);
        foreach (var term in wanted.Values.OrderBy(t => t.DueAt).ThenBy(t => t.Key, StringComparer.Ordinal))
            burst.Raise(new DeadlineSet(new Deadline(burst.NewId(), null, null, term.Dossier, DeadlineFor.Term, term.Key, term.LastDay, term.DueAt.ToUniversalTime(), Explained(term))));
        return [];
    }

    ImmutableArray<Refusal> Link(Burst burst, Case c, LinkStream x, DateTimeOffset now)
    {
        burst.Raise(new StreamLinked(x.Other, x.Relation, x.Reason is null ? null : Content.Of(null, ContentKind.Note, x.Reason)));
        foreach (var e in domain.Linked(c.Domain, new NewLink(x.Other, x.Relation, x.Reason, x.Payload, now)))
            burst.Raise(new DomainEvent(e));
        return [];
    }

    static ImmutableArray<string> Explained(Term term) => term.Explanation.IsDefault ? [] : term.Explanation;

    static ImmutableArray<Refusal> Just(Burst burst, WorkflowEvent cause)
    {
        burst.Raise(cause);
        return [];
    }

    static ImmutableArray<Refusal> Refused(string code, params string[] arguments) => [Refusal.Of(code, arguments)];
}
