using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// Proves of one stream that nothing was changed, lost or added since it was written, that everything derived from it is
/// what its commits say, and that nothing in it is silently stuck: no open instance, and no deadline that is long due. It only reads,
/// and it needs nothing but the store and the moment.
/// </summary>
public sealed class Verification(IWorkflowStore store, EngineParts parts, EventCodec codec, SnapshotCodec snapshots)
{
    /// <param name="now">Case time.</param>
    /// <returns>What is wrong, first things first; empty when the stream is in order.</returns>
    public async Task<ImmutableArray<Doubt>> RunAsync(StreamId stream, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var stored = await store.LoadAsync(stream, cancellation);
        var (chain, gone) = (new Chain(stream), new List<Erased>());
        var (rebuild, blobs) = (new Rebuild(stream, parts.Domain), new BlobProof(store, stream));
        await foreach (var commit in store.HistoryAsync(stream, 1, cancellation))
        {
            if (chain.Check(commit) is { } broken)
                return [broken];
            if (TryAdd(rebuild, await Apart.FilledAsync(store, commit, cancellation), gone, blobs) is { } unreadable)
                return [unreadable];
        }
        if (chain.Against(gone) is { } silent)
            return [silent];
        if (await blobs.RunAsync(gone, cancellation) is [var first, ..])
            return [first];
        // Destroyed since somebody asked for the streams that there are.
        if (stored is null && chain.Version == 0 && await store.DeclarationAsync(stream, cancellation) is not null)
            return [];
        if (stored is null || stored.Head.Version != chain.Version || !stored.Head.Hash.AsSpan().SequenceEqual(chain.Hash))
            return [new Doubt(stream, chain.Version + 1, ProofCode.HistoryCutOff, [Number(stored?.Head.Version ?? 0), Number(chain.Version)])];
        var derived = await store.DerivedAsync(stream, cancellation);
        return [.. Differences(rebuild, stored.Head.Kind, derived), .. Stuck(rebuild.Case), .. Overdue(rebuild.Case, now)];
    }

    Doubt? TryAdd(Rebuild rebuild, StoredCommit commit, List<Erased> gone, BlobProof blobs)
    {
        try
        {
            var events = rebuild.Add(commit, codec);
            gone.AddRange(events.Select(Erased.By).OfType<Erased>());
            blobs.Add(commit, events);
            return null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or UnknownEventException or InvalidDataException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            return new Doubt(commit.Stream, commit.Version, ProofCode.CommitUnreadable, [unreadable.GetType().Name]);
        }
    }

    IEnumerable<Doubt> Differences(Rebuild rebuild, string kind, RebuiltStream? found)
    {
        var wanted = rebuild.Result(kind, snapshots);
        if (found is null)
            return [new Doubt(wanted.Head.Stream, null, ProofCode.RowsDiffer, ["stream"])];
        return new[]
        {
            ("label", Same([wanted.Label ?? ""], [found.Label ?? ""])),
            ("snapshot", IsSnapshotOf(rebuild, found)),
            ("tasks", Same(wanted.Rows.Tasks, found.Rows.Tasks)),
            ("deadlines", Same(wanted.Rows.Deadlines, found.Rows.Deadlines)),
            ("instances", Same(wanted.Rows.Instances, found.Rows.Instances)),
            ("incidents", Same(wanted.Rows.Incidents, found.Rows.Incidents)),
            ("subscriptions", Same(wanted.Rows.Subscriptions, found.Rows.Subscriptions)),
            ("claims", Same(wanted.Rows.Claims, found.Rows.Claims)),
            ("messages", Same(wanted.Rows.Messages, found.Rows.Messages)),
            ("closed tasks", Same(wanted.ClosedTasks, found.ClosedTasks)),
            ("closed instances", Same(wanted.ClosedInstances, found.ClosedInstances)),
            ("definitions", Same(wanted.Definitions, found.Definitions)),
        }.Where(x => !x.Item2).Select(x => new Doubt(wanted.Head.Stream, null, ProofCode.RowsDiffer, [x.Item1]));
    }

    /// <summary>
    /// What is read from the snapshot is the case that the commits make, or nothing is read from it because an earlier program wrote it. Its bytes may
    /// differ: packing again may give others, and a text may stand in two slots.
    /// </summary>
    bool IsSnapshotOf(Rebuild rebuild, RebuiltStream found)
    {
        var stored = new StoredStream(found.Head, found.Parts.ToImmutableDictionary());
        return found.Parts.Keys.SequenceEqual([SnapshotCodec.Part])
            && (snapshots.IsOfBefore(stored) || (snapshots.Read(stored, rebuild.Texts) is { } read && WrittenOut(read).SequenceEqual(WrittenOut(rebuild.Case))));
    }

    ReadOnlySpan<byte> WrittenOut(Case c) => snapshots.Write(c, LongTexts.None).Part.Bytes.Span;

    /// <summary>The same rows, in whatever order.</summary>
    static bool Same<T>(ImmutableArray<T> wanted, ImmutableArray<T> found) => Texts(wanted).SequenceEqual(Texts(found), StringComparer.Ordinal);

    static IEnumerable<string> Texts<T>(ImmutableArray<T> rows) => rows.Select(r => JsonSerializer.Serialize(r, Json.Compact)).Order(StringComparer.Ordinal);

    /// <summary>An open instance waits for a task, a moment, an event, a message, a running child or a condition, or has an incident.</summary>
    static IEnumerable<Doubt> Stuck(Case c) =>
        from instance in c.Instances.Values
        where instance.Incidents.IsEmpty && !instance.Waits.Values.Any(w => w switch
        {
            ReplyWait reply => c.Messages.ContainsKey(reply.Message),
            ChildWait child => c.Instances.ContainsKey(child.Instance),
            _ => true,
        })
        select new Doubt(c.Stream, null, RefusalCode.InstanceStuck, [instance.Id.ToString(), instance.Definition.ToString()]);

    /// <summary>A deadline that is pending long after its moment: nobody sweeps, or something keeps it from passing.</summary>
    IEnumerable<Doubt> Overdue(Case c, DateTimeOffset now) =>
        from deadline in c.PendingDeadlines
        where now - deadline.DueAt > parts.Limits.StuckAfter
        orderby deadline.DueAt
        select new Doubt(c.Stream, null, ProofCode.DeadlineStuck, [deadline.Id.ToString(), deadline.Key, TimeZoneInfo.ConvertTime(deadline.DueAt, LocalTime.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)]);

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something of a stream that is not as it should be.</summary>
/// <param name="Version">The first commit that it is about, or null when it is about what is derived.</param>
public sealed record Doubt(StreamId Stream, long? Version, string Code, ImmutableArray<string> Arguments)
{
    public override string ToString() => $"{Stream}{(Version is null ? "" : "/" + Version.Value.ToString(CultureInfo.InvariantCulture))}: {Code} ({string.Join(", ", Arguments)})";
}
