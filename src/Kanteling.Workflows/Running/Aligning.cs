using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Running;

/// <summary>
/// After the run: deadlines are exactly the terms of the domain, and the days of open tasks follow its clocks. Both depend
/// on the state of the domain and on the calendar, and are looked at only when one of those changed.
/// </summary>
sealed class Aligning(Progress progress)
{
    /// <summary>Another calendar moved nothing here: not worth a commit in every stream there is.</summary>
    public bool IsCalendarIdle => progress.Events is [CalendarChanged];

    public bool HasCalendarChanged => progress.Events is [CalendarChanged, ..];

    /// <summary>Dates are computed anew although the domain did not change.</summary>
    public bool IsAsked { get; set; }

    /// <summary>The date of the domain that passes in this decision, or null.</summary>
    public PassedTerm? Passing { get; set; }

    string WhyMoved => IsAsked ? StoredReason.CalendarChanged : StoredReason.TermChanged;

    /// <summary>The dates that the domain has running now.</summary>
    public IReadOnlyList<Term> Terms => progress.Parts.Domain.Terms(progress.State.Domain, progress.Situation.Given);

    /// <summary>Sets, moves and cancels deadlines so that they are exactly the domain's terms, save what waits in an incident for somebody.</summary>
    /// <returns>A refusal when a term that has just passed would be set again for the same moment: it would pass for ever.</returns>
    public Refusal? AlignTerms()
    {
        var wanted = Terms.Where(t => !progress.State.IsHeld(t.Key, t.DueAt)).ToDictionary(t => t.Key, StringComparer.Ordinal);
        if (Passing is { } passed && wanted.TryGetValue(passed.Key, out var running) && running.DueAt == passed.DueAt)
            return Refusal.Of(RefusalCode.TermStillRunning, passed.Key);
        foreach (var deadline in progress.State.Terms.Values.Where(d => d.For == DeadlineFor.Term))
        {
            if (!wanted.Remove(deadline.Key, out var term))
                progress.Raise(new DeadlineCancelled(deadline.Id, StoredReason.TermEnded));
            else if (deadline.DueAt != term.DueAt || deadline.LastDay != term.LastDay)
                progress.Raise(new DeadlineMoved(deadline.Id, term.LastDay, term.DueAt.ToUniversalTime(), term.Explanation, WhyMoved));
        }
        foreach (var term in wanted.Values.OrderBy(t => t.DueAt).ThenBy(t => t.Key, StringComparer.Ordinal))
            progress.Raise(new DeadlineSet(new Deadline(progress.NewId<DeadlineId>(), null, null, term.Dossier, DeadlineFor.Term, term.Key, term.LastDay, term.DueAt.ToUniversalTime(), term.Explanation)));
        return null;
    }

    /// <summary>The days of open tasks follow the clocks of the domain and the calendar.</summary>
    public void AlignTasks()
    {
        foreach (var task in progress.State.OpenTasks.ToList())
        {
            if (progress.Parts.Kinds.For(progress.NodeOf(task.Instance, task.Execution))?.Again is { } again && MomentsOf(again, task) is { } moments
                && (moments.Due?.DueAt != task.Due?.DueAt || moments.Due?.LastDay != task.Due?.LastDay))
            {
                Align(task, moments);
            }
        }
    }

    /// <summary>Null when the step cannot tell any more: then the task keeps its day.</summary>
    TaskMoments? MomentsOf(Func<ActivityContext, WorkTask, TaskMoments> again, WorkTask task)
    {
        try
        {
            return again(progress.ContextOf(task.Instance, task.Execution), task);
        }
        catch (StepFailed)
        {
            return null;
        }
    }

    void Align(WorkTask task, TaskMoments moments)
    {
        progress.Raise(new TaskDueMoved(task.Instance, task.Id, Written.Due(moments.Due), WhyMoved));
        var wanted = moments.Deadlines.ToDictionary(d => d.Key, StringComparer.Ordinal);
        foreach (var deadline in DeadlinesOf(task))
        {
            if (!wanted.Remove(deadline.Key, out var moment))
                progress.Raise(new DeadlineCancelled(deadline.Id, StoredReason.TermEnded));
            else if (moment.DueAt != deadline.DueAt)
                progress.Raise(new DeadlineMoved(deadline.Id, moment.LastDay, moment.DueAt.ToUniversalTime(), moment.Explanation, WhyMoved));
        }
        foreach (var moment in moments.Deadlines.Where(d => wanted.ContainsKey(d.Key)))
            progress.Raise(new DeadlineSet(progress.DeadlineOf(task.Instance, task.Execution, moment)));
    }

    List<Deadline> DeadlinesOf(WorkTask task) =>
        [.. progress.State.Instances[task.Instance].Waits.Values.OfType<DeadlineWait>().Select(w => w.Deadline).Where(d => d.Execution == task.Execution && d.For == DeadlineFor.Task)];
}
