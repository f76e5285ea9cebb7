using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>One stream in a <see cref="MemoryStore"/>: its commits, its rows, and what the nodes at work note beside them.</summary>
sealed class HeldStream
{
    readonly Dictionary<string, SnapshotPart> parts = new(StringComparer.Ordinal);
    readonly SortedDictionary<TaskId, TaskRow> tasks = [];
    readonly SortedDictionary<InstanceId, InstanceRow> instances = [];
    readonly SortedDictionary<InstanceId, ClosedInstance> closedInstances = [];
    readonly SortedDictionary<IncidentId, IncidentRow> incidents = [];
    readonly SortedDictionary<DeadlineId, (DeadlineRow Row, DateTimeOffset LeaseUntil)> deadlines = [];
    string? label;

    public StreamHead Head { get; private set; } = new(new(""), "", 0, CommitCodec.NoHash);

    public List<StoredCommit> Commits { get; } = [];

    public IReadOnlyDictionary<string, SnapshotPart> Parts => parts;

    public SortedDictionary<TaskId, ClosedTask> ClosedTasks { get; } = [];

    public SortedDictionary<WaitId, SubscriptionRow> Subscriptions { get; } = [];

    public SortedDictionary<MessageId, HeldMessage> Messages { get; } = [];

    public SortedDictionary<(string DefinitionId, int Version), DefinitionRow> Definitions { get; } = [];

    public StoredCommit? CommitOf(CommandId command) => Commits.Find(commit => commit.CommandId == command);

    /// <returns>How many seals went.</returns>
    public int ForgetRequests(DateTimeOffset before, int max)
    {
        var old = Commits.Select((commit, n) => (commit, n)).Where(c => !c.commit.Seal.IsEmpty && c.commit.At < before).Take(max).ToList();
        foreach (var (commit, n) in old)
            Commits[n] = commit with { Seal = default };
        return old.Count;
    }

    public void Append(CommitRequest request)
    {
        Commits.Add(request.Commit);
        var kind = Commits.Count == 1 ? request.Kind : Head.Kind;
        Head = new StreamHead(request.Commit.Stream, kind, request.Commit.Version, [.. request.Commit.Hash.Span]);
        label = request.Label;
    }

    public void Write(ImmutableArray<KeyValuePair<string, SnapshotPart?>> changedParts, RowChanges rows)
    {
        foreach (var (name, part) in changedParts)
        {
            if (part is null)
                parts.Remove(name);
            else
                parts[name] = part;
        }
        Close(rows);
        Open(new StreamRows(rows.Tasks, rows.Deadlines, rows.Instances, rows.Incidents, rows.Subscriptions, [], rows.Messages), rows.Definitions);
    }

    public void Replace(RebuiltStream rebuilt)
    {
        (Head, label) = (rebuilt.Head, rebuilt.Label);
        Forget();
        foreach (var (name, part) in rebuilt.Parts)
            parts[name] = part;
        Open(rebuilt.Rows, rebuilt.Definitions);
        foreach (var task in rebuilt.ClosedTasks)
            ClosedTasks[task.Id] = task;
        foreach (var instance in rebuilt.ClosedInstances)
            closedInstances[instance.Id] = instance;
    }

    public RebuiltStream Derived(ImmutableArray<ClaimRow> claims) => new(
        Head, label, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, parts),
        new StreamRows(
            [.. tasks.Values], [.. deadlines.Values.Select(d => d.Row)], [.. instances.Values], [.. incidents.Values], [.. Subscriptions.Values],
            claims, [.. Messages.Values.Select(m => m.Row)]),
        [.. ClosedTasks.Values], [.. closedInstances.Values], [.. Definitions.Values]);

    public void Erase(Erased erased)
    {
        foreach (var at in erased.Versions.Select(version => Commits.FindIndex(commit => commit.Version == version)))
            Commits[at] = erased.In(Commits[at]);
    }

    public bool HasLeasedDeadline(DateTimeOffset realNow) => deadlines.Values.Any(d => d.LeaseUntil > realNow);

    public DeadlineRow? FirstDeadline() => deadlines.Values.Select(d => d.Row).OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault();

    public void Lease(DeadlineRow deadline, DateTimeOffset until) => deadlines[deadline.Id] = (deadline, until);

    void Close(RowChanges rows)
    {
        foreach (var task in rows.ClosedTasks)
        {
            tasks.Remove(task.Id);
            ClosedTasks[task.Id] = task;
        }
        foreach (var instance in rows.ClosedInstances)
        {
            instances.Remove(instance.Id);
            closedInstances[instance.Id] = instance;
        }
        foreach (var id in rows.GoneDeadlines)
            deadlines.Remove(id);
        foreach (var id in rows.GoneIncidents)
            incidents.Remove(id);
        foreach (var id in rows.GoneSubscriptions)
            Subscriptions.Remove(id);
        foreach (var id in rows.GoneMessages)
            Messages.Remove(id);
    }

    void Open(StreamRows rows, ImmutableArray<DefinitionRow> definitions)
    {
        foreach (var task in rows.Tasks)
        {
            tasks[task.Id] = task;
            ClosedTasks.Remove(task.Id);
        }
        foreach (var instance in rows.Instances)
        {
            instances[instance.Id] = instance;
            closedInstances.Remove(instance.Id);
        }
        foreach (var deadline in rows.Deadlines)
            deadlines[deadline.Id] = (deadline, DateTimeOffset.MinValue);
        foreach (var incident in rows.Incidents)
            incidents[incident.Id] = incident;
        foreach (var subscription in rows.Subscriptions)
            Subscriptions[subscription.Id] = subscription;
        foreach (var message in rows.Messages)
            Messages[message.Id] = new HeldMessage(message);
        foreach (var definition in definitions)
            Definitions[(definition.DefinitionId, definition.Version)] = definition;
    }

    void Forget()
    {
        parts.Clear();
        tasks.Clear();
        ClosedTasks.Clear();
        instances.Clear();
        closedInstances.Clear();
        incidents.Clear();
        deadlines.Clear();
        Subscriptions.Clear();
        Messages.Clear();
        Definitions.Clear();
    }
}

/// <summary>A message that waits, with how often it was tried and until when a node has it.</summary>
sealed class HeldMessage(MessageRow row)
{
    int attempts;

    public MessageRow Row { get; } = row;

    public DateTimeOffset NextAt { get; private set; } = row.NotBefore;

    public DateTimeOffset LeaseUntil { get; private set; } = DateTimeOffset.MinValue;

    public ClaimedMessage Take(DateTimeOffset until)
    {
        LeaseUntil = until;
        return new ClaimedMessage(Row, attempts++);
    }

    public bool Postpone(DateTimeOffset notBefore)
    {
        (NextAt, LeaseUntil) = (notBefore, DateTimeOffset.MinValue);
        return true;
    }
}
