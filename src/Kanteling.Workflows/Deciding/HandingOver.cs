using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>All that a user has in a stream goes to another in one commit: his open tasks, and what he is to it in the domain.</summary>
sealed class HandingOver(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Hand(HandOver command)
    {
        var asked = burst.Parts.Domain.HandedOver(new Handover(at.Case.Domain, command.From, command.To), at.Given, at.Now);
        if (asked.To is not { } to)
            return [asked.Why ?? Refusal.Of(RefusalCode.UserUnknown, command.To.Text)];
        var tasks = at.Case.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => w.Task).Where(t => t.Assignee == command.From).OrderBy(t => t.Id).ToList();
        if (tasks.Count == 0 && asked.Events.IsEmpty)
            return [Refusal.Of(RefusalCode.NothingToHandOver, command.From.Text)];
        burst.Raise(new HandedOver(command.From, to, Content.Of(null, ContentKind.Note, command.Reason)));
        foreach (var task in tasks)
            burst.Raise(new TaskAssigned(task.Id, command.From, For(task, command.To, to), null));
        foreach (var fact in asked.Events)
            burst.Raise(new DomainEvent(fact));
        return [];
    }

    /// <summary>One that cannot be his goes back to all to whom it is addressed.</summary>
    UserReference? For(WorkTask task, UserId user, UserReference to) =>
        burst.Parts.Domain.Assigned(new Assigning(at.Case.Domain, task, user), at.Given).Why is null ? to : null;
}
