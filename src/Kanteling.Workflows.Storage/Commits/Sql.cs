namespace Kanteling.Workflows.Storage.Commits;

/// <summary>The texts that both databases understand.</summary>
static class Sql
{
    const string TaskColumns = "instance, definition_id, definition_version, activity_id, dossier, version, title, relation, role, team, assignee, last_day, due_at, opened_at, is_escalated, label";
    const string ClosedTaskColumns = "instance, definition_id, definition_version, activity_id, dossier, title, assignee, opened_at, status, outcome, closed_by, closed_at, version";
    const string DeadlineColumns = "instance, dossier, kind, key, last_day, due";
    const string InstanceColumns = "definition_id, definition_version, dossier, parent, correlation, name, status, incidents, started_at";
    const string ClosedInstanceColumns = "definition_id, definition_version, dossier, started_at, status, closed_at";
    const string IncidentColumns = "instance, activity_id, term, code, arguments, at, label";
    const string MessageColumns = "kind, target, body, not_before";
    const string DefinitionColumns = "definition_id, version, stream, hash, document, manifest, is_current, is_retracted";
    const string CommitColumns = "stream, version, format, nonce, command_id, actor, at, body, hash, body_hash, ground";
    const string DeclarationColumns = "stream, kind, version, hash, command_id, actor, first_at, at, ground, key_id, signature";
    const string SealedColumns = "c.stream, c.version, c.format, c.nonce, c.command_id, c.actor, c.at, c.body, c.hash, c.body_hash, c.ground, c.slots, q.seal";
    const string ItsSeal = "LEFT JOIN requests q ON q.at = c.at AND q.stream = c.stream AND q.version = c.version";

    public static readonly string WritePart = Upsert("snapshots", "stream, part", "format, bytes");
    public static readonly string WriteTask = Upsert("tasks", "stream, id", TaskColumns + ", due_order");
    public static readonly string WriteClosedTask = Upsert("closed_tasks", "stream, id", ClosedTaskColumns);
    public static readonly string WriteDeadline = Upsert("deadlines", "stream, id", DeadlineColumns + ", lease_until, lease_node");
    public static readonly string WriteInstance = Upsert("instances", "stream, id", InstanceColumns);
    public static readonly string WriteClosedInstance = Upsert("closed_instances", "stream, id", ClosedInstanceColumns);
    public static readonly string WriteIncident = Upsert("incidents", "stream, id", IncidentColumns);
    public static readonly string WriteSubscription = Upsert("subscriptions", "stream, id", "instance, name, correlation");
    public static readonly string WriteMessage = Upsert("messages", "stream, id", MessageColumns + ", next_at, attempts, lease_until, lease_node");
    public static readonly string WriteDefinition = Upsert("definitions", "definition_id, version", "stream, hash, document, manifest, is_current, is_retracted");

    public const string RemovePart = "DELETE FROM snapshots WHERE stream = $1 AND part = $2";
    public const string RemoveTask = "DELETE FROM tasks WHERE stream = $1 AND id = $2";
    public const string RemoveClosedTask = "DELETE FROM closed_tasks WHERE stream = $1 AND id = $2";
    public const string RemoveDeadline = "DELETE FROM deadlines WHERE stream = $1 AND id = $2";
    public const string RemoveInstance = "DELETE FROM instances WHERE stream = $1 AND id = $2";
    public const string RemoveClosedInstance = "DELETE FROM closed_instances WHERE stream = $1 AND id = $2";
    public const string RemoveIncident = "DELETE FROM incidents WHERE stream = $1 AND id = $2";
    public const string RemoveSubscription = "DELETE FROM subscriptions WHERE stream = $1 AND id = $2";
    public const string RemoveMessage = "DELETE FROM messages WHERE stream = $1 AND id = $2";

    public const string TakeClaim = "INSERT INTO claims (key, stream, instance) VALUES ($1, $2, $3)";
    public const string ReleaseClaim = "DELETE FROM claims WHERE key = $1 AND stream = $2";
    public const string ClaimHolder = "SELECT stream FROM claims WHERE key = $1";

    /// <summary>Everything derived from a stream, to be written anew; each takes the stream.</summary>
    public static readonly string[] Forget =
    [
        .. new[] { "snapshots", "tasks", "closed_tasks", "deadlines", "instances", "closed_instances", "incidents", "subscriptions", "claims", "messages", "definitions" }
            .Select(table => $"DELETE FROM {table} WHERE stream = $1"),
    ];

    public const string ForgetDrafts = "DELETE FROM drafts WHERE stream = $1";

    // A procedure that is destroyed has no open task; what somebody fills in for another stays his.
    public const string ForgetDraftsOfClosed = "DELETE FROM drafts WHERE stream = $1 AND task NOT IN (SELECT id FROM tasks WHERE stream = $1)";
    public const string SlotsOf = "SELECT slots FROM commits WHERE stream = $1 AND version = $2";
    public const string WriteHead = "UPDATE streams SET kind = $2, version = $3, hash = $4, label = $5 WHERE id = $1";
    public const string CommitOf = $"SELECT {CommitColumns}, slots FROM commits WHERE stream = $1 AND version = $2";
    public const string WriteLeft = "UPDATE commits SET nonce = $3, body = $4, slots = $5, body_hash = $6, ground = $7 WHERE stream = $1 AND version = $2";

    /// <summary>What was destroyed is no longer counted: projections are made anew from what is left.</summary>
    public const string ProjectAnew = "UPDATE projections SET format = 0 WHERE format > 0 AND name <> 'search'";

    /// <summary>
    /// Whoever makes rows of names moves this row first, so one of the two waits for the other: either the erasure finds them and
    /// deletes them, or they are not written, because the stream has another version by then.
    /// </summary>
    public const string HoldSearch = "UPDATE projections SET number = number WHERE name = 'search'";

    /// <summary>By what was erased nobody is found from this transaction on; the feed says that the stream changed, and its rows are made from what is left.</summary>
    public const string ForgetSearch = "DELETE FROM search_terms WHERE stream = $1";

    public const string HoldStream = "UPDATE streams SET version = version WHERE id = $1 AND version = $2";
    public const string WriteDeclaration = $"INSERT INTO declarations ({DeclarationColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    public const string Declaration = $"SELECT {DeclarationColumns} FROM declarations WHERE stream = $1";
    public const string Declarations = $"SELECT {DeclarationColumns} FROM declarations WHERE stream > $1 ORDER BY stream LIMIT 500";
    public const string Headless = "SELECT DISTINCT stream FROM commits c WHERE NOT EXISTS (SELECT 1 FROM streams s WHERE s.id = c.stream) ORDER BY stream";

    /// <summary>Everything of a stream that is not derived from its commits, and these themselves; each takes the stream.</summary>
    public static readonly string[] Destroy =
    [
        ForgetSealsOf, BlobSql.DestroyParts, .. new[] { "blobs", "commits", "drafts", "dossier_reads", "emergency_notices", "emergency_access" }.Select(table => $"DELETE FROM {table} WHERE stream = $1"),
        // That it was asked stays, of a household that is gone; why may name who lived there.
        "UPDATE emergency_questions SET reason = '' WHERE id IN (SELECT question FROM emergency_shown WHERE stream = $1)", "DELETE FROM emergency_shown WHERE stream = $1",
        "DELETE FROM streams WHERE id = $1",
    ];

    public const string ForgetLooks = "DELETE FROM dossier_reads WHERE stream = $1 AND dossier = $2";
    public const string LogRead = "INSERT INTO dossier_reads (position, user_id, at, stream, dossier, what) VALUES ($1, $2, $3, $4, $5, $6)";

    // One statement, so that head and parts are of the same moment.
    public const string Load = "SELECT s.kind, s.version, s.hash, p.part, p.format, p.bytes FROM streams s LEFT JOIN snapshots p ON p.stream = s.id WHERE s.id = $1";
    public const string Head = "SELECT id, kind, version, hash, label FROM streams WHERE id = $1";
    public const string Heads = "SELECT id, kind, version, hash FROM streams WHERE id > $1 ORDER BY id LIMIT 500";
    public const string History = $"SELECT {CommitColumns}, slots FROM commits WHERE {InRange}";
    public const string Course = $"SELECT {CommitColumns} FROM commits WHERE {InRange}";
    const string InRange = "stream = $1 AND version >= $2 AND version <= $3 ORDER BY version LIMIT 200";
    public const string ByCommand = $"SELECT {SealedColumns} FROM commits c {ItsSeal} WHERE c.stream = $1 AND c.command_id = $2";
    public const string VersionOf = "SELECT version FROM streams WHERE id = $1";
    public const string Confirm = $"""
        SELECT COALESCE((SELECT version FROM streams WHERE id = $1), 0), {SealedColumns}
        FROM (SELECT 1 AS one) o LEFT JOIN commits c ON c.stream = $1 AND c.command_id = $2 {ItsSeal}
        """;

    public const string WriteSeal = "INSERT INTO requests (at, stream, version, seal) VALUES ($1, $2, $3, $4)";
    public const string ForgetSealsOf = "DELETE FROM requests WHERE (at, stream, version) IN (SELECT at, stream, version FROM commits WHERE stream = $1)";
    public const string ForgetSeals = "DELETE FROM requests WHERE (at, stream, version) IN (SELECT at, stream, version FROM requests WHERE at < $1 ORDER BY at LIMIT $2)";

    public const string Definition = $"SELECT {DefinitionColumns} FROM definitions WHERE definition_id = $1 AND version = $2";
    public const string CurrentDefinition = $"SELECT {DefinitionColumns} FROM definitions WHERE definition_id = $1 AND is_current = 1 AND is_retracted = 0";
    /// <summary>Counts up with every version that is published, and with every one that is retracted; copies for trials do not count.</summary>
    public const string Flows = $"(SELECT CAST(COALESCE(SUM(1 + is_retracted), 0) AS BIGINT) FROM definitions WHERE definition_id NOT LIKE '{Streams.TrialDefinitionPrefix}%')";
    public const string FlowMark = $"SELECT {Flows}";
    public const string CurrentDefinitions = $"SELECT {DefinitionColumns} FROM definitions WHERE is_current = 1 AND is_retracted = 0 ORDER BY definition_id";
    public const string ClosedTask = $"SELECT stream, id, {ClosedTaskColumns} FROM closed_tasks WHERE stream = $1 AND id = $2";
    public const string Subscribers = "SELECT stream, id, instance, name, correlation FROM subscriptions WHERE name = $1 AND (correlation = $2 OR correlation IS NULL) ORDER BY stream, id";

    public const string PartsOf = "SELECT part, format, bytes FROM snapshots WHERE stream = $1";
    public const string TasksOf = $"SELECT stream, id, {TaskColumns} FROM tasks WHERE stream = $1 ORDER BY id";
    public const string ClosedTasksOf = $"SELECT stream, id, {ClosedTaskColumns} FROM closed_tasks WHERE stream = $1 ORDER BY id";
    public const string DeadlinesOf = $"SELECT stream, id, {DeadlineColumns} FROM deadlines WHERE stream = $1 ORDER BY id";
    public const string InstancesOf = $"SELECT stream, id, {InstanceColumns} FROM instances WHERE stream = $1 ORDER BY id";
    public const string ClosedInstancesOf = $"SELECT stream, id, {ClosedInstanceColumns} FROM closed_instances WHERE stream = $1 ORDER BY id";
    public const string IncidentsOf = $"SELECT stream, id, {IncidentColumns} FROM incidents WHERE stream = $1 ORDER BY id";
    public const string SubscriptionsOf = "SELECT stream, id, instance, name, correlation FROM subscriptions WHERE stream = $1 ORDER BY id";
    public const string ClaimsOf = "SELECT key, stream, instance FROM claims WHERE stream = $1 ORDER BY key";
    public const string MessagesOf = $"SELECT stream, id, {MessageColumns} FROM messages WHERE stream = $1 ORDER BY id";
    public const string DefinitionsOf = $"SELECT {DefinitionColumns} FROM definitions WHERE stream = $1 ORDER BY definition_id, version";

    // Streams in somebody's hands; "> 0" lets the small index of leased deadlines answer.
    const string NotTaken = "stream NOT IN (SELECT stream FROM deadlines WHERE lease_until > 0 AND lease_until > ";

    public const string NextDeadline = $"SELECT due FROM deadlines WHERE {NotTaken} $1) ORDER BY due LIMIT 1";

    // The first of its stream, and nothing of that stream in anybody's hands. $1 case time, $2 real time, $3 until, $4 node,
    // $5 at most.
    const string DueDeadlines = $"""
        WITH first (s, i) AS (SELECT stream, id FROM deadlines d WHERE due <= $1 AND lease_until <= $2 AND {NotTaken} $2)
          AND NOT EXISTS (SELECT 1 FROM deadlines e WHERE e.stream = d.stream AND (e.due < d.due OR (e.due = d.due AND e.id < d.id)))
          ORDER BY due, stream, id LIMIT $5
        """;

    const string DueMessages = """
        WITH first (s, i) AS (SELECT stream, id FROM messages WHERE next_at <= $1 AND lease_until <= $2 ORDER BY next_at, stream, id LIMIT $5
        """;

    const string TakeDeadlines = $") UPDATE deadlines SET lease_until = $3, lease_node = $4 FROM first WHERE stream = s AND id = i RETURNING stream, id, {DeadlineColumns}";
    const string TakeMessages = $") UPDATE messages SET lease_until = $3, lease_node = $4, attempts = attempts + 1 FROM first WHERE stream = s AND id = i RETURNING stream, id, {MessageColumns}, attempts - 1";

    public const string ClaimDeadlines = DueDeadlines + TakeDeadlines;
    public const string ClaimMessages = DueMessages + TakeMessages;

    // With several nodes: a row that another is taking at this moment is passed over, not waited for.
    public const string ClaimDeadlinesAmongNodes = DueDeadlines + " FOR UPDATE SKIP LOCKED" + TakeDeadlines;
    public const string ClaimMessagesAmongNodes = DueMessages + " FOR UPDATE SKIP LOCKED" + TakeMessages;

    public const string Postpone = "UPDATE messages SET next_at = $3, lease_until = 0, lease_node = NULL WHERE stream = $1 AND id = $2";

    static string Upsert(string table, string keys, string others)
    {
        var columns = $"{keys}, {others}".Split(", ");
        var values = string.Join(", ", columns.Select((_, n) => $"${n + 1}"));
        var changes = string.Join(", ", others.Split(", ").Select(column => $"{column} = excluded.{column}"));
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({values}) ON CONFLICT ({keys}) DO UPDATE SET {changes}";
    }
}
