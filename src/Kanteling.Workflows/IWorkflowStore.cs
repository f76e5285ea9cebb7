using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows;

/// <summary>
/// The one port of the engine. A commit is one transaction: the commit row, the changed snapshot parts and all rows,
/// or nothing at all. The same contract test runs against every implementation.
/// </summary>
public interface IWorkflowStore
{
    /// <summary>The secret keys that this database's ids are made with.</summary>
    KeyRing Keys { get; }

    /// <summary>What stands apart: uploads that wait, and the bytes that commits bound.</summary>
    IBlobStore Blobs { get; }

    /// <summary>The head and snapshot parts of a stream, or null when it does not exist.</summary>
    Task<StoredStream?> LoadAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>
    /// Writes one commit if the stream is still at <see cref="CommitRequest.ExpectedVersion"/>, its command id is new in that
    /// stream, its claims are free, and the published flows are those of <see cref="CommitRequest.Flows"/>. Any other outcome changes nothing.
    /// </summary>
    Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation);

    /// <summary>The stream's version (0 when absent) and its commit made under this command id, if any, read together.</summary>
    Task<(long Version, StoredCommit? Commit)> ConfirmAsync(StreamId stream, CommandId command, CancellationToken cancellation);

    /// <summary>Commits of a stream in order, as many as are asked and without the slots for who shows none of them.</summary>
    IAsyncEnumerable<StoredCommit> HistoryAsync(StreamId stream, HistoryRange range, CancellationToken cancellation);

    /// <summary>The slots of one commit as stored; empty when there is no such commit.</summary>
    Task<ReadOnlyMemory<byte>> SlotsAsync(StreamId stream, long version, CancellationToken cancellation);

    /// <summary>All streams, in order of their ids.</summary>
    IAsyncEnumerable<StreamHead> StreamsAsync(CancellationToken cancellation);

    /// <summary>A published document: one exact version, or the current one when <paramref name="version"/> is null.</summary>
    Task<DefinitionRow?> DefinitionAsync(DefinitionId definitionId, int? version, CancellationToken cancellation);

    /// <summary>All current, not retracted definitions.</summary>
    Task<ImmutableArray<DefinitionRow>> CurrentDefinitionsAsync(CancellationToken cancellation);

    /// <summary>Another number after every version of a definition that was published or retracted, copies for trials aside.</summary>
    Task<long> FlowMarkAsync(CancellationToken cancellation);

    /// <summary>How a task that is no longer open was closed, or null.</summary>
    Task<ClosedTask?> ClosedTaskAsync(StreamId stream, TaskId task, CancellationToken cancellation);

    /// <summary>
    /// Takes at most <paramref name="max"/> pending deadlines that are due at <paramref name="now"/> for this node, in
    /// order of due, at most one per stream, and keeps other nodes off those streams until <paramref name="leaseUntil"/>
    /// (real time). A lease that ran out is free again.
    /// </summary>
    Task<ImmutableArray<DeadlineRow>> ClaimDeadlinesAsync(DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation);

    /// <summary>
    /// The due moment of the first pending deadline in a stream that nobody holds at <paramref name="realNow"/>, or null.
    /// What a node holds is left out, so that a sweep that sleeps until this moment never spins.
    /// </summary>
    Task<DateTimeOffset?> NextDeadlineAsync(DateTimeOffset realNow, CancellationToken cancellation);

    /// <summary>
    /// Takes at most <paramref name="max"/> messages whose time has come (case time), with their attempts so far. An attempt
    /// counts when it is taken, so that one which brings the program down counts too.
    /// </summary>
    Task<ImmutableArray<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation);

    /// <summary>Puts a message back after a failed attempt.</summary>
    Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation);

    /// <summary>Streams that wait for an event: those with this correlation, and those that take any.</summary>
    Task<ImmutableArray<SubscriptionRow>> SubscribersAsync(string name, string? correlation, CancellationToken cancellation);

    /// <summary>
    /// Empties the named slots, destroys the named blobs and those of the named dossiers, puts tombstones for the named bodies, takes away every seal of the stream, appends the given commit and replaces everything derived from the
    /// stream, in one transaction, after it was noted outside the database; afterwards the old bytes are no longer in the database's files as far as the database can see to that.
    /// </summary>
    Task<CommitResult> EraseAsync(CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation);

    /// <summary>
    /// Takes away everything of a stream that is still at <see cref="CommitRequest.ExpectedVersion"/> and keeps the declaration, in one
    /// transaction, after it was noted outside the database. The commit of the request is not kept; its hash is in the declaration.
    /// </summary>
    Task<CommitResult> DestroyAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation);

    /// <summary>The declaration of a stream that was destroyed whole, or null.</summary>
    Task<Declaration?> DeclarationAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>All of them, in order of their streams.</summary>
    IAsyncEnumerable<Declaration> DeclarationsAsync(CancellationToken cancellation);

    /// <summary>Streams of which there are commits but no head, which nothing of ours makes.</summary>
    Task<ImmutableArray<StreamId>> HeadlessAsync(CancellationToken cancellation);

    /// <summary>Takes away the seals of requests that were accepted before this moment (case time), at most so many.</summary>
    /// <returns>How many; with as many as asked there may be more.</returns>
    Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Replaces everything derived from a stream by what its commits say.</summary>
    Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation);

    /// <summary>Everything derived from a stream as it is stored now, to compare with a rebuild.</summary>
    Task<RebuiltStream?> DerivedAsync(StreamId stream, CancellationToken cancellation);
}

/// <summary>Shorter ways to ask.</summary>
public static class WorkflowStores
{
    /// <summary>Commits of a stream in order, from a version (inclusive) on.</summary>
    public static IAsyncEnumerable<StoredCommit> HistoryAsync(this IWorkflowStore store, StreamId stream, long from, CancellationToken cancellation) =>
        store.HistoryAsync(stream, new HistoryRange(from), cancellation);
}

/// <summary>A piece of a stream's history.</summary>
/// <param name="From">The first version.</param>
/// <param name="To">The last one.</param>
/// <param name="IsCourse">Without the slots: only for the course of things, see <see cref="StoredCommit.IsCourse"/>.</param>
public readonly record struct HistoryRange(long From, long To = long.MaxValue, bool IsCourse = false);

/// <param name="Kind">What sort of stream it is: a household, a definition, a test; a word of the host.</param>
public sealed record StreamHead(StreamId Stream, string Kind, long Version, ImmutableArray<byte> Hash);

/// <param name="Parts">Snapshot parts by name; the engine writes one, see <see cref="Keeping.SnapshotCodec"/>.</param>
public sealed record StoredStream(StreamHead Head, ImmutableDictionary<string, SnapshotPart> Parts);

/// <param name="Format">Number of the part's format; an unknown or older one is rebuilt from the stream.</param>
public sealed record SnapshotPart(int Format, ReadOnlyMemory<byte> Bytes);

/// <param name="ChangedParts">Snapshot parts to write; null bytes remove the part.</param>
/// <param name="IsPerson">People go before timers when writes wait.</param>
/// <param name="Label">How a person recognises the stream in a list.</param>
public sealed record CommitRequest(
    string Kind, long ExpectedVersion, StoredCommit Commit, ImmutableArray<KeyValuePair<string, SnapshotPart?>> ChangedParts,
    RowChanges Rows, string? Label, bool IsPerson)
{
    /// <summary>What stands apart and is bound by this commit, or is written with it.</summary>
    public ImmutableArray<NewBlob> Blobs { get; init; } = [];

    /// <summary>The <see cref="IWorkflowStore.FlowMarkAsync"/> that it was decided with; when it is another by now, that is a conflict. Null when it does not matter.</summary>
    public long? Flows { get; init; }
}

/// <summary>Everything that can be computed from a stream's commits.</summary>
public sealed record RebuiltStream(
    StreamHead Head, string? Label, ImmutableSortedDictionary<string, SnapshotPart> Parts, StreamRows Rows,
    ImmutableArray<ClosedTask> ClosedTasks, ImmutableArray<ClosedInstance> ClosedInstances, ImmutableArray<DefinitionRow> Definitions);

public sealed record ClaimedMessage(MessageRow Message, int Attempts);

/// <summary>What became of a commit.</summary>
public abstract record CommitResult
{
    public sealed record Committed : CommitResult;

    /// <summary>Somebody else committed to this stream first, or published or retracted what this was decided with; load again and decide again.</summary>
    public sealed record VersionConflict : CommitResult;

    /// <summary>This command was accepted before in this stream; the answer is computed from that commit.</summary>
    public sealed record Duplicate(StoredCommit Earlier) : CommitResult;

    /// <summary>An upload that the commit was to bind is not there any more: somebody else bound it, or its day is over.</summary>
    public sealed record UploadGone : CommitResult;

    /// <summary>A key that had to be unique over all streams is held already.</summary>
    public sealed record ClaimHeld(string Key) : CommitResult;
}
