using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// Taking back the last completed step. The law: afterwards the flow is as it was before that step, the task is open again
/// with its answers, and the domain took back what it had added; what happened beside it since (an assignment, a reminder)
/// stays. It is refused when something irreversible followed, when the step set something else in motion, or when the
/// instance went on meanwhile: then only a correction with a new decision is left.
/// </summary>
sealed class ReopeningTasks(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Reopen(ReopenTask command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            return [Refusal.Of(RefusalCode.ReasonMissing)];
        if (at.Case.FindTask(command.Task) is not null)
            return [Refusal.Of(RefusalCode.TaskStillOpen)];
        if (at.Given.Find<CompletedStep>(Given.CompletionKey(command.Task)) is not { } step || step.Before.FindTask(command.Task) is not { } task)
            return [Refusal.Of(RefusalCode.TaskNotFound, command.Task.ToString())];
        if (WhyNot(step, task) is { } code)
            return [Refusal.Of(code, task.Title)];
        var taken = burst.Parts.Domain.Reopened(new ReopenedStep(step.Before.Domain, step.After.Domain, at.Case.Domain, task.Dossier));
        if (!taken.Refusals.IsEmpty)
            return taken.Refusals;
        burst.Raise(new TaskReopened(command.Task, step.Version, Content.Of(task.Dossier, ContentKind.Note, command.Reason)));
        TakeBack(task, step);
        foreach (var e in taken.Events)
            burst.Raise(new DomainEvent(e));
        return [];
    }

    string? WhyNot(CompletedStep step, WorkTask task)
    {
        var touched = step.Began.Concat(step.Ended).Append(task.Instance).ToHashSet();
        if (step.Later.Any(e => InstanceOf(e) is { } later && touched.Contains(later)))
            return RefusalCode.TaskReopenTooLate;
        if (step.Before.Instances[task.Instance].Parent is { Waits: true } && step.Ended.Contains(task.Instance))
            return RefusalCode.TaskReopenTooLate;
        var beside = step.Events.Any(e => InstanceOf(e) is { } other && !touched.Contains(other));
        return beside || step.Events.OfType<MessageQueued>().Any() || step.Events.OfType<ActivityCompleted>().Any(e => IsIrreversible(step, e)) ? RefusalCode.TaskIrreversible : null;
    }

    bool IsIrreversible(CompletedStep step, ActivityCompleted completed)
    {
        var version = step.Before.Instances.GetValueOrDefault(completed.Instance)?.Definition
            ?? step.Events.OfType<InstanceStarted>().First(e => e.Instance == completed.Instance).Definition;
        var node = at.Given.Get<CompiledDefinition>(Given.DefinitionKey(version)).Node(completed.Activity);
        return burst.Parts.Kinds.For(node)?.Descriptor.Has(ActivityTraits.Irreversible) == true;
    }

    void TakeBack(WorkTask task, CompletedStep step)
    {
        foreach (var began in step.Began.Where(burst.State.Instances.ContainsKey))
            burst.Endings.Finish(began, InstanceStatus.Cancelled, []);
        var before = step.Before.Instances[task.Instance];
        var present = burst.State.Instances.GetValueOrDefault(task.Instance)?.Waits ?? ImmutableSortedDictionary<WaitId, Wait>.Empty;
        foreach (var opened in present.Values.Where(w => !before.Waits.ContainsKey(w.Id)))
            burst.Endings.CloseWait(task.Instance, opened, StoredReason.TakenBack);
        var answers = step.Events.OfType<TaskCompleted>().First(e => e.Task == task.Id).Answers;
        // What the step itself closed is open again; of the rest, what is still open is as it is now, and what ended since stays so.
        var afterwards = step.After.Instances.GetValueOrDefault(task.Instance)?.Waits ?? ImmutableSortedDictionary<WaitId, Wait>.Empty;
        var waits = before.Waits.Values.Where(w => !afterwards.ContainsKey(w.Id) || present.ContainsKey(w.Id))
            .Select(w => w.Id == task.Id.Wait ? new TaskWait(w.Id, w.Execution, task with { Version = task.Version + 1, Answers = answers }) : present.GetValueOrDefault(w.Id, w));
        burst.Raise(new InstanceRestored(before with { Waits = waits.ToImmutableSortedDictionary(w => w.Id, w => w) }));
        foreach (var ended in step.Ended.Where(id => id != task.Instance))
            burst.Raise(new InstanceRestored(step.Before.Instances[ended]));
    }

    /// <summary>The instance whose course an event changes; null for what leaves it as it was, such as an assignment.</summary>
    static InstanceId? InstanceOf(WorkflowEvent e) => e switch
    {
        ActivityStarted x => x.Instance,
        ActivityCompleted x => x.Instance,
        ActivityCancelled x => x.Instance,
        FlowAdvanced x => x.Instance,
        VariableSet x => x.Instance,
        InstanceMoved x => x.Instance,
        InstanceFinished x => x.Instance,
        InstanceRestored x => x.State.Id,
        IncidentRaised x => x.Instance,
        _ => null,
    };
}
