namespace Kanteling.Workflows.Storage.Commits;

/// <summary>
/// Epochs of the feed: after a backup was put back the numbers of a database start again where the backup was, so what is
/// written from there on gets a higher epoch, and comes after everything that anybody ever read. A backup knows nothing of the
/// epochs that were begun after it was made, so a new one is at least the minute in which it begins, counted from 2026.
/// On SQLite the epoch is the upper part of the position. On PostgreSQL it is the default of a column: raising it takes the
/// tables for itself, so every row of an earlier epoch is committed before the first of the next.
/// PostgreSQL needs it for its own reading too, because a backup that was put into another cluster brings transaction numbers
/// that are still to come there; so there a restore is noticed: the row of the last epoch was written by the transaction and in
/// the cluster and on the timeline that it names, or it was put there by a restore.
/// </summary>
static class EpochSql
{
    /// <summary>How many numbers an epoch has on SQLite, as bits.</summary>
    public const int NumberBits = 38;

    /// <summary>Which cluster this is, and on which timeline; only on PostgreSQL.</summary>
    public const string Origin = "(SELECT system_identifier::text FROM pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)";

    // The highest that was ever drawn, as far as anything remembers it: rows at the end may have been removed since.
    public const string LastPosition = """
        SELECT max(COALESCE((SELECT max(position) FROM commits), 0), COALESCE((SELECT max(position) FROM register_changes), 0),
          COALESCE((SELECT max(position) FROM dossier_reads), 0), COALESCE((SELECT max(epoch << 38) FROM feed_epochs), 0),
          COALESCE((SELECT max((epoch << 38) + number) FROM projections), 0))
        """;

    public const string Begin = "INSERT INTO feed_epochs (epoch, xact, origin) VALUES (max($1, (unixepoch() - 1767225600) / 60), 0, '')";

    /// <summary>PostgreSQL: begins a new epoch when this database was put back from a backup.</summary>
    public const string BeginWhenRestored = $"""
        DO $$ BEGIN
          LOCK TABLE feed_epochs IN EXCLUSIVE MODE;
          IF NOT EXISTS (SELECT 1 FROM feed_epochs WHERE epoch = (SELECT max(epoch) FROM feed_epochs) AND xmin::text::bigint = xact % 4294967296 AND origin = {Origin}) THEN
            {Raise}
          END IF;
        END $$
        """;

    /// <summary>PostgreSQL: begins a new epoch because somebody says that this database was put back from a backup.</summary>
    public const string BeginAmongNodes = $"""
        DO $$ BEGIN
          LOCK TABLE feed_epochs IN EXCLUSIVE MODE;
          {Raise}
        END $$
        """;

    const string Raise = $"""
        DECLARE
          higher BIGINT := 1 + greatest((SELECT max(epoch) FROM feed_epochs), (SELECT max(epoch) FROM commits), (SELECT max(epoch) FROM register_changes),
            (SELECT max(epoch) FROM dossier_reads), (SELECT max(epoch) FROM projections),
            floor(extract(epoch FROM clock_timestamp() - TIMESTAMPTZ '2026-01-01T00:00Z') / 60)::bigint);
          held TEXT;
        BEGIN
          FOREACH held IN ARRAY ARRAY['commits', 'register_changes', 'dossier_reads'] LOOP
            EXECUTE format('ALTER TABLE %I ALTER COLUMN epoch SET DEFAULT %s', held, higher);
          END LOOP;
          INSERT INTO feed_epochs (epoch, xact, origin) VALUES (higher, pg_current_xact_id()::text::bigint, {Origin});
        END;
        """;
}
