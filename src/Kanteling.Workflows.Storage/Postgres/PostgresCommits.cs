using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Commits;
using Npgsql;

namespace Kanteling.Workflows.Storage.Postgres;

/// <summary>
/// How a commit is written into PostgreSQL: one batch, one round trip, one implicit transaction. A batch cannot stop
/// halfway by itself, so what refuses a commit must be an error: a stream that moved on gives no row, hence a null
/// version, hence a violation; a command id or a claim that is taken violates its key. The server then undoes it all.
/// </summary>
static class PostgresCommits
{
    const string Append = """
        INSERT INTO commits (stream, version, format, nonce, command_id, actor, at, body, slots, hash)
        VALUES ($1, (SELECT version FROM moved), $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    const string First = $"""
        WITH moved AS (INSERT INTO streams (id, kind, version, hash, label) VALUES ($1, $11, $2, $10, $12) RETURNING version)
        {Append}
        """;

    const string Next = $"""
        WITH moved AS (UPDATE streams SET version = $2, hash = $10, label = $12 WHERE id = $1 AND version = $11 RETURNING version)
        {Append}
        """;

    // The same, while the published flows are those that it was decided with. Whoever publishes or retracts waits here for his turn,
    // so that the statement after it sees what the one before him did.
    const string HoldFlows = "SELECT pg_advisory_xact_lock(hashtext('kanteling:flows'))";

    const string FirstOfFlows = $"""
        WITH moved AS (INSERT INTO streams (id, kind, version, hash, label) SELECT $1, $11, $2, $10, $12 WHERE {Sql.Flows} = $13 RETURNING version)
        {Append}
        """;

    const string NextOfFlows = $"""
        WITH moved AS (UPDATE streams SET version = $2, hash = $10, label = $12 WHERE id = $1 AND version = $11 AND {Sql.Flows} = $13 RETURNING version)
        {Append}
        """;

    public static IEnumerable<Step> Commit(CommitRequest request)
    {
        if (request.Flows is { } flows)
        {
            yield return new(HoldFlows);
            yield return OfFlows(Head(request), flows);
        }
        else
        {
            yield return Head(request);
        }
        if (!request.Commit.Seal.IsEmpty)
            yield return RowSteps.Seal(request.Commit);
        foreach (var step in RowSteps.Of(request).Concat(BlobSteps.Of(request, isAmongNodes: true)))
            yield return step;
        foreach (var key in request.Rows.GoneClaims)
            yield return new(Sql.ReleaseClaim, key, request.Commit.Stream);
        // Everybody takes claims in one order, so that two commits never wait for each other.
        foreach (var claim in request.Rows.Claims.OrderBy(claim => claim.Key, StringComparer.Ordinal))
            yield return RowSteps.Take(claim);
    }

    public static IEnumerable<Step> Replace(RebuiltStream rebuilt)
    {
        var head = rebuilt.Head;
        return RowSteps.Of(rebuilt).Prepend(new(Sql.WriteHead, head.Stream, head.Kind, head.Version, RowSteps.Bytes(head.Hash.AsMemory()), rebuilt.Label));
    }

    public static async Task EraseAsync(
        NpgsqlConnection connection, CommitRequest request, Erased erased, RebuiltStream rebuilt)
    {
        var stream = request.Commit.Stream;
        await connection.RunAsync([Head(request)]);
        foreach (var version in erased.Versions)
            await TakeAwayAsync(connection, stream, version, erased);
        await connection.RunAsync([.. RowSteps.Along(stream, erased), .. Replace(rebuilt)]);
    }

    const string Audit = "INSERT INTO register_changes (register, row_key, kind, actor, at, details) VALUES ('declarations', $1, 'added', $2, $3, '{}')";

    /// <returns>False when the stream is elsewhere, or gone; then nothing was changed.</returns>
    public static async Task<bool> DestroyAsync(NpgsqlConnection connection, CommitRequest request, Declaration declaration)
    {
        await using var hold = connection.Command(new(Sql.HoldStream, declaration.Stream, request.ExpectedVersion));
        if (await hold.ExecuteNonQueryAsync() == 0)
            return false;
        await connection.RunAsync([.. RowSteps.Destroying(declaration, new(Audit, declaration.Stream, declaration.Actor, declaration.At.UtcTicks))]);
        return true;
    }

    static async Task TakeAwayAsync(NpgsqlConnection connection, StreamId stream, long version, Erased erased)
    {
        StoredCommit? was = null;
        await using (var command = connection.Command(new(Sql.CommitOf, stream, version)))
        {
            await using var r = await command.ExecuteReaderAsync();
            if (await r.ReadAsync())
                was = Stored.Commit(r);
        }
        if (was is not null && erased.In(was) is var left && !ReferenceEquals(was, left))
            await connection.RunAsync([RowSteps.Left(left)]);
    }

    static Step OfFlows(Step head, long flows) => new(head.Sql == First ? FirstOfFlows : NextOfFlows, [.. head.Values, flows]);

    static Step Head(CommitRequest request)
    {
        var c = request.Commit;
        return request.ExpectedVersion == 0
            ? new(First, c.Stream, c.Version, (long)c.Format, RowSteps.Bytes(c.Nonce), c.CommandId, c.Actor, c.At.UtcTicks,
                RowSteps.Bytes(c.Body), RowSteps.Bytes(c.Slots), RowSteps.Bytes(c.Hash), request.Kind, request.Label)
            : new(Next, c.Stream, c.Version, (long)c.Format, RowSteps.Bytes(c.Nonce), c.CommandId, c.Actor, c.At.UtcTicks,
                RowSteps.Bytes(c.Body), RowSteps.Bytes(c.Slots), RowSteps.Bytes(c.Hash), request.ExpectedVersion, request.Label);
    }
}
