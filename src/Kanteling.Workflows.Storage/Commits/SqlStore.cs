using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Erasures;

namespace Kanteling.Workflows.Storage.Commits;

/// <summary>Puts one question; the reader stands before the first row.</summary>
delegate Task<DbDataReader> Ask(string sql, params object?[] values);

/// <summary>What both databases do alike: reading. How a commit is made is the business of each.</summary>
abstract class SqlStore(KeyRing keys, ErasureList erasures) : IWorkflowStore
{
    public KeyRing Keys => keys;

    public IBlobStore Blobs => new SqlBlobs(this);

    public ErasureList Erasures => erasures;

    /// <summary>Runs a read on a connection of its own.</summary>
    /// <param name="together">All its questions are answered from one moment.</param>
    public abstract Task<T> ReadAsync<T>(bool together, Func<Ask, Task<T>> read, CancellationToken cancellation);

    /// <summary>Runs one writing statement that gives rows, in a transaction of its own.</summary>
    protected abstract Task<List<T>> TakeAsync<T>(Step step, Func<DbDataReader, T> row, CancellationToken cancellation);

    /// <summary>Whether several nodes work on this database: PostgreSQL.</summary>
    public abstract bool IsAmongNodes { get; }

    /// <summary>Runs the first step and, when it changed a row, the others, in one transaction.</summary>
    public abstract Task<bool> WriteIfAsync(Step first, IReadOnlyList<Step> then, CancellationToken cancellation);

    /// <summary>Runs a step in a transaction in which nobody else runs one of the same name, so that it sees what the one before it wrote.</summary>
    /// <returns>Whether it changed a row.</returns>
    public abstract Task<bool> WriteAloneAsync(string name, Step step, CancellationToken cancellation);

    /// <summary>From here on the feed goes on in a new epoch.</summary>
    public abstract Task BeginEpochAsync(CancellationToken cancellation);

    public abstract Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation);

    public abstract Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation);

    public Task<CommitResult> EraseAsync(CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation) => NotedAsync(
        new Erasure(request.Commit.Stream, erased.Slots, erased.Ground, request.Commit.At) { Dossiers = erased.Dossiers, Blobs = erased.Blobs, CommandId = request.Commit.CommandId },
        () => WriteErasureAsync(request, erased, rebuilt, cancellation), cancellation);

    public Task<CommitResult> DestroyAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation) => NotedAsync(
        new Erasure(declaration.Stream, [], declaration.Ground, declaration.At) { IsWhole = true, CommandId = declaration.CommandId },
        () => WriteDestructionAsync(request, declaration, cancellation), cancellation);

    /// <summary>Noted outside the database before it is done; and noted again when it was refused, so that nobody does it later.</summary>
    async Task<CommitResult> NotedAsync(Erasure erasure, Func<Task<CommitResult>> write, CancellationToken cancellation)
    {
        await erasures.NoteAsync(erasure, cancellation);
        var result = await write();
        if (result is not CommitResult.Committed)
            await erasures.NoteAsync(erasure with { IsWithdrawn = true }, CancellationToken.None);
        return result;
    }

    protected abstract Task<CommitResult> WriteErasureAsync(CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation);

    protected abstract Task<CommitResult> WriteDestructionAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation);

    public Task<Declaration?> DeclarationAsync(StreamId stream, CancellationToken cancellation) => FirstAsync(Sql.Declaration, Stored.Declaration, cancellation, stream);

    public async IAsyncEnumerable<Declaration> DeclarationsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = new StreamId("");
        for (List<Declaration>? page = null; page is not []; after = page is [.., var last] ? last.Stream : after)
        {
            page = await ListAsync(Sql.Declarations, Stored.Declaration, cancellation, after);
            foreach (var declaration in page)
                yield return declaration;
        }
    }

    public async Task<ImmutableArray<StreamId>> HeadlessAsync(CancellationToken cancellation) => [.. await ListAsync(Sql.Headless, r => new StreamId(r.GetString(0)), cancellation)];

    public abstract Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    public abstract Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation);

    public Task<StoredStream?> LoadAsync(StreamId stream, CancellationToken cancellation) => ReadAsync(false, async ask =>
    {
        await using var r = await ask(Sql.Load, stream);
        StreamHead? head = null;
        var parts = ImmutableDictionary.CreateBuilder<string, SnapshotPart>();
        while (await r.ReadAsync(cancellation))
        {
            head ??= new(stream, r.GetString(0), r.GetInt64(1), [.. Stored.Bytes(r, 2)]);
            if (!r.IsDBNull(3))
                parts.Add(Stored.PartFrom(r, 3));
        }
        return head is null ? null : new StoredStream(head, parts.ToImmutable());
    }, cancellation);

    public Task<(long Version, StoredCommit? Commit)> ConfirmAsync(StreamId stream, CommandId command, CancellationToken cancellation) =>
        FirstAsync(Sql.Confirm, r => (r.GetInt64(0), r.IsDBNull(1) ? null : Stored.SealedFrom(r, 1)), cancellation, stream, command);

    public Task<ReadOnlyMemory<byte>> SlotsAsync(StreamId stream, long version, CancellationToken cancellation) =>
        FirstAsync(Sql.SlotsOf, r => (ReadOnlyMemory<byte>)Stored.Bytes(r, 0), cancellation, stream, version);

    // In pages: nobody holds the database open while the caller thinks.
    public async IAsyncEnumerable<StoredCommit> HistoryAsync(StreamId stream, HistoryRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = range.From;
        for (List<StoredCommit>? page = null; page is not []; from = page is [.., var last] ? last.Version + 1 : from)
        {
            page = range.IsCourse
                ? await ListAsync(Sql.Course, Stored.Course, cancellation, stream, from, range.To)
                : await ListAsync(Sql.History, Stored.Commit, cancellation, stream, from, range.To);
            foreach (var commit in page)
                yield return commit;
        }
    }

    public async IAsyncEnumerable<StreamHead> StreamsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = new StreamId("");
        for (List<StreamHead>? page = null; page is not []; after = page is [.., var last] ? last.Stream : after)
        {
            page = await ListAsync(Sql.Heads, Stored.Head, cancellation, after);
            foreach (var head in page)
                yield return head;
        }
    }

    public Task<DefinitionRow?> DefinitionAsync(DefinitionId definitionId, int? version, CancellationToken cancellation) => version is { } exact
        ? FirstAsync(Sql.Definition, Stored.Definition, cancellation, definitionId, (long)exact)
        : FirstAsync(Sql.CurrentDefinition, Stored.Definition, cancellation, definitionId);

    public async Task<ImmutableArray<DefinitionRow>> CurrentDefinitionsAsync(CancellationToken cancellation) =>
        [.. await ListAsync(Sql.CurrentDefinitions, Stored.Definition, cancellation)];

    public Task<long> FlowMarkAsync(CancellationToken cancellation) => FirstAsync(Sql.FlowMark, r => r.GetInt64(0), cancellation);

    public Task<ClosedTask?> ClosedTaskAsync(StreamId stream, TaskId task, CancellationToken cancellation) =>
        FirstAsync(Sql.ClosedTask, Stored.ClosedTask, cancellation, stream, task);

    public async Task<ImmutableArray<DeadlineRow>> ClaimDeadlinesAsync(
        DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation)
    {
        var sql = IsAmongNodes ? Sql.ClaimDeadlinesAmongNodes : Sql.ClaimDeadlines;
        var taken = await TakeAsync(new(sql, now.UtcTicks, realNow.UtcTicks, leaseUntil.UtcTicks, node, (long)max), Stored.Deadline, cancellation);
        return [.. taken.OrderBy(d => d.DueAt).ThenBy(d => d.Stream)];
    }

    public async Task<ImmutableArray<ClaimedMessage>> ClaimMessagesAsync(
        DateTimeOffset now, DateTimeOffset realNow, DateTimeOffset leaseUntil, string node, int max, CancellationToken cancellation)
    {
        var sql = IsAmongNodes ? Sql.ClaimMessagesAmongNodes : Sql.ClaimMessages;
        var taken = await TakeAsync(new(sql, now.UtcTicks, realNow.UtcTicks, leaseUntil.UtcTicks, node, (long)max), Stored.ClaimedMessage, cancellation);
        return [.. taken.OrderBy(m => m.Message.NotBefore).ThenBy(m => m.Message.Stream).ThenBy(m => m.Message.Id)];
    }

    public Task<DateTimeOffset?> NextDeadlineAsync(DateTimeOffset realNow, CancellationToken cancellation) =>
        FirstAsync(Sql.NextDeadline, r => (DateTimeOffset?)Stored.Moment(r.GetInt64(0)), cancellation, realNow.UtcTicks);

    public async Task<ImmutableArray<SubscriptionRow>> SubscribersAsync(string name, string? correlation, CancellationToken cancellation) =>
        [.. await ListAsync(Sql.Subscribers, Stored.Subscription, cancellation, name, correlation)];

    public Task<RebuiltStream?> DerivedAsync(StreamId stream, CancellationToken cancellation) => ReadAsync(true, async ask =>
    {
        var heads = await AllAsync(ask, Sql.Head, Stored.LabelledHead, cancellation, stream);
        if (heads is not [var (head, label)])
            return null;
        var parts = await AllAsync(ask, Sql.PartsOf, Stored.Part, cancellation, stream);
        return new RebuiltStream(
            head, label, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, parts),
            new StreamRows(
                [.. await AllAsync(ask, Sql.TasksOf, Stored.Task, cancellation, stream)],
                [.. await AllAsync(ask, Sql.DeadlinesOf, Stored.Deadline, cancellation, stream)],
                [.. await AllAsync(ask, Sql.InstancesOf, Stored.Instance, cancellation, stream)],
                [.. await AllAsync(ask, Sql.IncidentsOf, Stored.Incident, cancellation, stream)],
                [.. await AllAsync(ask, Sql.SubscriptionsOf, Stored.Subscription, cancellation, stream)],
                [.. await AllAsync(ask, Sql.ClaimsOf, Stored.Claim, cancellation, stream)],
                [.. await AllAsync(ask, Sql.MessagesOf, Stored.Message, cancellation, stream)]),
            [.. await AllAsync(ask, Sql.ClosedTasksOf, Stored.ClosedTask, cancellation, stream)],
            [.. await AllAsync(ask, Sql.ClosedInstancesOf, Stored.ClosedInstance, cancellation, stream)],
            [.. await AllAsync(ask, Sql.DefinitionsOf, Stored.Definition, cancellation, stream)]);
    }, cancellation);

    public Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> row, CancellationToken cancellation, params object?[] values) =>
        ReadAsync(false, ask => AllAsync(ask, sql, row, cancellation, values), cancellation);

    public Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> row, CancellationToken cancellation, params object?[] values) =>
        ReadAsync(false, async ask =>
        {
            await using var r = await ask(sql, values);
            return await r.ReadAsync(cancellation) ? row(r) : default;
        }, cancellation);

    public static async Task<List<T>> AllAsync<T>(Ask ask, string sql, Func<DbDataReader, T> row, CancellationToken cancellation, params object?[] values)
    {
        await using var r = await ask(sql, values);
        var all = new List<T>();
        while (await r.ReadAsync(cancellation))
            all.Add(row(r));
        return all;
    }
}
