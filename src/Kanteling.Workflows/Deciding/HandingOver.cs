using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>All that a user has in a stream goes to another in one commit: his open tasks, by name or because he holds a relation, and what he is to it in the domain.</summary>
sealed class HandingOver(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Hand(HandOver command)
    {
        var tasks = at.Case.OpenTasks.OrderBy(t => t.Id).ToImmutableArray();
        var asked = burst.Parts.Domain.HandedOver(new Handover(at.Case.Domain, command.From, command.To, tasks), at.Given, at.Now);
        if (asked.To is not { } to)
            return [asked.Why ?? Refusal.Of(RefusalCode.UserUnknown, command.To.Text)];
        var after = asked.Events.Aggregate(at.Case.Domain, burst.Parts.Domain.Apply);
        // Who holds the relation of a task afterwards has it by that; all else is given by name.
        var his = tasks.Where(t => t.Assignee == command.From || (t.Assignee is null && Holder(after, t) == command.From)).ToList();
        if (his.Count == 0 && asked.Events.IsEmpty)
            return [Refusal.Of(RefusalCode.NothingToHandOver, command.From.Text)];
        burst.Raise(new HandedOver(command.From, to, Content.Of(null, ContentKind.Note, command.Reason)));
        foreach (var task in his)
            burst.Raise(new TaskAssigned(task.Id, task.Assignee, For(task, command.To, to), null));
        foreach (var fact in asked.Events)
            burst.Raise(new DomainEvent(fact));
        return [];
    }

    UserId? Holder(object state, WorkTask task) => task.Address.Relation is { } relation ? burst.Parts.Domain.Holder(state, relation, task.Dossier).User : null;

    /// <summary>One that cannot be his goes back to all to whom it is addressed.</summary>
    UserReference? For(WorkTask task, UserId user, UserReference to) =>
        burst.Parts.Domain.Assigned(new Assigning(at.Case.Domain, task, user), at.Given).Why is null ? to : null;
}
