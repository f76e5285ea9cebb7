using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
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
        var verdict = kind is null ? AnswerVerdict.Refused(RefusalCode.ActivityUnknown, context.Node.Type) : kind.Judge(context, answer);
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
            return Refused(RefusalCode.TaskNotOpen, id.ToString(CultureInfo.InvariantCulture));
        return task.Version == version ? [] : Refused(RefusalCode.TaskChanged, task.Version.ToString(CultureInfo.InvariantCulture));
    }
}
