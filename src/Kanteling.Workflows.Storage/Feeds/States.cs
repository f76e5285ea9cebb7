using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage.Commits;

namespace Kanteling.Workflows.Storage.Feeds;

/// <summary>How streams stand now, for the projections that follow from it: what they write, and the proof of it.</summary>
sealed class States
{
    const int Attempts = 3;
    readonly SqlStore store;
    readonly History history;

    public States(SqlStore store)
    {
        this.store = store;
        var events = new EventCodec(HuishoudenDomein.Domein.Codec);
        history = new History(store, HuishoudenDomein.Domein, events, new SnapshotCodec(HuishoudenDomein.Domein, events));
    }

    /// <summary>The streams that these rows of the feed changed.</summary>
    public static ImmutableArray<StreamId> Touched(IEnumerable<FeedRow> rows) =>
        [.. rows.OfType<FeedRow.Commit>().Select(row => row.Stream).Where(stream => !Streams.IsTrial(stream) && !Streams.IsOfDefinition(stream)).Distinct()];

    public async Task<IReadOnlyList<Step>> StepsAsync(StateRows rows, IEnumerable<StreamId> streams, CancellationToken cancellation)
    {
        var steps = new List<Step>();
        foreach (var stream in streams)
        {
            if (await store.LoadAsync(stream, cancellation) is { } stored && stored.Head.Kind == rows.Kind)
                steps.AddRange(await ReadAsync(stored, cancellation) is { } now ? rows.Steps(now, store.Keys.Current) : [new Step(rows.Forget, stream, stored.Head.Version)]);
        }
        return steps;
    }

    /// <summary>Whether all rows are what follows from the streams, those aside that changed after this position.</summary>
    public async Task<bool> IsRightAsync(StateRows rows, FeedPosition until, CancellationToken cancellation)
    {
        if ((await store.ListAsync(rows.Strays, r => r.GetString(0), cancellation)).Count > 0)
            return false;
        await foreach (var head in store.StreamsAsync(cancellation))
        {
            if (!await IsRightAsync(rows, head, until, cancellation))
                return false;
        }
        return true;
    }

    // A server may be at work beside this: only what stays wrong while nothing is added counts.
    async Task<bool> IsRightAsync(StateRows rows, StreamHead head, FeedPosition until, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var found = await store.ListAsync(rows.Rows, Rebuild.Text, cancellation, head.Stream);
            if (await store.LoadAsync(head.Stream, cancellation) is not { } stored)
                return true;
            var now = stored.Head.Kind == rows.Kind ? await ReadAsync(stored, cancellation) : null;
            // After the keys of the database changed, rows stay as the key of before made them until their stream changes.
            if (now is null || Streams.IsTrial(head.Stream) ? found.Count == 0 : store.Keys.Keys.Any(key => found.SequenceEqual(rows.Of(now, key).Select(Text))))
                return true;
            if (await store.ListAsync(FeedSql.LastOf(store.IsAmongNodes), Place, cancellation, head.Stream) is not [var last] || last.IsAfter(until))
                return true;
        }
        return false;
    }

    /// <summary>Null when it cannot be read: verifieer says why, and nobody finds it.</summary>
    async Task<Case?> ReadAsync(StoredStream stored, CancellationToken cancellation)
    {
        try
        {
            return await history.NewestAsync(stored, cancellation);
        }
        catch (Exception reason) when (reason is UnknownEventException or JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    static FeedPosition Place(System.Data.Common.DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2));

    static string Text(object?[] row) => string.Join('\u001f', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
