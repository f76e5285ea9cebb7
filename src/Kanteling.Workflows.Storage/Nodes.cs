using System.Collections.Immutable;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage;

/// <summary>A program that works on the database.</summary>
/// <param name="Schema">The last migration that it knows.</param>
/// <param name="SeenAt">When it was last heard of, by the clock of the database.</param>
/// <param name="IsSilent">Not heard of for half a minute: it was killed, it hangs, or it is cut off.</param>
public sealed record SeenNode(string Name, string Version, string Schema, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsSilent);

/// <summary>
/// The programs that work on one database, each with its version and its last sign of life. On PostgreSQL, by the one clock
/// of the database; SQLite has one program at a time, which is not written down.
/// </summary>
public sealed class Nodes
{
    // Ticks of .NET, as every moment is stored.
    const string Now = "(621355968000000000 + floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint * 10000)";

    const string Sign = $"INSERT INTO nodes (name, version, schema, started_at, seen_at) VALUES ($1, $2, $3, {Now}, {Now}) ON CONFLICT (name) DO UPDATE SET seen_at = {Now}";

    // A day is enough to see what became of it.
    const string Forget = $"DELETE FROM nodes WHERE seen_at < {Now} - 864000000000";

    const string Leave = "DELETE FROM nodes WHERE name = $1";

    const string All = $"SELECT name, version, schema, started_at, seen_at, CASE WHEN seen_at < {Now} - 300000000 THEN 1 ELSE 0 END FROM nodes ORDER BY started_at, name";

    const string Later = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" > $1 ORDER BY 1 DESC";

    readonly SqlStore store;

    internal Nodes(SqlStore store) => this.store = store;

    /// <summary>Whether there may be several.</summary>
    public bool AreSeveral => store.IsAmongNodes;

    /// <summary>Says that this one lives.</summary>
    /// <returns>The migration by which a later version of the program brought the tables further than this one knows; null when none did.</returns>
    public async Task<string?> SignAsync(string name, string version, CancellationToken cancellation = default)
    {
        await store.WriteIfAsync(new(Sign, name, version, KnownMigrations.Last), [new(Forget)], cancellation);
        return await store.FirstAsync(Later, r => r.GetString(0), cancellation, KnownMigrations.Last);
    }

    /// <summary>Says that this one stops.</summary>
    public Task LeaveAsync(string name, CancellationToken cancellation = default) => store.WriteIfAsync(new(Leave, name), [], cancellation);

    /// <summary>All that were heard of in the last day, the oldest first.</summary>
    public async Task<ImmutableArray<SeenNode>> AllAsync(CancellationToken cancellation = default) => AreSeveral
        ? [.. await store.ListAsync(All, r => new SeenNode(r.GetString(0), r.GetString(1), r.GetString(2), Stored.Moment(r.GetInt64(3)), Stored.Moment(r.GetInt64(4)), r.GetInt32(5) == 1), cancellation)]
        : [];
}
