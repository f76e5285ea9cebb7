namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>
/// The three sources of the feed as one. On PostgreSQL it is read only below the oldest transaction that still runs: whatever
/// commits later has a higher place, so a reader never passes over it. A look, a register row and a commit are read by one
/// statement, from one snapshot.
/// </summary>
static class FeedSql
{
    const string OfCommits = "CAST(0 AS BIGINT) AS source, at, actor, stream AS name, '' AS key, version, body FROM commits";
    const string OfRegisters = "CAST(1 AS BIGINT) AS source, at, actor, register AS name, row_key AS key, CAST(0 AS BIGINT) AS version, CAST(NULL AS BYTEA) AS body FROM register_changes";
    const string OfLooks = "CAST(2 AS BIGINT) AS source, at, user_id AS actor, stream AS name, dossier AS key, CAST(0 AS BIGINT) AS version, CAST(NULL AS BYTEA) AS body FROM dossier_reads";

    const string Key = "position >> 38 AS epoch, CAST(0 AS BIGINT) AS xact, position & 274877906943 AS number";
    const string Later = "WHERE position > $1 ORDER BY position LIMIT $2";

    // $1 the key after which, $2 at most so many.
    public const string Page = $"""
        SELECT * FROM (SELECT {Key}, {OfCommits} {Later}) c
        UNION ALL SELECT * FROM (SELECT {Key}, {OfRegisters} {Later}) r
        UNION ALL SELECT * FROM (SELECT {Key}, {OfLooks} {Later}) l
        ORDER BY 1, 3 LIMIT $2
        """;

    public const string Behind = $"""
        SELECT count(*), min(at) FROM (
          SELECT at FROM (SELECT at FROM commits {Later}) c
          UNION ALL SELECT at FROM (SELECT at FROM register_changes {Later}) r
          UNION ALL SELECT at FROM (SELECT at FROM dossier_reads {Later}) l) behind
        """;

    const string KeyAmongNodes = "epoch, xact, position AS number";
    const string After = "WHERE (epoch, xact, position) > ($1, $2, $3)";
    const string Settled = "AND (epoch, xact) < ((SELECT max(epoch) FROM feed_epochs), (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint))";
    const string InOrder = "ORDER BY epoch, xact, position LIMIT $4";

    // $1, $2 and $3 the position after which, $4 at most so many.
    public const string PageAmongNodes = $"""
        SELECT * FROM (SELECT {KeyAmongNodes}, {OfCommits} {After} {Settled} {InOrder}) c
        UNION ALL SELECT * FROM (SELECT {KeyAmongNodes}, {OfRegisters} {After} {Settled} {InOrder}) r
        UNION ALL SELECT * FROM (SELECT {KeyAmongNodes}, {OfLooks} {After} {Settled} {InOrder}) l
        ORDER BY 1, 2, 3 LIMIT $4
        """;

    // $1, $2 and $3 the position after which, $4 at most so many: the newest commits, readable in order or not.
    public const string NewestAmongNodes = $"SELECT {KeyAmongNodes}, {OfCommits} {After} ORDER BY epoch DESC, xact DESC, position DESC LIMIT $4";

    /// <summary>Where the last commit of a stream ($1) stands.</summary>
    public static string LastOf(bool isAmongNodes) => isAmongNodes ? LastAmongNodes : Last;

    const string Last = $"SELECT {Key} FROM commits WHERE stream = $1 ORDER BY version DESC LIMIT 1";
    const string LastAmongNodes = $"SELECT {KeyAmongNodes} FROM commits WHERE stream = $1 ORDER BY version DESC LIMIT 1";

    // What cannot be read yet counts: a transaction that never ends has to be seen.
    public const string BehindAmongNodes = $"""
        SELECT count(*), min(at) FROM (
          SELECT at FROM (SELECT at FROM commits {After} {InOrder}) c
          UNION ALL SELECT at FROM (SELECT at FROM register_changes {After} {InOrder}) r
          UNION ALL SELECT at FROM (SELECT at FROM dossier_reads {After} {InOrder}) l) behind
        """;
}
