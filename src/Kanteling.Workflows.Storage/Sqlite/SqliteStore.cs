using System.Data.Common;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Erasures;

namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>The embedded store: one writer, free readers.</summary>
sealed class SqliteStore(SqliteWriter writer, SqliteReaders readers, KeyRing keys, ErasureList erasures) : SqlStore(keys, erasures)
{
    public override bool IsAmongNodes => false;

    public override Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancellation) =>
        writer.GroupAsync(session => SqliteCommits.Commit(session, request), request.IsPerson, cancellation);

    protected override Task<CommitResult> WriteErasureAsync(
        CommitRequest request, Erased erased, RebuiltStream rebuilt, CancellationToken cancellation) =>
        writer.EraseAsync(session => SqliteCommits.Erase(session, request, erased, rebuilt), cancellation);

    protected override Task<CommitResult> WriteDestructionAsync(CommitRequest request, Declaration declaration, CancellationToken cancellation) =>
        writer.EraseAsync(session => SqliteCommits.Destroy(session, request, declaration), cancellation);

    public override Task<int> ForgetRequestsAsync(DateTimeOffset before, int max, CancellationToken cancellation) =>
        writer.GroupAsync(session => session.Run(new(Sql.ForgetSeals, before.UtcTicks, (long)max)), isPerson: false, cancellation);

    public override Task ReplaceAsync(StreamId stream, RebuiltStream rebuilt, CancellationToken cancellation) =>
        writer.GroupAsync(session => SqliteCommits.Replace(session, rebuilt), isPerson: false, cancellation);

    public override Task PostponeMessageAsync(StreamId stream, MessageId message, DateTimeOffset notBefore, CancellationToken cancellation) =>
        writer.GroupAsync(session => session.Run(new(Sql.Postpone, stream, message, notBefore.UtcTicks)), isPerson: false, cancellation);

    public override Task<bool> WriteIfAsync(Step first, IReadOnlyList<Step> then, CancellationToken cancellation) =>
        writer.GroupAsync(session =>
        {
            if (session.Run(first) == 0)
                return false;
            foreach (var step in then)
                session.Run(step);
            return true;
        }, isPerson: false, cancellation);

    // There is one writer.
    public override Task<bool> WriteAloneAsync(string name, Step step, CancellationToken cancellation) => WriteIfAsync(step, [], cancellation);

    public override Task BeginEpochAsync(CancellationToken cancellation) =>
        writer.GroupAsync(session =>
        {
            session.BeginEpoch();
            return true;
        }, isPerson: false, cancellation);

    protected override Task<List<T>> TakeAsync<T>(Step step, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        writer.GroupAsync(session =>
        {
            using var r = session.Ask(step.Sql, step.Values);
            var all = new List<T>();
            while (r.Read())
                all.Add(row(r));
            return all;
        }, isPerson: false, cancellation);

    public override async Task<T> ReadAsync<T>(bool together, Func<Ask, Task<T>> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SqliteSession? session = null;
        try
        {
            session = readers.Rent();
            if (together)
                session.BeginReading();
            var answer = await read((sql, values) => Task.FromResult<DbDataReader>(session.Ask(sql, values)));
            session.Rollback();
            readers.GiveBack(session);
            return answer;
        }
        catch (Exception reason)
        {
            session?.Dispose();
            if (StorageUnavailableException.IsOf(reason))
                throw StorageUnavailableException.For(reason);
            throw;
        }
    }
}
