using System.Collections.Immutable;
using System.Data.Common;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>How far a projection is behind what was written.</summary>
/// <param name="Behind">So much it has not read yet; <see cref="Projections.MostCounted"/> stands for that and more.</param>
/// <param name="Oldest">The moment of the oldest of that; commits have theirs in the time of the cases. Null when it has read all.</param>
public sealed record ProjectionLag(string Name, long Behind, DateTimeOffset? Oldest);

/// <summary>Brings the projections up to the end of the feed, tells how far they are, and proves them.</summary>
public sealed class Projections
{
    /// <summary>Further behind than this is not counted.</summary>
    public const int MostCounted = Feed.MostCounted;

    internal const int AtOnce = 500;

    const string Known = "SELECT format, epoch, xact, number FROM projections WHERE name = $1";
    const string Begin = "INSERT INTO projections (name, format, epoch, xact, number) VALUES ($1, $2, 0, 0, 0) ON CONFLICT (name) DO NOTHING";
    const string BeginAnew = "UPDATE projections SET format = $2, epoch = 0, xact = 0, number = 0 WHERE name = $1 AND format = $3";
    const string Move = "UPDATE projections SET epoch = $3, xact = $4, number = $5 WHERE name = $1 AND format = $2 AND epoch = $6 AND xact = $7 AND number = $8";

    /// <summary>Every projection that there is.</summary>
    internal static readonly ImmutableArray<Projection> All = [CountingPerDay.Projection, Searching.Projection];

    readonly SqlStore store;
    readonly Feed feed;
    readonly States states;
    readonly ImmutableArray<Projection> all;

    /// <summary>The commits that were written ahead of the position by this process, and still stand after it.</summary>
    volatile ImmutableHashSet<FeedPosition> ahead = [];

    internal Projections(SqlStore store, ImmutableArray<Projection> all) => (this.store, feed, states, this.all) = (store, new Feed(store), new States(store), all);

    /// <summary>Reads on until the end of the feed. Where another node is at it, this one leaves it to that one.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        foreach (var projection in all)
        {
            while (await StepAsync(projection, cancellation) == Stepped.More)
                cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Brings the words by which people are found up to this moment, for who is about to search: what somebody recorded just now is
    /// found. It gives up when there is more to read than somebody waits for, as after an update that makes the table anew.
    /// </summary>
    /// <param name="mostSteps">So many pages of the feed at most.</param>
    /// <returns>Whether it is up to this moment.</returns>
    public async Task<bool> CatchUpSearchAsync(int mostSteps = 40, CancellationToken cancellation = default)
    {
        var projection = all.First(p => p.Name == Searching.Name);
        for (var step = 0; step < mostSteps; step++)
        {
            if (await StepAsync(projection, cancellation) == Stepped.AtTheEnd && await WriteAheadAsync(projection, cancellation))
                return true;
        }
        return false;
    }

    /// <summary>
    /// What was committed behind a transaction that still runs is not readable in order yet, and somebody searches now. Rows of a
    /// state may be written in any order, and again: so they are, and the position stays where it is. Of more than
    /// <see cref="Feed.MostCounted"/> such commits only the newest.
    /// </summary>
    /// <returns>False when another node moved on meanwhile.</returns>
    async Task<bool> WriteAheadAsync(Projection projection, CancellationToken cancellation)
    {
        // SQLite has one writer: what is committed is readable in order.
        if (!store.IsAmongNodes || await KnownAsync(projection, cancellation) is not var (format, position) || format != projection.Format)
            return true;
        var newest = await feed.NewestAsync(position, cancellation);
        if (newest.Where(row => !ahead.Contains(row.Position)).ToList() is { Count: > 0 } fresh)
        {
            var steps = await states.StepsAsync(projection.States!, States.Touched(fresh), cancellation);
            var stay = new Step(Move, projection.Name, format, position.Epoch, position.Transaction, position.Number, position.Epoch, position.Transaction, position.Number);
            if (!await store.WriteIfAsync(stay, steps, cancellation))
                return false;
        }
        ahead = [.. newest.Select(row => row.Position)];
        return true;
    }

    /// <summary>How far each is behind; it counts no further than <see cref="MostCounted"/>.</summary>
    public async Task<ImmutableArray<ProjectionLag>> LagAsync(CancellationToken cancellation = default)
    {
        var lags = ImmutableArray.CreateBuilder<ProjectionLag>(all.Length);
        foreach (var projection in all)
        {
            var known = await KnownAsync(projection, cancellation);
            var (behind, oldest) = await feed.BehindAsync(known?.Position ?? default, cancellation);
            lags.Add(new ProjectionLag(projection.Name, behind, oldest));
        }
        return lags.MoveToImmutable();
    }

    /// <summary>Makes each anew in memory, up to where it is, and compares.</summary>
    /// <returns>The names of those whose rows differ.</returns>
    public async Task<ImmutableArray<string>> DoubtsAsync(CancellationToken cancellation = default)
    {
        var doubts = ImmutableArray.CreateBuilder<string>();
        foreach (var projection in all)
        {
            if (projection.States is { } made)
            {
                if (await KnownAsync(projection, cancellation) is { } until && until.Format == projection.Format && !await states.IsRightAsync(made, until.Position, cancellation))
                    doubts.Add(projection.Name);
                continue;
            }
            var (known, rows) = await store.ReadAsync(true, async ask => (
                (await SqlStore.AllAsync(ask, Known, Place, cancellation, projection.Name)).Cast<(long Format, FeedPosition Position)?>().FirstOrDefault(),
                await SqlStore.AllAsync(ask, projection.Content, Rebuild.Text, cancellation)), cancellation);
            // One of another format waits to be made anew, or a newer program looks after it.
            if (known is { } place && place.Format == projection.Format && !rows.SequenceEqual(await Rebuild.MakeAsync(projection, feed, place.Position, cancellation)))
                doubts.Add(projection.Name);
        }
        return doubts.ToImmutable();
    }

    /// <summary>How a step ended.</summary>
    enum Stepped
    {
        /// <summary>There is nothing more to read now, or it is left to a newer program.</summary>
        AtTheEnd,

        /// <summary>There may be more.</summary>
        More,

        /// <summary>Another node did it first.</summary>
        Elsewhere,
    }

    async Task<Stepped> StepAsync(Projection projection, CancellationToken cancellation)
    {
        if (await KnownAsync(projection, cancellation) is not var (format, position))
            return Began(await store.WriteIfAsync(new(Begin, projection.Name, projection.Format), [], cancellation));
        // A newer program works on this database too, and looks after it.
        if (format > projection.Format)
            return Stepped.AtTheEnd;
        if (format < projection.Format)
            return Began(await store.WriteIfAsync(new(BeginAnew, projection.Name, projection.Format, format), [new(projection.Empty)], cancellation));
        var page = await feed.ReadAsync(position, AtOnce, cancellation);
        if (page is not [.., { Position: var last }])
            return Stepped.AtTheEnd;
        var move = new Step(
            Move, projection.Name, format, last.Epoch, last.Transaction, last.Number, position.Epoch, position.Transaction, position.Number);
        var steps = projection.States is { } made ? await states.StepsAsync(made, States.Touched(page), cancellation) : projection.Write(page);
        if (!await store.WriteIfAsync(move, steps, cancellation))
            return Stepped.Elsewhere;
        return page.Count == AtOnce ? Stepped.More : Stepped.AtTheEnd;

        static Stepped Began(bool isDone) => isDone ? Stepped.More : Stepped.Elsewhere;
    }

    async Task<(long Format, FeedPosition Position)?> KnownAsync(Projection projection, CancellationToken cancellation) =>
        await store.ListAsync(Known, Place, cancellation, projection.Name) is [var known] ? known : null;

    static (long Format, FeedPosition Position) Place(DbDataReader r) => (r.GetInt64(0), new FeedPosition(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)));
}
