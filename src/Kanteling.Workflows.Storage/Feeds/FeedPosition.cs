using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>
/// Where something stands in the feed: the one order of commits, changes of registers and looks into dossiers. It stands
/// outside every hash. What is readable after a position never changes its place, and nothing readable comes before it later.
/// </summary>
/// <param name="Epoch">Goes up when a backup was put back, see <see cref="EpochSql"/>.</param>
/// <param name="Transaction">PostgreSQL: the number of the transaction that wrote it, 64 bits. SQLite: 0, for it has one writer.</param>
/// <param name="Number">Orders what stands within one transaction and, on SQLite, all of it.</param>
readonly record struct FeedPosition(long Epoch, long Transaction, long Number)
{
    /// <summary>As the key of a row on SQLite.</summary>
    public long Key => (Epoch << EpochSql.NumberBits) + Number;

    public bool IsAfter(FeedPosition other) => (Epoch, Transaction, Number).CompareTo((other.Epoch, other.Transaction, other.Number)) > 0;
}
