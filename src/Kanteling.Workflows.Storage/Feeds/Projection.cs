using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>
/// Rows that are made from the feed and from nothing else. They are written together with the position up to which they are
/// made, so a page of the feed counts once, whatever is killed and however many nodes there are. No decision reads one.
/// </summary>
/// <param name="Name">Stable.</param>
/// <param name="Format">Goes up when the rows would be others; those of a lower format are thrown away and made anew.</param>
/// <param name="Empty">Removes all rows.</param>
/// <param name="Content">All rows, in an order of their own, to compare with a rebuild.</param>
/// <param name="Write">What a page of the feed changes. Pure: the same page, the same steps.</param>
sealed record Projection(string Name, long Format, string Empty, string Content, Func<IReadOnlyList<FeedRow>, IReadOnlyList<Step>> Write)
{
    /// <summary>When its rows follow from how the streams stand, of which the feed only says that they changed; null when they follow from the feed itself.</summary>
    public StateRows? States { get; init; }
}

/// <summary>
/// Rows that follow from the newest state of one stream. The law of this record: they are written only while the stream has the
/// version that they are made of. Who comes too late leaves them to whoever reads the later commit, so what an erasure took away
/// never comes back.
/// </summary>
/// <param name="Kind">Of the streams that have any.</param>
/// <param name="Forget">Takes the rows of a stream ($1) away while it has this version ($2).</param>
/// <param name="Add">Adds a row to a stream ($1) while it has this version ($2); the values of the row follow.</param>
/// <param name="Rows">The rows of a stream ($1), in the order of <paramref name="Of"/>.</param>
/// <param name="Strays">Streams that have rows and are not there.</param>
/// <param name="Of">The rows of a case, with a key of the database. Pure.</param>
sealed record StateRows(string Kind, string Forget, string Add, string Rows, string Strays, Func<Case, RingKey, IEnumerable<object?[]>> Of)
{
    public IEnumerable<Step> Steps(Case now, RingKey key) =>
        Of(now, key).Select(row => new Step(Add, [now.Stream, now.Version, .. row])).Prepend(new Step(Forget, now.Stream, now.Version));
}
