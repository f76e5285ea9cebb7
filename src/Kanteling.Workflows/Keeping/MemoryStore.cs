using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// The store of tests and trials: everything in memory, one lock around every act. It keeps the same promises as the
/// databases, proved by the same contract test, except that nothing outlives the process.
/// </summary>
public sealed class MemoryStore : IWorkflowStore
{
    readonly Lock gate = new();
    readonly SortedDictionary<StreamId, HeldStream> streams = [];
    readonly Dictionary<string, ClaimRow> claims = new(StringComparer.Ordinal);
    readonly HeldBlobs blobs;
    readonly SortedDictionary<StreamId, Declaration> declarations = [];

    /// <param name="keys">New ones when null: nothing of them outlives the process either.</param>
    public MemoryStore(KeyRing? keys = null) => (Keys, blobs) = (keys ?? new KeyRing(RingKey.New("memory")), new HeldBlobs(gate));

    public KeyRing Keys { get; }

    public IBlobStore Blobs => blobs;

    public Task<StoredStream?> LoadAsync(StreamId stream, CancellationToken cancellation) =>
        Locked(() => Find(stream) is { } held ? new StoredStream(held.Head, held.Parts.ToImmutableDictionary()) : null, cancellation);

    public Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation) => Locked(() =>
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var held = Append(request);
        foreach (var key in request.Rows.GoneClaims.Where(key => claims.TryGetValue(key, out var claim) && claim.Stream == request.Commit.Stream))
            claims.Remove(key);
        foreach (var claim in request.Rows.Claims)
            claims.Add(claim.Key, claim);
        held.Write(request.ChangedParts, request.Rows);
        return new CommitResult.Committed();
    }, cancellation);

    public Task<(long Version, StoredCommit? Commit)> ConfirmAsync(StreamId stream, CommandId command, CancellationToken cancellation) =>
        Locked(() => (Find(stream)?.Head.Version ?? 0, Find(stream)?.CommitOf(command)), cancellation);

    public IAsyncEnumerable<StoredCommit> HistoryAsync(StreamId stream, HistoryRange range, CancellationToken cancellation) => Enter(() => Find(stream)?.Commits
        .Where(commit => commit.Version >= range.From && commit.Version <= range.To)
        .Select(commit => range.IsCourse ? commit with { Slots = default, IsCourse = true } : commit).ToArray() ?? [], cancellation).ToAsyncEnumerable();

    public IAsyncEnumerable<StreamHead> StreamsAsync(CancellationToken cancellation) =>
        Enter(() => streams.Values.Select(held => held.Head).ToArray(), cancellation).ToAsyncEnumerable();

    public Task<DefinitionRow?> DefinitionAsync(DefinitionId definitionId, int? version, CancellationToken cancellation) => Locked(() => Definitions()
        .Where(d => d.DefinitionId == definitionId)
        .FirstOrDefault(d => version is { } exact ? d.Version == exact : d is { IsCurrent: true, IsRetracted: false }), cancellation);

    public Task<ImmutableArray<DefinitionRow>> CurrentDefinitionsAsync(CancellationToken cancellation) => Locked<ImmutableArray<DefinitionRow>>(() =>
        [.. Definitions().Where(d => d is { IsCurrent: true, IsRetracted: false }).OrderBy(d => d.DefinitionId)], cancellation);

    public Task<long> FlowMarkAsync(CancellationToken cancellation) => Locked(FlowMark, cancellation);

    public Task<ClosedTask?> ClosedTaskAsync(StreamId stream, TaskId task, CancellationToken cancellation) =>
        Locked(() => Find(stream)?.ClosedTasks.GetValueOrDefault(task), cancellation);

    public Task<ImmutableArray<DeadlineRow>> ClaimDeadlinesAsync(
        DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation) =>
        Locked<ImmutableArray<DeadlineRow>>(() =>
        {
            var due = streams.Values.Where(held => !held.HasLeasedDeadline(realNow)).Select(held => held.FirstDeadline())
                .OfType<DeadlineRow>().Where(d => d.DueAt <= now)
                .OrderBy(d => d.DueAt).ThenBy(d => d.Stream).Take(max).ToImmutableArray();
            foreach (var deadline in due)
                streams[deadline.Stream].Lease(deadline, leaseUntil);
            return due;
        }, cancellation);

    public Task<DateTimeOffset?> NextDeadlineAsync(DateTimeOffset realNow, CancellationToken cancellation) => Locked(() => streams.Values
        .Where(held => !held.HasLeasedDeadline(realNow)).Select(held => held.FirstDeadline()?.DueAt).Min(), cancellation);

    public Task<ImmutableArray<ClaimedMessage>> ClaimMessagesAsync(
        DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation) =>
        Locked<ImmutableArray<ClaimedMessage>>(() =>
        [
            .. streams.Values.SelectMany(held => held.Messages.Values)
                .Where(m => m.NextAt <= now && m.LeaseUntil <= realNow)
                .OrderBy(m => m.NextAt).ThenBy(m => m.Row.Stream).ThenBy(m => m.Row.Id).Take(max).ToArray()
                .Select(m => m.Take(leaseUntil)),
        ], cancellation);

    public Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation) =>
        Locked(() => Find(stream)?.Messages.GetValueOrDefault(message)?.Postpone(notBefore), cancellation);

    public Task<ImmutableArray<SubscriptionRow>> SubscribersAsync(string name, string? correlation, CancellationToken cancellation) =>
        Locked<ImmutableArray<SubscriptionRow>>(() =>
        [
            .. streams.Values.SelectMany(held => held.Subscriptions.Values)
                .Where(s => s.Name == name && (s.Correlation is null || s.Correlation == correlation)),
        ], cancellation);

    public Task<CommitResult> EraseAsync(
        CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation) => Locked(() =>
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var held = Append(request);
        held.Erase(erased);
        blobs.Destroy(request.Commit.Stream, erased);
        held.ForgetRequests(DateTimeOffset.MaxValue, int.MaxValue);
        Replace(held, rebuilt);
        return new CommitResult.Committed();
    }, cancellation);

    public Task<CommitResult> DestroyAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation) => Locked(() =>
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        streams.Remove(declaration.Stream);
        blobs.Destroy(declaration.Stream, _ => true);
        foreach (var key in claims.Values.Where(claim => claim.Stream == declaration.Stream).Select(claim => claim.Key).ToArray())
            claims.Remove(key);
        declarations.Add(declaration.Stream, declaration);
        return new CommitResult.Committed();
    }, cancellation);

    public Task<Declaration?> DeclarationAsync(StreamId stream, CancellationToken cancellation) => Locked(() => declarations.GetValueOrDefault(stream), cancellation);

    public IAsyncEnumerable<Declaration> DeclarationsAsync(CancellationToken cancellation) =>
        Enter(() => declarations.Values.ToArray(), cancellation).ToAsyncEnumerable();

    public Task<ImmutableArray<StreamId>> HeadlessAsync(CancellationToken cancellation) => Locked<ImmutableArray<StreamId>>(() => [], cancellation);

    public Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation) => Locked(() =>
    {
        var left = max;
        foreach (var held in streams.Values)
            left -= held.ForgetRequests(before, left);
        return max - left;
    }, cancellation);

    public Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation) =>
        Locked(() => Replace(streams[stream], rebuilt), cancellation);

    public Task<RebuiltStream?> DerivedAsync(StreamId stream, CancellationToken cancellation) => Locked(() =>
        Find(stream)?.Derived([.. claims.Values.Where(claim => claim.Stream == stream).OrderBy(claim => claim.Key, StringComparer.Ordinal)]), cancellation);

    public Task<ReadOnlyMemory<byte>> SlotsAsync(StreamId stream, long version, CancellationToken cancellation) =>
        Locked(() => Find(stream)?.Commits.Find(commit => commit.Version == version)?.Slots ?? default, cancellation);

    HeldStream? Find(StreamId stream) => streams.GetValueOrDefault(stream);

    IEnumerable<DefinitionRow> Definitions() => streams.Values.SelectMany(held => held.Definitions.Values);

    long FlowMark() => Definitions().Where(d => !Streams.IsTrialDefinition(d.DefinitionId)).Sum(d => d.IsRetracted ? 2L : 1L);

    CommitResult? Refusal(CommitRequest request)
    {
        if (Find(request.Commit.Stream)?.CommitOf(request.Commit.CommandId) is { } earlier)
            return new CommitResult.Duplicate(earlier);
        if ((Find(request.Commit.Stream)?.Head.Version ?? 0) != request.ExpectedVersion || (request.Flows is { } flows && flows != FlowMark()))
            return new CommitResult.VersionConflict();
        var held = request.Rows.Claims.FirstOrDefault(claim => claims.TryGetValue(claim.Key, out var holder)
            && !(holder.Stream == request.Commit.Stream && request.Rows.GoneClaims.Contains(claim.Key)));
        if (held is not null)
            return new CommitResult.ClaimHeld(held.Key);
        return blobs.Has(request.Blobs) ? null : new CommitResult.UploadGone();
    }

    HeldStream Append(CommitRequest request)
    {
        var commit = request.Commit;
        if (!streams.TryGetValue(commit.Stream, out var held))
            streams[commit.Stream] = held = new HeldStream();
        held.Append(request);
        blobs.Bind(commit.Stream, commit.Version, request.Blobs);
        return held;
    }

    bool Replace(HeldStream held, RebuiltStream rebuilt)
    {
        foreach (var key in claims.Values.Where(claim => claim.Stream == rebuilt.Head.Stream).Select(claim => claim.Key).ToArray())
            claims.Remove(key);
        foreach (var claim in rebuilt.Rows.Claims)
            claims.Add(claim.Key, claim);
        held.Replace(rebuilt);
        return true;
    }

    T Enter<T>(Func<T> act, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return act();
    }

    Task<T> Locked<T>(Func<T> act, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? Task.FromCanceled<T>(cancellation) : Task.FromResult(Enter(act, cancellation));
}
