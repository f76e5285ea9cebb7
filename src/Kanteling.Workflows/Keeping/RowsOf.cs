using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// The rows of a case: one pure function of the case, so that they can be rebuilt from the stream and compared. What a
/// commit changes is the difference between the rows before and after it.
/// </summary>
public static class RowsOf
{
    public static StreamRows Case(Case c, Domain domain)
    {
        var label = domain.Label(c.Domain);
        var waits = c.Instances.Values.SelectMany(i => i.Waits.Values.Select(w => (Instance: i, Wait: w))).ToList();
        return new StreamRows(
            [.. waits.Where(x => x.Wait is TaskWait).Select(x => Task(c, domain, label, x.Instance, ((TaskWait)x.Wait).Task))],
            [.. c.PendingDeadlines.OrderBy(d => d.Id).Select(d => new DeadlineRow(c.Stream, d.Id, d.Instance, d.Dossier, d.For, d.Key, d.LastDay, d.DueAt))],
            [.. c.Instances.Values.Select(i => new InstanceRow(c.Stream, i.Id, i.Definition.DefinitionId, i.Definition.Version, i.Dossier, i.Parent?.Instance, i.Correlation?.AsString(), i.Name?.AsString(), i.IsSuspended ? "suspended" : "running", i.Incidents.Count, i.StartedAt))],
            [.. c.OpenIncidents.OrderBy(x => x.Id).Select(x => new IncidentRow(c.Stream, x.Id, x.Instance, x.ActivityId, x.Pending.Term?.Key, x.Code, x.Arguments.AsTexts(), x.At, label))],
            // A trial is not looked for: what happens elsewhere never reaches it.
            Streams.IsTrial(c.Stream) ? [] : [.. waits.Where(x => x.Wait is EventWait { Correlation: not { IsErased: true } }).Select(x => new SubscriptionRow(c.Stream, x.Wait.Id, x.Instance.Id, ((EventWait)x.Wait).Name, ((EventWait)x.Wait).Correlation?.AsString()))],
            [.. c.Instances.Values.Where(i => i.Claim is not null).Select(i => new ClaimRow(i.Claim!.AsString() ?? $"erased:{c.Stream}:{i.Id}", c.Stream, i.Id)), .. LinkClaims(c)],
            [.. c.Messages.Values.Select(m => new MessageRow(c.Stream, m.Id, m.Kind, m.Target.AsString() ?? "", m.Body.Text ?? "null", m.NotBefore))]);
    }

    static IEnumerable<ClaimRow> LinkClaims(Case c) => c.Link?.Claims(c.Stream).Select(key => new ClaimRow(key, c.Stream, default)) ?? [];

    static TaskRow Task(Case c, Domain domain, string? label, Instance instance, WorkTask t)
    {
        var holder = t.Address.Relation is { } relation ? domain.Holder(c.Domain, relation, t.Dossier) : default;
        return new TaskRow(
            c.Stream, t.Id, t.Instance, instance.Definition.DefinitionId, instance.Definition.Version, t.ActivityId, t.Dossier, t.Version, t.Title,
            t.Address.Relation, t.Address.Role, t.Address.Team ?? holder.Team, t.Assignee ?? holder.User, t.Due?.LastDay, t.Due?.DueAt, t.OpenedAt, t.IsEscalated, label);
    }

    /// <summary>What a commit writes, removes and closes.</summary>
    public static RowChanges Changes(StreamId stream, StreamRows before, StreamRows after, ImmutableArray<WorkflowEvent> events, ActorId actor, DateTimeOffset at, long version)
    {
        var (tasks, goneTasks) = Diff(before.Tasks, after.Tasks, r => r.Id);
        var (deadlines, goneDeadlines) = Diff(before.Deadlines, after.Deadlines, r => r.Id);
        var (instances, goneInstances) = Diff(before.Instances, after.Instances, r => r.Id);
        var (incidents, goneIncidents) = Diff(before.Incidents, after.Incidents, r => r.Id);
        var (subscriptions, goneSubscriptions) = Diff(before.Subscriptions, after.Subscriptions, r => r.Id);
        var (claims, goneClaims) = Diff(before.Claims, after.Claims, r => r.Key);
        var (messages, goneMessages) = Diff(before.Messages, after.Messages, r => r.Id);
        return new RowChanges(
            tasks, Closed(goneTasks, events, actor, at, version), deadlines, [.. goneDeadlines.Select(r => r.Id)],
            instances, [.. goneInstances.Select(i => new ClosedInstance(i.Stream, i.Id, i.DefinitionId, i.DefinitionVersion, i.Dossier, i.StartedAt, StatusOf(i.Id, events), at)), .. Brief(stream, events, at)],
            incidents, [.. goneIncidents.Select(r => r.Id)], subscriptions, [.. goneSubscriptions.Select(r => r.Id)],
            claims, [.. goneClaims.Select(r => r.Key)], messages, [.. goneMessages.Select(r => r.Id)], []);
    }

    /// <summary>A trial that began and ended within one decision is still one that somebody looks for; of other streams only what was open once is kept.</summary>
    static IEnumerable<ClosedInstance> Brief(StreamId stream, ImmutableArray<WorkflowEvent> events, DateTimeOffset at) => !Streams.IsTrial(stream) ? [] :
        from begun in events.OfType<InstanceStarted>()
        where events.OfType<InstanceFinished>().Any(e => e.Instance == begun.Instance)
        select new ClosedInstance(stream, begun.Instance, begun.Definition.DefinitionId, begun.Definition.Version, begun.Dossier, at, StatusOf(begun.Instance, events), at);

    static (ImmutableArray<T> Changed, ImmutableArray<T> Gone) Diff<T, TKey>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, TKey> key) where TKey : notnull
    {
        if (before.IsEmpty)
            return (after, []);
        var old = before.ToDictionary(key);
        var changed = after.Where(row => !old.Remove(key(row), out var was) || !EqualityComparer<T>.Default.Equals(was, row)).ToImmutableArray();
        return (changed, [.. old.Values]);
    }

    static ImmutableArray<ClosedTask> Closed(ImmutableArray<TaskRow> gone, ImmutableArray<WorkflowEvent> events, ActorId actor, DateTimeOffset at, long version)
    {
        var completed = events.OfType<TaskCompleted>().ToDictionary(e => e.Task, e => e.Outcome);
        return [.. gone.Select(t => new ClosedTask(
            t.Stream, t.Id, t.Instance, t.DefinitionId, t.DefinitionVersion, t.ActivityId, t.Dossier, t.Title, t.Assignee, t.OpenedAt,
            completed.ContainsKey(t.Id) ? "completed" : "withdrawn", completed.GetValueOrDefault(t.Id), actor, at, version))];
    }

    static string StatusOf(InstanceId instance, ImmutableArray<WorkflowEvent> events) =>
        events.OfType<InstanceFinished>().Where(e => e.Instance == instance).Select(e => e.Status.ToString().ToLowerInvariant()).LastOrDefault("finished");
}
