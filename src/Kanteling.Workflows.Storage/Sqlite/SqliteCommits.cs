using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Sqlite;

/// <summary>
/// How a commit is written into SQLite. Everything that can refuse it is looked at before the first row changes, so a
/// refused commit leaves its neighbours in the same transaction alone, without a savepoint.
/// </summary>
static class SqliteCommits
{
    // Writes nothing when the stream is elsewhere, or when the command id or the version is taken. A position that is taken is
    // no refusal: that would be a fault of ours.
    const string Append = """
        INSERT INTO commits (stream, version, format, nonce, command_id, actor, at, body, slots, hash, position)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $12 WHERE COALESCE((SELECT version FROM streams WHERE id = $1), 0) = $11
        ON CONFLICT (stream, version) DO NOTHING ON CONFLICT (stream, command_id) DO NOTHING
        """;

    const string Move = """
        INSERT INTO streams (id, kind, version, hash, label) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, hash = excluded.hash, label = excluded.label
        """;

    public static CommitResult Commit(SqliteSession session, CommitRequest request)
    {
        if (!TryAppend(session, request))
            return Refusal(session, request);
        foreach (var step in RowSteps.Of(request).Concat(BlobSteps.Of(request, isAmongNodes: false)))
            session.Run(step);
        foreach (var key in request.Rows.GoneClaims)
            session.Run(new(Sql.ReleaseClaim, key, request.Commit.Stream));
        foreach (var claim in request.Rows.Claims)
            session.Run(RowSteps.Take(claim));
        return new CommitResult.Committed();
    }

    const string Audit = "INSERT INTO register_changes (position, register, row_key, kind, actor, at, details) VALUES ($1, 'declarations', $2, 'added', $3, $4, '{}')";

    public static CommitResult Erase(SqliteSession session, CommitRequest request, Erased erased, RebuiltStream rebuilt)
    {
        if (!TryAppend(session, request))
            return Refusal(session, request);
        foreach (var version in erased.Versions)
            TakeAway(session, request.Commit.Stream, version, erased);
        foreach (var step in RowSteps.Along(request.Commit.Stream, erased))
            session.Run(step);
        return Replace(session, rebuilt);
    }

    public static CommitResult Destroy(SqliteSession session, CommitRequest request, Declaration declaration)
    {
        if (session.Run(new(Sql.HoldStream, declaration.Stream, request.ExpectedVersion)) == 0)
            return Refusal(session, request);
        var audit = new Step(Audit, session.NextPosition(), declaration.Stream, declaration.Actor, declaration.At.UtcTicks);
        foreach (var step in RowSteps.Destroying(declaration, audit))
            session.Run(step);
        return new CommitResult.Committed();
    }

    public static CommitResult Replace(SqliteSession session, RebuiltStream rebuilt)
    {
        var head = rebuilt.Head;
        session.Run(new(Sql.WriteHead, head.Stream, head.Kind, head.Version, RowSteps.Bytes(head.Hash.AsMemory()), rebuilt.Label));
        foreach (var step in RowSteps.Of(rebuilt))
            session.Run(step);
        return new CommitResult.Committed();
    }

    static bool TryAppend(SqliteSession session, CommitRequest request)
    {
        var c = request.Commit;
        if (HeldClaim(session, request) is not null || !HasUploads(session, request) || !HasFlows(session, request) || session.Run(new(
            Append, c.Stream, c.Version, (long)c.Format, RowSteps.Bytes(c.Nonce), c.CommandId, c.Actor, c.At.UtcTicks,
            RowSteps.Bytes(c.Body), RowSteps.Bytes(c.Slots), RowSteps.Bytes(c.Hash), request.ExpectedVersion, session.NextPosition())) == 0)
        {
            return false;
        }
        session.Run(new(Move, c.Stream, request.Kind, c.Version, RowSteps.Bytes(c.Hash), request.Label));
        if (!c.Seal.IsEmpty)
            session.Run(RowSteps.Seal(c));
        return true;
    }

    static CommitResult Refusal(SqliteSession session, CommitRequest request)
    {
        using (var r = session.Ask(Sql.ByCommand, request.Commit.Stream, request.Commit.CommandId))
        {
            if (r.Read())
                return new CommitResult.Duplicate(Stored.SealedFrom(r, 0));
        }
        var version = session.Scalar(Sql.VersionOf, request.Commit.Stream) as long? ?? 0;
        if (version != request.ExpectedVersion || !HasFlows(session, request))
            return new CommitResult.VersionConflict();
        if (HeldClaim(session, request) is { } key)
            return new CommitResult.ClaimHeld(key);
        return HasUploads(session, request) ? new CommitResult.VersionConflict() : new CommitResult.UploadGone();
    }

    static bool HasUploads(SqliteSession session, CommitRequest request) =>
        request.Blobs.All(blob => blob.Upload is null || session.Scalar(BlobSql.IsFinished, blob.Upload) is not null);

    static bool HasFlows(SqliteSession session, CommitRequest request) => request.Flows is not { } flows || session.Scalar(Sql.FlowMark) is long now && now == flows;

    static string? HeldClaim(SqliteSession session, CommitRequest request)
    {
        foreach (var claim in request.Rows.Claims)
        {
            var holder = session.Scalar(Sql.ClaimHolder, claim.Key) as string;
            if (holder is not null && !(holder == request.Commit.Stream.Text && request.Rows.GoneClaims.Contains(claim.Key)))
                return claim.Key;
        }
        return null;
    }

    static void TakeAway(SqliteSession session, StreamId stream, long version, Erased erased)
    {
        StoredCommit? was = null;
        using (var r = session.Ask(Sql.CommitOf, stream, version))
        {
            if (r.Read())
                was = Stored.Commit(r);
        }
        if (was is not null && erased.In(was) is var left && !ReferenceEquals(was, left))
            session.Run(RowSteps.Left(left));
    }
}
