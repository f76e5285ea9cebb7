using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>A store between whose acts something else may happen, or that fails.</summary>
sealed class HookedStore(IWorkflowStore inner) : IWorkflowStore
{
    /// <summary>Between taking deadlines and knowing which.</summary>
    public Func<Task> AfterClaim { get; set; } = () => Task.CompletedTask;

    /// <summary>Before a commit; may throw.</summary>
    public Action<CommitRequest> BeforeCommit { get; set; } = _ => { };

    /// <summary>Before the streams are gone through; may throw.</summary>
    public Action BeforeStreams { get; set; } = () => { };

    /// <summary>Whether it tells what is published now.</summary>
    public bool SeesFlows { get; init; } = true;

    /// <summary>After seals were taken away: how many.</summary>
    public Action<int> AfterForget { get; set; } = _ => { };

    public Task<long> FlowMarkAsync(CancellationToken cancellation) => inner.FlowMarkAsync(cancellation);

    public async Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation)
    {
        var forgotten = await inner.ForgetRequestsAsync(before, max, cancellation);
        AfterForget(forgotten);
        return forgotten;
    }

    public Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation)
    {
        BeforeCommit(request);
        return inner.CommitAsync(request, cancellation);
    }

    public IAsyncEnumerable<StreamHead> StreamsAsync(CancellationToken cancellation)
    {
        BeforeStreams();
        return inner.StreamsAsync(cancellation);
    }

    public async Task<ImmutableArray<DeadlineRow>> ClaimDeadlinesAsync(DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation)
    {
        var taken = await inner.ClaimDeadlinesAsync(now, realNow, leaseUntil, node, max, cancellation);
        var act = AfterClaim;
        AfterClaim = () => Task.CompletedTask;
        await act();
        return taken;
    }

    public KeyRing Keys => inner.Keys;

    public IBlobStore Blobs => inner.Blobs;

    public Task<StoredStream?> LoadAsync(StreamId stream, CancellationToken cancellation) => inner.LoadAsync(stream, cancellation);
    public Task<(long Version, StoredCommit? Commit)> ConfirmAsync(StreamId stream, CommandId command, CancellationToken cancellation) => inner.ConfirmAsync(stream, command, cancellation);
    public Task<ReadOnlyMemory<byte>> SlotsAsync(StreamId stream, long version, CancellationToken cancellation) => inner.SlotsAsync(stream, version, cancellation);
    public IAsyncEnumerable<StoredCommit> HistoryAsync(StreamId stream, HistoryRange range, CancellationToken cancellation) => inner.HistoryAsync(stream, range, cancellation);
    public Task<DefinitionRow?> DefinitionAsync(DefinitionId definitionId, int? version, CancellationToken cancellation) => inner.DefinitionAsync(definitionId, version, cancellation);
    public Task<ImmutableArray<DefinitionRow>> CurrentDefinitionsAsync(CancellationToken cancellation) => SeesFlows ? inner.CurrentDefinitionsAsync(cancellation) : Task.FromResult<ImmutableArray<DefinitionRow>>([]);
    public Task<ClosedTask?> ClosedTaskAsync(StreamId stream, TaskId task, CancellationToken cancellation) => inner.ClosedTaskAsync(stream, task, cancellation);
    public Task<DateTimeOffset?> NextDeadlineAsync(DateTimeOffset realNow, CancellationToken cancellation) => inner.NextDeadlineAsync(realNow, cancellation);
    public Task<ImmutableArray<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation) => inner.ClaimMessagesAsync(now, realNow, leaseUntil, node, max, cancellation);
    public Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation) => inner.PostponeMessageAsync(stream, message, notBefore, cancellation);
    public Task<ImmutableArray<SubscriptionRow>> SubscribersAsync(string name, string? correlation, CancellationToken cancellation) => inner.SubscribersAsync(name, correlation, cancellation);
    public Task<CommitResult> EraseAsync(CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation) => inner.EraseAsync(request, erased, rebuilt, cancellation);
    public Task<CommitResult> DestroyAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation) => inner.DestroyAsync(request, declaration, cancellation);
    public Task<Declaration?> DeclarationAsync(StreamId stream, CancellationToken cancellation) => inner.DeclarationAsync(stream, cancellation);
    public IAsyncEnumerable<Declaration> DeclarationsAsync(CancellationToken cancellation) => inner.DeclarationsAsync(cancellation);
    public Task<ImmutableArray<StreamId>> HeadlessAsync(CancellationToken cancellation) => inner.HeadlessAsync(cancellation);
    public Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation) => inner.ReplaceAsync(stream, rebuilt, cancellation);
    public Task<RebuiltStream?> DerivedAsync(StreamId stream, CancellationToken cancellation) => inner.DerivedAsync(stream, cancellation);
}
