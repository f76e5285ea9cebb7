using System.Collections.Immutable;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>Streams read from the beginning: folded to a case, rebuilt to rows, and verified.</summary>
public sealed class History(IWorkflowStore store, Domain domain, EventCodec codec, SnapshotCodec snapshots)
{
    /// <summary>The case after the commit with this version, or after the last one.</summary>
    /// <exception cref="UnknownEventException">The stream holds an event that this program does not know.</exception>
    public async Task<Case> FoldAsync(string stream, long to, CancellationToken cancellation = default)
    {
        var c = Case.Empty(stream, domain.Empty);
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            if (commit.Version > to)
                break;
            c = Applier.Commit(c, codec.Read(commit), commit.At, domain.Apply);
        }
        return c;
    }

    /// <summary>A stream of which the snapshot cannot be used.</summary>
    internal async Task<KnownCase> FoldAsync(StreamHead head, CancellationToken cancellation)
    {
        var (c, texts) = (Case.Empty(head.Stream, domain.Empty), LongTexts.None);
        await foreach (var commit in store.HistoryAsync(head.Stream, 1, cancellation))
        {
            if (commit.Version > head.Version)
                break;
            (c, texts) = (Applier.Commit(c, codec.Read(commit), commit.At, domain.Apply), texts.With(commit.Version, commit.Slots));
        }
        return new KnownCase(c, head.Hash, texts);
    }

    /// <summary>Commits with their events, in order.</summary>
    public async IAsyncEnumerable<(StoredCommit Commit, ImmutableArray<WorkflowEvent> Events)> ReadAsync(string stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
            yield return (commit, codec.Read(commit));
    }

    /// <summary>How a task was completed, with the case around it; null when it never was, or was taken back since.</summary>
    public async Task<CompletedStep?> CompletionAsync(string stream, long task, CancellationToken cancellation)
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
    /// <param name="erased">Slots to take as emptied, although the store does not have them so yet.</param>
    /// <param name="last">A commit that is about to be appended.</param>
    public async Task<RebuiltStream?> RebuildAsync(string stream, ImmutableArray<SlotAddress> erased = default, StoredCommit? last = null, CancellationToken cancellation = default)
    {
        var rebuild = new Rebuild(stream, domain);
        var empty = (erased.IsDefault ? [] : erased).ToLookup(s => s.Version, s => s.Slot);
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
            rebuild.Add(Emptied(commit, empty), codec);
        if (last is not null)
            rebuild.Add(last, codec);
        var kind = (await store.LoadAsync(stream, cancellation))?.Head.Kind ?? "";
        return rebuild.Case.Version == 0 ? null : rebuild.Result(kind, snapshots);
    }

    static StoredCommit Emptied(StoredCommit commit, ILookup<long, int> erased) =>
        erased.Contains(commit.Version) ? commit with { Slots = SlotCodec.Erase(commit.Slots, erased[commit.Version].ToHashSet()) } : commit;
}

/// <summary>Folds commits into everything that is derived from them.</summary>
sealed class Rebuild(string stream, Domain domain)
{
    readonly SortedDictionary<long, ClosedTask> closedTasks = [];
    readonly SortedDictionary<long, ClosedInstance> closedInstances = [];
    readonly SortedDictionary<int, DefinitionRow> definitions = [];
    ImmutableArray<byte> hash = CommitCodec.NoHash;

    public Case Case { get; private set; } = Case.Empty(stream, domain.Empty);

    /// <summary>Every long text of the stream.</summary>
    public LongTexts Texts { get; private set; } = LongTexts.None;

    /// <summary>What the commits say was erased.</summary>
    public HashSet<SlotAddress> Erased { get; } = [];

    public void Add(StoredCommit commit, EventCodec codec)
    {
        var events = codec.Read(commit);
        if (events is [ContentErased erased, ..])
            Erased.UnionWith(erased.Slots);
        var before = Case;
        Case = Applier.Commit(before, events, commit.At, domain.Apply);
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
            definitions[row.Version] = row.Document.Length > 0 ? row : row with { Document = definitions[row.Version].Document };
        Texts = Texts.With(commit.Version, commit.Slots);
        hash = [.. commit.Hash.Span];
    }

    public RebuiltStream Result(string kind, SnapshotCodec snapshots) => new(
        new StreamHead(stream, kind, Case.Version, hash), domain.Label(Case.Domain), snapshots.All(Case, Texts), RowsOf.Case(Case, domain),
        [.. closedTasks.Values], [.. closedInstances.Values], [.. definitions.Values]);
}
