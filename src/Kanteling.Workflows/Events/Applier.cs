using System.Collections.Immutable;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Events to state, and nothing else. The law of this file: it is dumb and total. It never reads a definition, never
/// evaluates an expression, never computes a date, and cannot refuse; an event about something that is not there
/// leaves the case as it was. That is why a stream of fifteen years ago can always be read.
/// </summary>
public static class Applier
{
    /// <summary>The case after one commit.</summary>
    public static Case Commit(Case before, IEnumerable<WorkflowEvent> events, DateTimeOffset at, Func<object, object, object> domain)
    {
        var after = before;
        foreach (var e in events)
            after = Apply(after, e, at, domain);
        return after with { Version = before.Version + 1, LastAt = at };
    }

    public static Case Apply(Case c, WorkflowEvent e, DateTimeOffset at, Func<object, object, object> domain) => e switch
    {
        DomainEvent x => c with { Domain = domain(c.Domain, x.Event) },
        InstanceStarted x => Started(c, x, at),
        ActivityStarted x => Known(c, x.Execution).Change(x.Instance, i => i with { Executions = i.Executions.SetItem(x.Execution, new Execution(x.Execution, x.Activity, x.Parent, ExecutionStatus.Running, x.Backward, at)) }),
        ActivityCompleted x => Known(c, x.Execution).Change(x.Instance, i => Without(i, x.Execution)),
        ActivityCancelled x => Known(c, x.Execution).Change(x.Instance, i => Without(i, x.Execution)),
        FlowAdvanced x => c.Change(x.Instance, i => Advance(i, x)),
        VariableSet x => c.Change(x.Instance, i => i with { Variables = i.Variables.SetItem(new VariableKey(x.Scope, x.Variable), x.Value) }),
        OutputSet x => c.Change(x.Instance, i => i with { Output = i.Output.SetItem(x.Name, x.Value) }),
        InstanceNamed x => c.Change(x.Instance, i => i with { Name = x.Name }),
        InstanceCorrelated x => c.Change(x.Instance, i => i with { Correlation = x.Correlation }),
        InstanceMoved x => c.Change(x.Instance, i => Moved(i, x)),
        InstanceRestored x => c with { Instances = c.Instances.SetItem(x.State.Id, x.State) },
        Checkpointed x => c with { NextId = x.NextId, Domain = x.Domain.State, Instances = x.Instances, Terms = x.Terms, Messages = x.Messages, Incidents = x.Incidents, PassedOver = x.PassedOver, Files = x.Files ?? ImmutableSortedDictionary<FileId, AttachedFile>.Empty, Link = x.Link },
        InstanceFinished x => c with { Instances = c.Instances.Remove(x.Instance) },
        _ => ApplyWait(c, e, at),
    };

    static Case ApplyWait(Case c, WorkflowEvent e, DateTimeOffset at) => e switch
    {
        WaitOpened x => Known(c, x.Wait.Id).Change(x.Instance, i => i with { Waits = i.Waits.SetItem(x.Wait.Id, x.Wait) }),
        WaitClosed x => c.Change(x.Instance, i => i with { Waits = i.Waits.Remove(x.Wait) }),
        TaskOpened x => Known(c, x.Task.Id).Change(x.Task.Instance, i => i with { Waits = i.Waits.SetItem(x.Task.Id.Wait, new TaskWait(x.Task.Id.Wait, x.Task.Execution, x.Task)) }),
        TaskCompleted x => WithoutWait(c, x.Task.Wait),
        TaskWithdrawn x => c.Change(x.Instance, i => i with { Waits = i.Waits.Remove(x.Task.Wait) }),
        TaskAssigned x => c.ChangeTask(x.Task, t => t with { Assignee = x.To?.Id, Version = t.Version + 1 }),
        TaskEscalated x => c.ChangeTask(x.Task, t => t with { IsEscalated = true, Address = x.Address, Version = t.Version + 1 }),
        TaskDueMoved x => c.ChangeTask(x.Task, t => t with { Due = x.Due }),
        TaskRenewed x => c.ChangeTask(x.Task, t => t with { Form = x.Form, Version = t.Version + 1 }),
        DeadlineSet x => SetDeadline(Known(c, x.Deadline.Id), x.Deadline),
        DeadlineMoved x => c.ChangeDeadline(x.Deadline, d => d with { LastDay = x.LastDay, DueAt = x.DueAt, Explanation = x.Explanation }),
        DeadlinePassed x => WithoutDeadline(c, x.Deadline),
        DeadlineCancelled x => WithoutDeadline(c, x.Deadline),
        MessageQueued x => Known(c, x.Message.Id) with { Messages = c.Messages.SetItem(x.Message.Id, x.Message) },
        ReplyReceived x => WithoutWait(c with { Messages = c.Messages.Remove(x.Message) }, x.Message.Wait),
        IncidentRaised { Instance: { } instance, Execution: { } execution } x => Known(c, x.Id).Change(instance, i => Raise(i, execution, x, at)),
        IncidentRaised x => Known(c, x.Id) with { Incidents = c.Incidents.SetItem(x.Id, IncidentOf(x, at)) },
        IncidentResolved x => Resolve(c, x),
        FileAttached x => Known(c, x.File) with { Files = c.Files.SetItem(x.File, new AttachedFile(x.File, x.Dossier, x.Bytes with { Source = null }, x.Words, at)) },
        ContentErased { Blobs: { } erased } => c with { Files = c.Files.SetItems(c.Files.Values.Where(f => erased.Contains(f.Bytes.At)).Select(f => KeyValuePair.Create(f.Id, f with { IsErased = true }))) },
        ClaimTaken x => c.Change(x.Instance, i => i with { Claim = x.Key }),
        LinkBegun x => Known(c, x.Message.Id) with { Messages = c.Messages.SetItem(x.Message.Id, x.Message), Link = new PendingLink(x.Message.Id, x.Other, x.Relation, x.By) },
        LinkEnded x => c.Link?.Message == x.Message ? c with { Link = null } : c,
        DefinitionPublished x => c with { Published = Publish(c.Published, x), Retraction = x.IsTrial ? c.Retraction : null },
        DefinitionRetracted x => c with { Published = Retract(c.Published, x.Definition.Version), Retraction = null },
        RetractionAsked x => c with { Retraction = new PendingRetraction(x.Definition.Version, x.By, x.Reason, at) },
        RetractionWithdrawn or RetractionRefused => c with { Retraction = null },
        CorrectionProposed x => Known(c, x.Correction) with { Corrections = Propose(c.Corrections, x, at) },
        CorrectionApproved x => c with { Corrections = Approve(c.Corrections, x, at) },
        CorrectionWithdrawn x => c with { Corrections = c.Corrections.Remove(x.Correction) },
        _ => c,
    };

    static Case Started(Case c, InstanceStarted e, DateTimeOffset at)
    {
        var instance = new Instance(
            e.Instance, e.Definition, e.RuleSet, e.Dossier, e.Parent, e.Correlation, null, e.Claim, e.StartActivity, at, e.Input,
            ImmutableSortedDictionary<ExecutionId, Execution>.Empty, ImmutableSortedDictionary<ExecutionId, Scope>.Empty,
            ImmutableSortedDictionary<VariableKey, Content>.Empty, ImmutableSortedDictionary.Create<string, Content>(StringComparer.Ordinal),
            ImmutableSortedDictionary<WaitId, Wait>.Empty, ImmutableSortedDictionary<IncidentId, Incident>.Empty);
        return Known(c, e.Instance) with { Instances = c.Instances.SetItem(e.Instance, instance) };
    }

    /// <summary>Numbers are handed out by the stream: the next one is above every one that was ever used.</summary>
    static Case Known<T>(Case c, T id) where T : struct, INumberId<T> => id.Number < c.NextId ? c : c with { NextId = id.Number + 1 };

    static Case Change(this Case c, InstanceId instance, Func<Instance, Instance> change) =>
        c.Instances.TryGetValue(instance, out var found) ? c with { Instances = c.Instances.SetItem(instance, change(found)) } : c;

    static Case ChangeTask(this Case c, TaskId task, Func<WorkTask, WorkTask> change) =>
        c.FindTask(task) is { } found ? c.Change(found.Instance, i => i with { Waits = i.Waits.SetItem(task.Wait, new TaskWait(task.Wait, found.Execution, change(found))) }) : c;

    static Case ChangeDeadline(this Case c, DeadlineId deadline, Func<Deadline, Deadline> change) =>
        c.FindDeadline(deadline) is { } found ? SetDeadline(c, change(found)) : c;

    static Case SetDeadline(Case c, Deadline d) => d is { Instance: { } instance, Execution: { } execution }
        ? c.Change(instance, i => i with { Waits = i.Waits.SetItem(d.Id.Wait, new DeadlineWait(d.Id.Wait, execution, d)) })
        : c with { Terms = c.Terms.SetItem(d.Id, d), PassedOver = c.PassedOver.Remove(d.Key) };

    static Case WithoutDeadline(Case c, DeadlineId deadline) => WithoutWait(c with { Terms = c.Terms.Remove(deadline) }, deadline.Wait);

    static Case WithoutWait(Case c, WaitId wait)
    {
        var holder = c.Instances.Values.FirstOrDefault(i => i.Waits.ContainsKey(wait));
        return holder is null ? c : c.Change(holder.Id, i => i with { Waits = i.Waits.Remove(wait) });
    }

    /// <summary>An execution that ended leaves, with its counters, its variables, its incidents and what it still waited for.</summary>
    static Instance Without(Instance i, ExecutionId execution) => i with
    {
        Executions = i.Executions.Remove(execution),
        Scopes = i.Scopes.Remove(execution),
        Variables = i.Variables.RemoveRange(i.Variables.Keys.Where(k => k.Scope == execution)),
        Waits = i.Waits.RemoveRange(i.Waits.Values.Where(w => w.Execution == execution).Select(w => w.Id)),
        Incidents = i.Incidents.RemoveRange(i.Incidents.Values.Where(x => x.Execution == execution).Select(x => x.Id)),
    };

    static Instance Advance(Instance i, FlowAdvanced e)
    {
        var scope = i.Scopes.GetValueOrDefault(e.Scope, Scope.Empty);
        return i with { Scopes = i.Scopes.SetItem(e.Scope, new Scope(scope.Visits.SetItems(e.Visits), scope.Connections.SetItems(e.Connections))) };
    }

    /// <summary>The open steps and the counters take their new names.</summary>
    static Instance Moved(Instance i, InstanceMoved e)
    {
        ActivityId Now(ActivityId activity) => e.Mapping.GetValueOrDefault(activity, activity);
        var renamed = i with { Definition = e.To };
        if (e.Mapping.IsEmpty)
            return renamed;
        return renamed with
        {
            Executions = i.Executions.SetItems(i.Executions.Select(x => KeyValuePair.Create(x.Key, x.Value with { ActivityId = Now(x.Value.ActivityId) }))),
            Scopes = i.Scopes.SetItems(i.Scopes.Select(s => KeyValuePair.Create(s.Key, new Scope(
                Scope.Empty.Visits.SetItems(s.Value.Visits.Select(v => KeyValuePair.Create(Now(v.Key), v.Value))),
                Scope.Empty.Connections.SetItems(s.Value.Connections.Select(c => KeyValuePair.Create(c.Key with { Source = Now(c.Key.Source), Target = Now(c.Key.Target) }, c.Value))))))),
            Waits = i.Waits.SetItems(i.Waits.Values.OfType<TaskWait>().Select(w => KeyValuePair.Create(w.Id, (Wait)(w with { Task = w.Task with { ActivityId = Now(w.Task.ActivityId) } })))),
            Incidents = i.Incidents.SetItems(i.Incidents.Select(x => KeyValuePair.Create(x.Key, x.Value with { ActivityId = Now(x.Value.ActivityId!.Value) }))),
        };
    }

    /// <summary>An incident of a step that ended within the same decision leaves no trace in the state.</summary>
    static Instance Raise(Instance i, ExecutionId execution, IncidentRaised e, DateTimeOffset at) => !i.Executions.ContainsKey(execution) ? i : i with
    {
        Incidents = i.Incidents.SetItem(e.Id, IncidentOf(e, at)),
        Executions = Mark(i.Executions, execution, ExecutionStatus.Faulted),
    };

    static Incident IncidentOf(IncidentRaised e, DateTimeOffset at) => new(e.Id, e.Instance, e.Execution, e.Activity, e.Code, e.Arguments, e.Pending, at);

    static Case Resolve(Case c, IncidentResolved e) => c.FindIncident(e.Incident) switch
    {
        null => c,
        { Instance: { } instance, Execution: { } execution } found => c.Change(instance, i => i with
        {
            Incidents = i.Incidents.Remove(found.Id),
            Executions = i.Incidents.Values.Any(x => x.Execution == execution && x.Id != found.Id) ? i.Executions : Mark(i.Executions, execution, ExecutionStatus.Running),
        }),
        { Pending.Term: { } term } when e.How == Resolution.Skip => c with { Incidents = c.Incidents.Remove(e.Incident), PassedOver = c.PassedOver.SetItem(term.Key, term.DueAt) },
        _ => c with { Incidents = c.Incidents.Remove(e.Incident) },
    };

    static ImmutableSortedDictionary<ExecutionId, Execution> Mark(ImmutableSortedDictionary<ExecutionId, Execution> executions, ExecutionId id, ExecutionStatus status) =>
        executions.TryGetValue(id, out var execution) ? executions.SetItem(id, execution with { Status = status }) : executions;

    static ImmutableSortedDictionary<int, PublishedDefinition> Publish(ImmutableSortedDictionary<int, PublishedDefinition> published, DefinitionPublished e) => e.IsTrial
        ? published.SetItem(e.Definition.Version, new PublishedDefinition(e.Definition.Version, e.Hash, false, false))
        : published.SetItems(published.Values.Select(p => KeyValuePair.Create(p.Version, p with { IsCurrent = false })))
            .SetItem(e.Definition.Version, new PublishedDefinition(e.Definition.Version, e.Hash, true, false));

    static ImmutableSortedDictionary<CorrectionId, Correction> Propose(ImmutableSortedDictionary<CorrectionId, Correction> known, CorrectionProposed e, DateTimeOffset at) => known
        .RemoveRange(known.Values.Where(c => c.Document == e.Document && !c.IsApproved).Select(c => c.Id))
        .SetItem(e.Correction, new Correction(e.Correction, e.Document, e.Replaces, e.Hash, e.Text, e.Reason, e.By, at));

    static ImmutableSortedDictionary<CorrectionId, Correction> Approve(ImmutableSortedDictionary<CorrectionId, Correction> known, CorrectionApproved e, DateTimeOffset at) =>
        known.TryGetValue(e.Correction, out var found) ? known.SetItem(e.Correction, found with { ApprovedBy = e.By, ApprovedAt = at }) : known;

    static ImmutableSortedDictionary<int, PublishedDefinition> Retract(ImmutableSortedDictionary<int, PublishedDefinition> published, int version) =>
        published.TryGetValue(version, out var found) ? published.SetItem(version, found with { IsCurrent = false, IsRetracted = true }) : published;
}
