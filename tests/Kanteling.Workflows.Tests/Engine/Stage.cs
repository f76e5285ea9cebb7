using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Runs;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>
/// Plays commands on one case, without a store. After every accepted command the commit is written to bytes and read
/// back, the snapshot is written and read back, and both must give the very case that the decision gave: so every
/// scenario saves and restores at every step.
/// </summary>
sealed class Stage
{
    // Shared: what JSON learns of the types is the dear part.
    static readonly EventCodec Codec = new(TestDomain.Domain.Codec);
    static readonly SnapshotCodec Snapshots = new(TestDomain.Domain, Codec);
    readonly Decider decider;
    readonly Dictionary<string, CompiledDefinition> definitions = new(StringComparer.Ordinal);
    readonly List<(StoredCommit Commit, Case After)> commits = [];

    public Stage(EngineLimits? limits = null, string stream = "s1")
    {
        decider = new Decider(new EngineParts(TestDomain.Domain, TestDomain.Kinds, limits ?? EngineLimits.Default));
        Case = Case.Empty(new(stream), Notebook.Empty);
    }

    public Case Case { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Everything that happened, oldest first.</summary>
    public List<WorkflowEvent> Log { get; } = [];

    public Notebook Notebook => (Notebook)Case.Domain;

    public IEnumerable<string> Notes => Notebook.Notes.Select(n => n.Word);

    public Stage With(WorkflowDefinition definition)
    {
        definitions[Given.DefinitionKey(definition.Key)] = definitions[Given.PublishedKey(definition.DefinitionId)] = new CompiledDefinition(definition, "hash", []);
        return this;
    }

    public Stage Start(WorkflowDefinition definition, JsonObject? input = null)
    {
        With(definition);
        Must(new StartInstance(definition.DefinitionId, input ?? []));
        return this;
    }

    /// <summary>Carries out a command that must be accepted.</summary>
    public ImmutableArray<WorkflowEvent> Must(Command command, bool person = true, string by = "user:test") => Try(command, person, by) switch
    {
        Accepted accepted => accepted.Events,
        var other => throw new ShouldAssertException($"{command} was not accepted: {(other is Rejected r ? string.Join("; ", r.Refusals) : other)}"),
    };

    /// <summary>Carries out a command that must be refused, and changes nothing.</summary>
    public Refusal Refused(Command command, bool person = true) =>
        Try(command, person).ShouldBeOfType<Rejected>().Refusals[0];

    public Decision Try(Command command, bool person = true, string by = "user:test")
    {
        var asking = new Asking(Guid.NewGuid().ToString("N"), new(by), Doors.Web, person);
        var given = Given.Nothing;
        Decision decision;
        while ((decision = decider.Decide(Case, command, given, asking, Now)) is Needs needs)
        {
            given = given.With(needs.Key, needs.Key switch
            {
                Given.CalendarKey => Log.OfType<CalendarChanged>().Any() || command is ChangeCalendar ? "a day more" : null,
                ['c', 'o', 'm', ..] => Completion(new(long.Parse(needs.Key[(needs.Key.IndexOf(':') + 1)..]))),
                var key => (object?)definitions.GetValueOrDefault(key) ?? Referred(key),
            });
        }
        if (decision is Accepted accepted)
            Keep(accepted, asking);
        return decision;
    }

    void Keep(Accepted accepted, Asking asking)
    {
        var (body, slots) = Codec.Write(accepted.Events);
        var commit = new StoredCommit(
            Case.Stream, accepted.After.Version, StoredCommit.CurrentFormat, StoredCommit.NewNonce(), new(asking.Key), asking.Actor, accepted.After.LastAt, body, slots, new byte[32]);
        var read = Codec.Read(commit);
        var folded = Applier.Commit(Case, read, commit.At, TestDomain.Domain.Apply);
        var stored = Snapshots.All(folded);
        var restored = Snapshots.Read(new StoredStream(new StreamHead(Case.Stream, "test", accepted.After.Version, CommitCodec.NoHash), stored.ToImmutableDictionary()))!;
        Same(stored, Snapshots.All(accepted.After));
        Same(Snapshots.All(restored), stored);
        Case = restored;
        Log.AddRange(accepted.Events);
        commits.Add((commit, restored));
    }

    static void Same(ImmutableSortedDictionary<string, SnapshotPart> left, ImmutableSortedDictionary<string, SnapshotPart> right)
    {
        if (left.Count != right.Count || left.Any(p => !right.TryGetValue(p.Key, out var other) || !p.Value.Bytes.Span.SequenceEqual(other.Bytes.Span)))
            Text(left).ShouldBe(Text(right));
    }

    static string Text(ImmutableSortedDictionary<string, SnapshotPart> parts) => string.Join("\n", parts.Select(p => p.Key + " " + Encoding.UTF8.GetString(Packing.Unpack(p.Value.Bytes).Span)));

    /// <summary>What every instance did, told from the commits as they were read back.</summary>
    public ImmutableSortedDictionary<InstanceId, InstanceRun> Runs()
    {
        var fold = new RunFold(Case.Stream, TestDomain.Domain, version => definitions.GetValueOrDefault(Given.DefinitionKey(version))?.Definition);
        foreach (var (commit, _) in commits)
            fold.Add(commit.Version, commit.At, commit.Actor, Codec.Read(commit));
        return fold.Instances;
    }

    CompletedStep? Completion(TaskId task)
    {
        var at = commits.FindLastIndex(x => Codec.Read(x.Commit).OfType<TaskCompleted>().Any(e => e.Task == task));
        return at < 0 ? null : new CompletedStep(commits[at].Commit.Version, at == 0 ? Case.Empty(Case.Stream, Notebook.Empty) : commits[at - 1].After, commits[at].After,
            Codec.Read(commits[at].Commit), [.. commits.Skip(at + 1).SelectMany(x => Codec.Read(x.Commit))]);
    }

    public IEnumerable<WorkTask> OpenTasks => Case.OpenTasks;

    /// <summary>Titles of the open tasks, in the order in which they were opened.</summary>
    public IEnumerable<string> OpenTitles => OpenTasks.OrderBy(t => t.Id).Select(t => t.Title);

    public WorkTask Task(string title) => OpenTasks.Single(t => t.Title == title);

    public Stage Complete(string title, string? outcome = null, JsonObject? answers = null)
    {
        var task = Task(title);
        Must(new CompleteTask(task.Id, task.Version, outcome, answers ?? []));
        return this;
    }

    /// <summary>Sets the first open incident right in one of the three ways.</summary>
    public Stage Resolve(Resolution how, JsonObject? values = null, string? outcome = null)
    {
        Must(new ResolveIncident(Incidents.First().Id, how, "because", values, outcome));
        return this;
    }

    /// <summary>Lets time pass, firing every deadline that comes due, in order.</summary>
    public Stage Wait(TimeSpan time)
    {
        var until = Now + time;
        while (Pending.Where(d => d.DueAt <= until).OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault() is { } due)
        {
            Now = due.DueAt > Now ? due.DueAt : Now;
            Must(new PassDeadline(due.Id, due.DueAt), person: false);
        }
        Now = until;
        return this;
    }

    /// <summary>Everybody is known here, save <c>nobody</c>.</summary>
    public static UserReference? Referred(string key) =>
        Given.IdAfter(TestDomain.UserPrefix, key) is { } id && id != "nobody" ? new UserReference(new(id), "hash") : null;

    public IEnumerable<Deadline> Pending => Case.Terms.Values.Concat(Case.Instances.Values.SelectMany(i => i.Waits.Values.OfType<DeadlineWait>().Select(w => w.Deadline)));

    public IEnumerable<Incident> Incidents => Case.OpenIncidents;

    public IEnumerable<T> OpenWaits<T>(InstanceId instance) where T : Wait => Case.Instances[instance].Waits.Values.OfType<T>();

    /// <summary>The first instance, while it is open.</summary>
    public Instance Instance => Case.Instances[new(1)];

    public InstanceFinished? Finished => Log.OfType<InstanceFinished>().FirstOrDefault(e => e.Instance.Number == 1);

    /// <summary>Ids of the activities that completed, in order.</summary>
    public IEnumerable<string> Completed => Log.OfType<ActivityCompleted>().Select(e => e.Activity.Text);
}
