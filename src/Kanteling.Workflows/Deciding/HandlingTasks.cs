using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>What a person does with an open task: complete it, or give it to somebody.</summary>
sealed class HandlingTasks(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Complete(CompleteTask command)
    {
        if (Find(command.Task, command.Version, out var task) is { IsEmpty: false } refused)
            return refused;
        var context = burst.ContextOf(task.Instance, task.Execution);
        var kind = burst.Parts.Kinds.For(context.Node);
        var answer = new TaskAnswer(task, command.Outcome, command.Answers, at.Asking.Actor);
        var verdict = kind is null ? AnswerVerdict.Refused(RefusalCode.ActivityUnknown, context.Node.Type) : kind.Judge(context, answer);
        if (!verdict.Refusals.IsEmpty)
            return verdict.Refusals;
        burst.Raise(new TaskCompleted(task.Id, verdict.Outcome, Content.Of(task.Dossier, ContentKind.Answers, verdict.Answers)));
        burst.Resume(task.Instance, task.Execution, new TaskDone(task.Id, verdict.Outcome, verdict.Answers, at.Asking.Actor));
        return [];
    }

    public ImmutableArray<Refusal> Assign(AssignTask command)
    {
        if (Find(command.Task, command.Version, out var task) is { IsEmpty: false } refused)
            return refused;
        var to = command.To is { } user ? burst.Parts.Domain.Assigned(new Assigning(at.Case.Domain, task, user), at.Given) : null;
        if (to?.Why is { } why)
            return [why];
        burst.Raise(new TaskAssigned(task.Id, task.Assignee, to?.User, command.Reason is null ? null : Content.Of(task.Dossier, ContentKind.Note, command.Reason)));
        return [];
    }

    ImmutableArray<Refusal> Find(TaskId id, int version, out WorkTask task)
    {
        task = at.Case.FindTask(id)!;
        if (task is null)
            return [Refusal.Of(RefusalCode.TaskNotOpen, id.ToString())];
        return task.Version == version ? [] : [Refusal.Of(RefusalCode.TaskChanged, task.Version.ToString(CultureInfo.InvariantCulture))];
    }
}
