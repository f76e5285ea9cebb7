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
sealed record Projection(string Name, long Format, string Empty, string Content, Func<IReadOnlyList<FeedRow>, IReadOnlyList<Step>> Write);
