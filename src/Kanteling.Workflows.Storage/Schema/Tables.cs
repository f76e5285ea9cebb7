using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Schema;

/// <summary>
/// The tables as they were first made; a change is a new migration, never an edit here. One text for both databases:
/// moments are UTC ticks, days are ISO text, truth is 0 or 1, so that a row reads the same in either. Words that differ
/// are replaced: BYTES, POSITIONED, ORDERED, and SMALL for tables whose rows are short enough to live inside their key's index.
/// Every index that a commit must change is a page to write, and pages are what a durable commit costs: open tasks have one,
/// in the order of the lists and with what the lists ask for in it.
/// What is large and read by few stands last in its row, so that who leaves it out does not read over it: the slots of a commit.
/// Bytes that stand apart have a row per part. An upload and the blob that it becomes have the same parts, by their random id.
/// What proves a request again stands apart from its commit, in order of time: what is thirty days old goes from one end, and
/// no commit is written twice. Nothing is unique over streams but claims and definitions, so that commits can be partitioned by stream.
/// What is POSITIONED stands in the feed (see FeedPosition): on SQLite its position is the row's own key, which costs no page at
/// all (a table of its own would cost two per commit, AUTOINCREMENT one); on PostgreSQL three columns that fill themselves.
/// Lease columns, attempts and next_at belong to the nodes at work; they are no part of what a rebuild is compared with.
/// </summary>
static class Tables
{
    public static string For(bool isSqlite) => For(isSqlite ? Sql + FirstEpoch : Numbers + Sql + FirstEpochAmongNodes + InOrder, isSqlite);

    /// <summary>A later migration's text for one of the databases.</summary>
    public static string For(string sql, bool isSqlite) => isSqlite
        ? sql.Replace("POSITIONED", "position INTEGER NOT NULL PRIMARY KEY").Replace("ORDERED", "UNIQUE").Replace("BYTES", "BLOB").Replace(" SMALL;", " WITHOUT ROWID;")
        : sql.Replace("POSITIONED", "epoch BIGINT NOT NULL DEFAULT 0, xact BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint), position BIGINT NOT NULL DEFAULT nextval('feed_numbers')")
            .Replace("ORDERED", "PRIMARY KEY").Replace("BYTES", "BYTEA").Replace(" SMALL;", ";")
            // Ordinal order and plain comparison, as SQLite has by itself.
            .Replace(" TEXT", " TEXT COLLATE \"C\"");

    /// <summary>What projections write: rows that can be made from the feed at any time, so that nobody else may write them.</summary>
    public const string Projected = """

        CREATE TABLE daily_counts (
          day TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, amount BIGINT NOT NULL, PRIMARY KEY (day, kind, name)) SMALL;
        """;

    const string Numbers = """
        CREATE SEQUENCE feed_numbers;

        """;

    const string FirstEpoch = """

        INSERT INTO feed_epochs (epoch, xact, origin) VALUES (0, 0, '');
        """;

    const string FirstEpochAmongNodes = $"""

        INSERT INTO feed_epochs (epoch, xact, origin) SELECT 0, pg_current_xact_id()::text::bigint, {EpochSql.Origin};
        """;

    // Photos and letters are packed already.
    const string InOrder = """

        ALTER TABLE blob_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
        CREATE INDEX commits_in_feed ON commits (epoch, xact, position);
        ALTER TABLE register_changes ADD CONSTRAINT register_changes_in_feed PRIMARY KEY (epoch, xact, position);
        ALTER TABLE dossier_reads ADD CONSTRAINT dossier_reads_in_feed PRIMARY KEY (epoch, xact, position);
        """;

    const string Sql = Kept + Projected;

    const string Kept = """
        CREATE TABLE streams (
          id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, version BIGINT NOT NULL, hash BYTES NOT NULL, label TEXT) SMALL;

        CREATE TABLE commits (
          POSITIONED, stream TEXT NOT NULL, version BIGINT NOT NULL, format BIGINT NOT NULL, nonce BYTES NOT NULL, command_id TEXT NOT NULL,
          actor TEXT NOT NULL, at BIGINT NOT NULL, body BYTES NOT NULL, hash BYTES NOT NULL, body_hash BYTES, ground TEXT, slots BYTES NOT NULL,
          CONSTRAINT commits_in_order ORDERED (stream, version), CONSTRAINT commits_once UNIQUE (stream, command_id));

        CREATE TABLE requests (
          at BIGINT NOT NULL, stream TEXT NOT NULL, version BIGINT NOT NULL, seal BYTES NOT NULL, PRIMARY KEY (at, stream, version)) SMALL;

        CREATE TABLE uploads (
          id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, at BIGINT NOT NULL, salt BYTES NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
          length BIGINT, hash TEXT);
        CREATE INDEX uploads_by_time ON uploads (at);

        CREATE TABLE blobs (
          stream TEXT NOT NULL, version BIGINT NOT NULL, number BIGINT NOT NULL, dossier TEXT, kind TEXT NOT NULL, salt BYTES NOT NULL,
          length BIGINT NOT NULL, id TEXT NOT NULL UNIQUE, PRIMARY KEY (stream, version, number)) SMALL;

        CREATE TABLE blob_parts (id TEXT NOT NULL, part BIGINT NOT NULL, bytes BYTES NOT NULL, PRIMARY KEY (id, part));

        CREATE TABLE declarations (
          stream TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, version BIGINT NOT NULL, hash BYTES NOT NULL, command_id TEXT NOT NULL, actor TEXT NOT NULL,
          first_at BIGINT NOT NULL, at BIGINT NOT NULL, ground TEXT NOT NULL, key_id TEXT NOT NULL, signature BYTES NOT NULL);

        CREATE TABLE key_proofs (id TEXT NOT NULL PRIMARY KEY, proof TEXT NOT NULL);

        CREATE TABLE snapshots (
          stream TEXT NOT NULL, part TEXT NOT NULL, format BIGINT NOT NULL, bytes BYTES NOT NULL, PRIMARY KEY (stream, part));

        CREATE TABLE tasks (
          stream TEXT NOT NULL, id BIGINT NOT NULL, instance BIGINT NOT NULL, definition_id TEXT NOT NULL, definition_version BIGINT NOT NULL,
          activity_id TEXT NOT NULL, dossier TEXT, version BIGINT NOT NULL, title TEXT NOT NULL, relation TEXT, role TEXT, team TEXT,
          assignee TEXT, last_day TEXT, due_at BIGINT, opened_at BIGINT NOT NULL, is_escalated BIGINT NOT NULL, label TEXT,
          due_order BIGINT NOT NULL, PRIMARY KEY (stream, id)) SMALL;
        CREATE INDEX tasks_by_due ON tasks (due_order, opened_at, stream, id, assignee, team, role);

        CREATE TABLE closed_tasks (
          stream TEXT NOT NULL, id BIGINT NOT NULL, instance BIGINT NOT NULL, definition_id TEXT NOT NULL, definition_version BIGINT NOT NULL,
          activity_id TEXT NOT NULL, dossier TEXT, title TEXT NOT NULL, assignee TEXT, opened_at BIGINT NOT NULL, status TEXT NOT NULL,
          outcome TEXT, closed_by TEXT NOT NULL, closed_at BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (stream, id)) SMALL;
        CREATE INDEX closed_tasks_by_actor ON closed_tasks (closed_by, closed_at);

        CREATE TABLE deadlines (
          stream TEXT NOT NULL, id BIGINT NOT NULL, instance BIGINT, dossier TEXT, kind TEXT NOT NULL, key TEXT NOT NULL, last_day TEXT,
          due BIGINT NOT NULL, lease_node TEXT, lease_until BIGINT NOT NULL, PRIMARY KEY (stream, id)) SMALL;
        CREATE INDEX deadlines_by_due ON deadlines (due, stream, id);
        CREATE INDEX deadlines_taken ON deadlines (stream) WHERE lease_until > 0;

        CREATE TABLE instances (
          stream TEXT NOT NULL, id BIGINT NOT NULL, definition_id TEXT NOT NULL, definition_version BIGINT NOT NULL, dossier TEXT,
          parent BIGINT, correlation TEXT, name TEXT, status TEXT NOT NULL, incidents BIGINT NOT NULL, started_at BIGINT NOT NULL,
          PRIMARY KEY (stream, id)) SMALL;

        CREATE TABLE closed_instances (
          stream TEXT NOT NULL, id BIGINT NOT NULL, definition_id TEXT NOT NULL, definition_version BIGINT NOT NULL, dossier TEXT,
          started_at BIGINT NOT NULL, status TEXT NOT NULL, closed_at BIGINT NOT NULL, PRIMARY KEY (stream, id)) SMALL;
        CREATE INDEX closed_instances_by_definition ON closed_instances (definition_id, closed_at);

        CREATE TABLE incidents (
          stream TEXT NOT NULL, id BIGINT NOT NULL, instance BIGINT, activity_id TEXT, term TEXT, code TEXT NOT NULL,
          arguments TEXT NOT NULL, at BIGINT NOT NULL, label TEXT, PRIMARY KEY (stream, id)) SMALL;

        CREATE TABLE subscriptions (
          stream TEXT NOT NULL, id BIGINT NOT NULL, instance BIGINT NOT NULL, name TEXT NOT NULL, correlation TEXT, PRIMARY KEY (stream, id)) SMALL;
        CREATE INDEX subscriptions_by_name ON subscriptions (name, correlation);

        CREATE TABLE claims (
          key TEXT NOT NULL, stream TEXT NOT NULL, instance BIGINT NOT NULL, CONSTRAINT claims_once PRIMARY KEY (key)) SMALL;
        CREATE INDEX claims_by_stream ON claims (stream);

        CREATE TABLE messages (
          stream TEXT NOT NULL, id BIGINT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, body TEXT NOT NULL, not_before BIGINT NOT NULL,
          next_at BIGINT NOT NULL, attempts BIGINT NOT NULL, lease_node TEXT, lease_until BIGINT NOT NULL, PRIMARY KEY (stream, id));
        CREATE INDEX messages_by_time ON messages (next_at, stream, id);

        CREATE TABLE definitions (
          definition_id TEXT NOT NULL, version BIGINT NOT NULL, stream TEXT NOT NULL, hash TEXT NOT NULL, document TEXT NOT NULL, manifest TEXT NOT NULL,
          is_current BIGINT NOT NULL, is_retracted BIGINT NOT NULL, PRIMARY KEY (definition_id, version));
        CREATE INDEX definitions_current ON definitions (definition_id) WHERE is_current = 1;
        CREATE INDEX definitions_by_stream ON definitions (stream);

        CREATE TABLE users (
          id TEXT NOT NULL PRIMARY KEY, login_name TEXT NOT NULL, display_name TEXT NOT NULL, password_hash TEXT, token_hash TEXT UNIQUE,
          roles TEXT NOT NULL, team TEXT, wijk TEXT, is_active BIGINT NOT NULL, version BIGINT NOT NULL);
        CREATE UNIQUE INDEX users_by_login_name ON users (lower(login_name));

        CREATE TABLE teams (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, wijk TEXT, version BIGINT NOT NULL);

        CREATE TABLE calendar_days (
          day TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, version BIGINT NOT NULL);

        CREATE TABLE settings (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, version BIGINT NOT NULL);

        CREATE TABLE drafts (
          stream TEXT NOT NULL, task BIGINT NOT NULL, user_id TEXT NOT NULL, answers TEXT NOT NULL, saved_at BIGINT NOT NULL,
          PRIMARY KEY (stream, task, user_id));

        CREATE TABLE register_changes (
          POSITIONED, register TEXT NOT NULL, row_key TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL,
          details TEXT NOT NULL);
        CREATE INDEX register_changes_by_row ON register_changes (register, row_key);

        CREATE TABLE register_versions (
          hash TEXT NOT NULL PRIMARY KEY, register TEXT NOT NULL, row_key TEXT NOT NULL, content TEXT NOT NULL, at BIGINT NOT NULL);

        CREATE TABLE dossier_reads (
          POSITIONED, user_id TEXT NOT NULL, at BIGINT NOT NULL, stream TEXT NOT NULL, dossier TEXT, what TEXT NOT NULL);
        CREATE INDEX dossier_reads_by_stream ON dossier_reads (stream, at);

        CREATE TABLE definition_drafts (
          definition_id TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL, document TEXT NOT NULL, drawn_by TEXT NOT NULL,
          created_at BIGINT NOT NULL, saved_at BIGINT NOT NULL, offered_at BIGINT, version BIGINT NOT NULL);

        CREATE TABLE feed_epochs (epoch BIGINT NOT NULL PRIMARY KEY, xact BIGINT NOT NULL, origin TEXT NOT NULL);

        CREATE TABLE projections (
          name TEXT NOT NULL PRIMARY KEY, format BIGINT NOT NULL, epoch BIGINT NOT NULL, xact BIGINT NOT NULL, number BIGINT NOT NULL);
        """;
}
