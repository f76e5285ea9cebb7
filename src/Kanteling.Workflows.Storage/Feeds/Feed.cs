using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>Reads the feed.</summary>
sealed class Feed(SqlStore store)
{
    /// <summary>Further behind than this is not counted.</summary>
    public const int MostCounted = 1_000;

    /// <summary>What comes after a position, in order; less than asked means that there is no more now.</summary>
    public Task<List<FeedRow>> ReadAsync(FeedPosition after, int max, CancellationToken cancellation) => store.IsAmongNodes
        ? store.ListAsync(FeedSql.PageAmongNodes, FeedRow.Of, cancellation, after.Epoch, after.Transaction, after.Number, (long)max)
        : store.ListAsync(FeedSql.Page, FeedRow.Of, cancellation, after.Key, (long)max);

    /// <summary>
    /// PostgreSQL: the newest commits after a position, also those that stand behind a transaction that still runs, in this database or another
    /// of the same PostgreSQL. For what may be written twice and in any order only: nobody may move a position by it.
    /// </summary>
    public Task<List<FeedRow>> NewestAsync(FeedPosition after, CancellationToken cancellation) =>
        store.ListAsync(FeedSql.NewestAmongNodes, FeedRow.Of, cancellation, after.Epoch, after.Transaction, after.Number, (long)MostCounted);

    /// <summary>How much comes after a position, readable or not, up to <see cref="MostCounted"/>; and the oldest moment among it.</summary>
    public async Task<(long Count, DateTimeOffset? Oldest)> BehindAsync(FeedPosition after, CancellationToken cancellation)
    {
        var (count, oldest) = store.IsAmongNodes
            ? await store.FirstAsync(FeedSql.BehindAmongNodes, Lag, cancellation, after.Epoch, after.Transaction, after.Number, (long)MostCounted)
            : await store.FirstAsync(FeedSql.Behind, Lag, cancellation, after.Key, (long)MostCounted);
        return (Math.Min(count, MostCounted), oldest);
    }

    static (long, DateTimeOffset?) Lag(System.Data.Common.DbDataReader r) => (r.GetInt64(0), r.IsDBNull(1) ? null : Stored.Moment(r.GetInt64(1)));
}
