using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>Streams read from the beginning: folded to a case, rebuilt to rows, and verified.</summary>
public sealed class History(IWorkflowStore store, Domain domain, EventCodec codec, SnapshotCodec snapshots)
{
    /// <summary>The case after the commit with this version, or after the last one.</summary>
    /// <exception cref="UnknownEventException">The stream holds an event that this program does not know.</exception>
    public async Task<Case> FoldAsync(StreamId stream, long to, CancellationToken cancellation = default) => (await FoldWithTextsAsync(stream, to, cancellation)).Case;

    /// <summary>A stream of which the snapshot cannot be used.</summary>
    internal async Task<KnownCase> FoldAsync(StreamHead head, CancellationToken cancellation)
    {
        var (folded, texts) = await FoldWithTextsAsync(head.Stream, head.Version, cancellation);
        return new KnownCase(folded, head.Hash, texts);
    }

    /// <summary>The case of a stream as it was read: from its snapshot, or folded when that cannot be used.</summary>
    /// <exception cref="UnknownEventException">The stream holds an event that this program does not know.</exception>
    public async Task<Case> NewestAsync(StoredStream stored, CancellationToken cancellation = default) => (await RestoreAsync(stored, cancellation)).Case;

    internal async Task<KnownCase> RestoreAsync(StoredStream stored, CancellationToken cancellation)
    {
        var texts = LongTexts.None;
        foreach (var version in snapshots.Commits(stored))
            texts = texts.With(version, await store.SlotsAsync(stored.Head.Stream, version, cancellation));
        // What it names may be erased since it was read; folding gives the stream as it is.
        return snapshots.Read(stored, texts) is { } restored ? new KnownCase(restored, stored.Head.Hash, texts) : await FoldAsync(stored.Head, cancellation);
    }

    async Task<(Case Case, LongTexts Texts)> FoldWithTextsAsync(StreamId stream, long to, CancellationToken cancellation)
    {
        var (c, texts) = (Case.Empty(stream, domain.Empty), LongTexts.None);
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            if (commit.Version > to)
                break;
            (c, texts) = (Applier.Commit(c, codec.Read(commit), commit.At, domain.Apply), texts.With(commit.Version, commit.Slots));
        }
        return (c, texts);
    }

    /// <summary>Commits with their events, in order.</summary>
    public async IAsyncEnumerable<(StoredCommit Commit, ImmutableArray<WorkflowEvent> Events)> ReadAsync(StreamId stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var commit in ReadAsync(stream, new HistoryRange(1), cancellation))
            yield return commit;
    }

    /// <summary>A piece of them.</summary>
    public async IAsyncEnumerable<(StoredCommit Commit, ImmutableArray<WorkflowEvent> Events)> ReadAsync(
        StreamId stream, HistoryRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var commit in store.HistoryAsync(stream, range, cancellation))
            yield return (commit, codec.Read(commit));
    }

    /// <summary>How a task was completed, with the case around it; null when it never was, or was taken back since.</summary>
    public async Task<CompletedStep?> CompletionAsync(StreamId stream, TaskId task, CancellationToken cancellation)
    {
        var c = Case.Empty(stream, domain.Empty);
        CompletedStep? step = null;
        await foreach (var (commit, events) in ReadAsync(stream, cancellation))
        {
            var before = c;
            c = Applier.Commit(c, events, commit.At, domain.Apply);
            if (events.OfType<TaskCompleted>().Any(e => e.Task == task))
                step = new CompletedStep(commit.Version, before, c, events, []);
            else if (events.OfType<TaskReopened>().Any(e => e.Task == task))
                step = null;
            else if (step is not null)
                step = step with { Later = step.Later.AddRange(events) };
        }
        return step;
    }

    /// <summary>Everything that the commits say, computed afresh; null when the stream does not exist.</summary>
    /// <param name="erased">What to take as gone, although the store still has it.</param>
    /// <param name="last">A commit that is about to be appended.</param>
    public async Task<RebuiltStream?> RebuildAsync(StreamId stream, Erased? erased = null, StoredCommit? last = null, CancellationToken cancellation = default)
    {
        var rebuild = new Rebuild(stream, domain);
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            var filled = await Apart.FilledAsync(store, commit, cancellation);
            rebuild.Add(erased?.In(filled) ?? filled, codec);
        }
        if (last is not null)
            rebuild.Add(last, codec);
        var kind = (await store.LoadAsync(stream, cancellation))?.Head.Kind ?? "";
        return rebuild.Case.Version == 0 ? null : rebuild.Result(kind, snapshots);
    }

    /// <summary>What the destruction of these dossiers would reach.</summary>
    public async Task<Reach> ReachAsync(StreamId stream, ImmutableHashSet<DossierId> dossiers, CancellationToken cancellation = default)
    {
        var (rebuild, naming) = (new Rebuild(stream, domain), new Naming(domain));
        var (gone, earlier) = (dossiers, new SortedDictionary<long, string>());
        var read = new List<(StoredCommit Commit, ImmutableHashSet<DossierId> Named, ImmutableArray<WorkflowEvent> Events)>();
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            var before = rebuild.Case;
            var events = rebuild.Add(commit, codec);
            if (events is [DossiersDestroyed said, ..])
            {
                gone = gone.Union(said.Dossiers);
                foreach (var (version, ground) in said.Bodies.SelectMany(rows => rows.Versions.Select(version => (version, rows.Ground))))
                    earlier[version] = ground;
            }
            read.Add((commit, naming.Of(before, commit, events, rebuild.Case), events));
        }
        // What says that content was erased stays: nothing else says so. A checkpoint goes when the next one comes.
        var goes = read.ToLookup(c => c.Events.Any(e => e is Checkpointed) || (!c.Named.IsEmpty && c.Named.IsSubsetOf(gone) && !c.Events.Any(e => e is ContentErased)));
        return new Reach(
            [.. gone.Order()], [.. earlier.Select(body => (body.Key, body.Value))],
            [.. goes[true].Select(c => c.Commit.Version)],
            [.. goes[false].SelectMany(c => SlotCodec.Read(c.Commit.Slots).Index().Where(slot => slot.Item.Dossier is { } of && gone.Contains(of)).Select(slot => new SlotAddress(c.Commit.Version, slot.Index)))],
            rebuild.ClosedTasks, rebuild.ClosedInstances);
    }

    /// <summary>Where else in the stream stands what these slots hold.</summary>
    public async Task<SlotCopies> CopiesAsync(StreamId stream, ImmutableHashSet<SlotAddress> slots, CancellationToken cancellation = default)
    {
        var all = new List<(SlotAddress Address, (DossierId? Dossier, string Kind, string Text) Held)>();
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            foreach (var (n, slot) in SlotCodec.Read(commit.Slots).Index())
            {
                if (slot.Bytes is { } bytes)
                    all.Add((new SlotAddress(commit.Version, n), (slot.Dossier, slot.Kind, Encoding.UTF8.GetString(bytes.AsSpan()))));
            }
        }
        var named = all.Where(slot => slots.Contains(slot.Address)).Select(slot => slot.Held).ToList();
        // A checkpoint has the title of a closed task, without its other words.
        var titles = named.Where(held => held.Kind == ContentKind.Words).Select(held => (held.Dossier, held.Kind, Content.Of(held.Dossier, held.Kind, TaskWords.Title(new Content(held.Dossier, held.Kind, held.Text))).Text!));
        var held = named.Concat(titles).ToHashSet();
        return new SlotCopies([.. all.Where(slot => held.Contains(slot.Held)).Select(slot => slot.Address)]);
    }
}

/// <summary>Folds commits into everything that is derived from them.</summary>
sealed class Rebuild(StreamId stream, Domain domain)
{
    readonly SortedDictionary<TaskId, ClosedTask> closedTasks = [];
    readonly SortedDictionary<InstanceId, ClosedInstance> closedInstances = [];
    readonly SortedDictionary<int, DefinitionRow> definitions = [];
    ImmutableArray<byte> hash = CommitCodec.NoHash;

    public Case Case { get; private set; } = Case.Empty(stream, domain.Empty);

    /// <summary>Every long text of the stream.</summary>
    public LongTexts Texts { get; private set; } = LongTexts.None;

    public ImmutableArray<ClosedTask> ClosedTasks => [.. closedTasks.Values];

    public ImmutableArray<ClosedInstance> ClosedInstances => [.. closedInstances.Values];

    public ImmutableArray<WorkflowEvent> Add(StoredCommit commit, EventCodec codec)
    {
        var events = codec.Read(commit);
        var before = Case;
        Case = Applier.Commit(before, events, commit.At, domain.Apply);
        (Texts, hash) = (Texts.With(commit.Version, commit.Slots), [.. commit.Hash.Span]);
        if (events.OfType<Checkpointed>().FirstOrDefault() is { } rest)
            Begin(rest);
        else
            Change(before, commit, events);
        return events;
    }

    /// <summary>What the commits before a checkpoint say of closed tasks depends on what is still there of them; it has those that are kept.</summary>
    void Begin(Checkpointed rest)
    {
        closedTasks.Clear();
        closedInstances.Clear();
        foreach (var task in rest.Tasks)
            closedTasks[task.Id] = task.Row(stream);
        foreach (var instance in rest.ClosedInstances)
            closedInstances[instance.Id] = instance.Row(stream);
    }

    void Change(Case before, StoredCommit commit, ImmutableArray<WorkflowEvent> events)
    {
        var changes = RowsOf.Changes(before.Stream, RowsOf.Case(before, domain), RowsOf.Case(Case, domain), events, commit.Actor, commit.At, commit.Version);
        foreach (var task in changes.ClosedTasks)
            closedTasks[task.Id] = task;
        foreach (var task in changes.Tasks)
            closedTasks.Remove(task.Id);
        foreach (var instance in changes.ClosedInstances)
            closedInstances[instance.Id] = instance;
        foreach (var instance in changes.Instances)
            closedInstances.Remove(instance.Id);
        foreach (var row in DefinitionRows.Changed(before, Case, events))
            definitions[row.Version] = row.Manifest.Length > 0 ? row : DefinitionRows.Whole(row, definitions[row.Version]);
    }

    public RebuiltStream Result(string kind, SnapshotCodec snapshots) => new(
        new StreamHead(stream, kind, Case.Version, hash), domain.Label(Case.Domain), snapshots.All(Case, Texts), RowsOf.Case(Case, domain),
        ClosedTasks, ClosedInstances, [.. definitions.Values]);
}
