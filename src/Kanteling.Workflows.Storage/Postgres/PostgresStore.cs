using System.Data;
using System.Data.Common;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Erasures;
using Npgsql;

namespace Kanteling.Workflows.Storage.Postgres;

/// <summary>
/// The store for several nodes. One transaction per command. A batch that was sent is not called back: when the
/// connection breaks before the answer, the same commit is sent again on a new connection. It waits behind the first
/// if that is still under way, and then finds itself, by command id and hash: that is how an unknown outcome becomes known.
/// </summary>
sealed class PostgresStore(NpgsqlDataSource source, KeyRing keys, ErasureList erasures) : SqlStore(keys, erasures)
{
    const int Attempts = 4;

    public override bool IsAmongNodes => true;

    public override Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation) =>
        SettleAsync(request, connection => connection.RunAsync(PostgresCommits.Commit(request)), cancellation);

    protected override Task<CommitResult> WriteErasureAsync(
        CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation) =>
        SettleAsync(request, connection => InTransactionAsync(connection, () => PostgresCommits.EraseAsync(connection, request, erased, rebuilt)), cancellation);

    protected override async Task<CommitResult> WriteDestructionAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation)
    {
        var isDone = await RetryAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            if (!await PostgresCommits.DestroyAsync(connection, request, declaration))
                return false;
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancellation);
        // Sent again after a connection that broke, it finds its own declaration.
        return isDone || await DeclarationAsync(declaration.Stream, CancellationToken.None) is { } left && left.CommandId == declaration.CommandId
            ? new CommitResult.Committed() : new CommitResult.VersionConflict();
    }

    public override Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation) =>
        RetryAsync(async connection =>
        {
            await using var command = connection.Command(new(Sql.ForgetSeals, before.UtcTicks, (long)max));
            return await command.ExecuteNonQueryAsync(CancellationToken.None);
        }, cancellation);

    public override Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation) =>
        RetryAsync(connection => DoneAsync(connection.RunAsync(PostgresCommits.Replace(rebuilt))), cancellation);

    public override Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation) =>
        RetryAsync(connection => DoneAsync(connection.RunAsync([new(Sql.Postpone, stream, message, notBefore.UtcTicks)])), cancellation);

    public override Task<bool> WriteIfAsync(Step first, IReadOnlyList<Step> then, CancellationToken cancellation) =>
        RetryAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await using var command = connection.Command(first);
            if (await command.ExecuteNonQueryAsync(CancellationToken.None) == 0)
                return false;
            if (then.Count > 0)
                await connection.RunAsync(then);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancellation);

    public override Task<bool> WriteAloneAsync(string name, Step step, CancellationToken cancellation) =>
        RetryAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await connection.RunAsync([new("SELECT pg_advisory_xact_lock(hashtext($1))", $"kanteling:{name}")]);
            await using var command = connection.Command(step);
            var isDone = await command.ExecuteNonQueryAsync(CancellationToken.None) > 0;
            await transaction.CommitAsync(CancellationToken.None);
            return isDone;
        }, cancellation);

    public override Task BeginEpochAsync(CancellationToken cancellation) =>
        RetryAsync(connection => DoneAsync(connection.RunAsync([new(EpochSql.BeginAmongNodes)])), cancellation);

    /// <summary>Begins a new epoch of the feed when this database was put back from a backup.</summary>
    public Task NoticeRestoreAsync(CancellationToken cancellation) =>
        RetryAsync(connection => DoneAsync(connection.RunAsync([new(EpochSql.BeginWhenRestored)])), cancellation);

    protected override Task<List<T>> TakeAsync<T>(Step step, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        RetryAsync(async connection =>
        {
            await using var command = connection.Command(step);
            await using var r = await command.ExecuteReaderAsync();
            var all = new List<T>();
            while (await r.ReadAsync())
                all.Add(row(r));
            return all;
        }, cancellation);

    public override Task<T> ReadAsync<T>(bool together, Func<Ask, Task<T>> read, CancellationToken cancellation) =>
        RetryAsync(async connection =>
        {
            await using var transaction = together ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation) : null;
            return await read(async (sql, values) =>
            {
                await using var command = connection.Command(new(sql, values));
                return await command.ExecuteReaderAsync(cancellation);
            });
        }, cancellation);

    async Task<CommitResult> SettleAsync(CommitRequest request, Func<NpgsqlConnection, Task> write, CancellationToken cancellation)
    {
        try
        {
            await RetryAsync(connection => DoneAsync(write(connection)), cancellation);
            return new CommitResult.Committed();
        }
        catch (PostgresException reason) when (reason.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation)
        {
            return await RefusalAsync(request, reason);
        }
    }

    async Task<CommitResult> RefusalAsync(CommitRequest request, PostgresException reason)
    {
        var (version, earlier) = await ConfirmAsync(request.Commit.Stream, request.Commit.CommandId, CancellationToken.None);
        if (earlier is not null)
            return earlier.Hash.Span.SequenceEqual(request.Commit.Hash.Span) ? new CommitResult.Committed() : new CommitResult.Duplicate(earlier);
        if (reason.ConstraintName == "claims_once")
            return new CommitResult.ClaimHeld(await HeldClaimAsync(request));
        if (reason.TableName == "blobs" && version == request.ExpectedVersion)
            return new CommitResult.UploadGone();
        // Anything else than a stream that moved on would be a fault of ours, and a conflict would only hide it.
        // A partition of the commits has a name of its own.
        var isOfStream = reason.TableName is { } table && (table == "streams" || table.StartsWith("commits", StringComparison.Ordinal));
        return version == request.ExpectedVersion && !isOfStream ? throw reason : new CommitResult.VersionConflict();
    }

    async Task<string> HeldClaimAsync(CommitRequest request)
    {
        foreach (var claim in request.Rows.Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal))
        {
            if (await FirstAsync(Sql.ClaimHolder, r => r.GetString(0), CancellationToken.None, claim.Key) is not null)
                return claim.Key;
        }
        // Released since: whoever decides again will get it.
        return request.Rows.Claims[0].Key;
    }

    /// <summary>
    /// Runs on a pooled connection, and again on a new one when the first broke or the server chose it to lose a
    /// deadlock. Only for work that may be done twice.
    /// </summary>
    async Task<T> RetryAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return await work(connection);
            }
            catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
            {
                // Connections of before a restart are dead, and each would cost an attempt.
                if (reason is not PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.TooManyConnections })
                    source.Clear();
                if (attempt == Attempts || StorageUnavailableException.IsSlow(reason) || reason is PostgresException { SqlState: PostgresErrorCodes.DiskFull })
                    throw StorageUnavailableException.For(reason);
            }
        }
    }

    static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    static async Task InTransactionAsync(NpgsqlConnection connection, Func<Task> work)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await work();
        await transaction.CommitAsync();
    }
}
