using System.Data.Common;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>Something in the feed. Never with the content of slots: no projection may keep what an erasure has to find.</summary>
abstract record FeedRow(FeedPosition Position, DateTimeOffset At)
{
    /// <param name="Body">The events, as stored.</param>
    public sealed record Commit(FeedPosition Position, DateTimeOffset At, ActorId Actor, StreamId Stream, long Version, byte[] Body) : FeedRow(Position, At);

    /// <summary>A row of a register was added, changed or removed.</summary>
    public sealed record Register(FeedPosition Position, DateTimeOffset At, ActorId Actor, string Table, string Key) : FeedRow(Position, At);

    /// <summary>Somebody looked at a dossier. Those of one group stand one after another.</summary>
    public sealed record Look(FeedPosition Position, DateTimeOffset At, UserId User, StreamId Stream, DossierId? Dossier) : FeedRow(Position, At);

    public static FeedRow Of(DbDataReader r)
    {
        var position = new FeedPosition(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2));
        var (at, actor, name) = (Stored.Moment(r.GetInt64(4)), r.GetString(5), r.GetString(6));
        return r.GetInt64(3) switch
        {
            0 => new Commit(position, at, new(actor), new(name), r.GetInt64(8), Stored.Bytes(r, 9)),
            1 => new Register(position, at, new(actor), name, r.GetString(7)),
            _ => new Look(position, at, new(actor), new(name), r.IsDBNull(7) ? null : new DossierId(r.GetString(7))),
        };
    }
}
