using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

// Commands about a task: completing it, giving it to somebody, and taking a completed one back.
public sealed partial class Decider
{
    ImmutableArray<Refusal> Complete(Burst burst, Case c, CompleteTask command, Asking asking)
    {
        if (Find(c, command.Task, command.Version, out var task) is { IsEmpty: false } refused)
            return refused;
        var context = burst.ContextOf(task.Instance, task.Execution);
        var kind = kinds.For(context.Node);
        var answer = new TaskAnswer(task, command.Outcome, command.Answers, asking.Actor);
        var verdict = kind is null ? AnswerVerdict.Refused("ACTIVITY_UNKNOWN", context.Node.Type) : kind.Judge(context, answer);
        if (!verdict.Refusals.IsEmpty)
            return verdict.Refusals;
        burst.Raise(new TaskCompleted(task.Id, verdict.Outcome, Content.Of(task.Dossier, ContentKind.Answers, verdict.Answers)));
        burst.Resume(task.Instance, task.Execution, new TaskDone(task.Id, verdict.Outcome, verdict.Answers, asking.Actor));
        return [];
    }

    ImmutableArray<Refusal> Assign(Burst burst, Case c, AssignTask command)
    {
        if (Find(c, command.Task, command.Version, out var task) is { IsEmpty: false } refused)
            return refused;
        return Just(burst, new TaskAssigned(task.Id, task.Assignee, command.To, command.Reason is null ? null : Content.Of(task.Dossier, ContentKind.Note, command.Reason)));
    }

    static ImmutableArray<Refusal> Find(Case c, long id, int version, out WorkTask task)
    {
        task = c.FindTask(id)!;
        if (task is null)
            return Refused("TASK_NOT_OPEN", id.ToString(CultureInfo.InvariantCulture));
        return task.Version == version ? [] : Refused("TASK_CHANGED", task.Version.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Takes back the last completed step of an instance: the instance is as it was, the task is open again with its
    /// answers, and the domain takes back what it had added. Refused when something irreversible followed, or when the
    /// instance went on meanwhile; then only a correction with a new decision is left.
    /// </summary>
    ImmutableArray<Refusal> Reopen(Burst burst, Case c, ReopenTask command, Given given)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refused("REASON_MISSING");
        if (c.FindTask(command.Task) is not null)
            return Refused("TASK_STILL_OPEN");
        if (given.Find<CompletedStep>(Given.CompletionKey(command.Task)) is not { } step)
            return Refused("TASK_NOT_FOUND", command.Task.ToString(CultureInfo.InvariantCulture));
        var task = step.Before.FindTask(command.Task)!;
        var began = step.Events.OfType<InstanceStarted>().Select(e => e.Instance).ToHashSet();
        if (WhyNot(step, task, began, given) is { } code)
            return Refused(code, task.Title);
        var taken = domain.Reopened(new ReopenedStep(step.Before.Domain, step.After.Domain, c.Domain, task.Dossier));
        if (!taken.Refusals.IsEmpty)
            return taken.Refusals;
        burst.Raise(new TaskReopened(command.Task, step.Version, Content.Of(task.Dossier, ContentKind.Note, command.Reason)));
        TakeBack(burst, task, step, began);
        foreach (var e in taken.Events)
            burst.Raise(new DomainEvent(e));
        return [];
    }

    string? WhyNot(CompletedStep step, WorkTask task, HashSet<long> began, Given given)
    {
        if (step.Before.Instances[task.Instance].Parent is { Waits: true } && !step.After.Instances.ContainsKey(task.Instance))
            return "TASK_REOPEN_TOO_LATE";
        if (step.Later.Any(e => InstanceOf(e) is { } touched && (touched == task.Instance || began.Contains(touched))))
            return "TASK_REOPEN_TOO_LATE";
        var definition = given.Get<CompiledDefinition>(Given.DefinitionKey(step.Before.Instances[task.Instance].Definition));
        var done = step.Events.OfType<ActivityCompleted>().Where(e => e.Instance == task.Instance).Select(e => definition.Node(e.Activity));
        var irreversible = done.Any(n => kinds.For(n)?.Descriptor.Traits.HasFlag(ActivityTraits.Irreversible) == true)
            || step.Events.OfType<MessageQueued>().Any(m => m.Message.Kind == MessageKind.Http);
        return irreversible ? "TASK_IRREVERSIBLE" : null;
    }

    static void TakeBack(Burst burst, WorkTask task, CompletedStep step, HashSet<long> began)
    {
        foreach (var child in began.Where(burst.State.Instances.ContainsKey))
            burst.Finish(child, InstanceStatus.Cancelled, []);
        if (burst.State.Instances.TryGetValue(task.Instance, out var open))
            foreach (var execution in open.Executions.Keys)
                burst.CloseWaits(task.Instance, execution, "TAKEN_BACK");
        var instance = step.Before.Instances[task.Instance];
        var answers = step.Events.OfType<TaskCompleted>().First(e => e.Task == task.Id).Answers;
        var reopened = task with { Version = task.Version + 1, Answers = answers };
        burst.Raise(new InstanceRestored(instance with { Waits = instance.Waits.SetItem(task.Id, new TaskWait(task.Id, task.Execution, reopened)) }));
    }

    /// <summary>The instance that a later event worked on; null for what leaves the flow as it was.</summary>
    static long? InstanceOf(WorkflowEvent e) => e switch
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

/// <summary>A task's completion in the past, as the store's history gives it.</summary>
/// <param name="Before">The case right before that commit.</param>
/// <param name="After">The case right after it.</param>
/// <param name="Later">All events since.</param>
public sealed record CompletedStep(long Version, Case Before, Case After, ImmutableArray<WorkflowEvent> Events, ImmutableArray<WorkflowEvent> Later);
