using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>Follows the hash chain, commit by commit, and looks whether each slot still is what the body says.</summary>
sealed class Chain(StreamId stream)
{
    readonly List<SlotAddress> emptied = [], filled = [];
    readonly List<(long Version, string? Ground)> bodies = [];

    public long Version { get; private set; }

    public byte[] Hash { get; private set; } = [.. CommitCodec.NoHash];

    public Doubt? Check(StoredCommit commit)
    {
        if (commit.Version != Version + 1 || commit.Stream != stream)
            return new Doubt(stream, Version + 1, ProofCode.CommitMissing, [commit.Version.ToString(CultureInfo.InvariantCulture)]);
        var hash = CommitCodec.HashOf(Hash, commit);
        if (!commit.Hash.Span.SequenceEqual(hash))
            return new Doubt(stream, commit.Version, ProofCode.HashWrong, []);
        (Version, Hash) = (commit.Version, hash);
        return SlotsAreWhole(commit) ? null : new Doubt(stream, commit.Version, ProofCode.ContentChanged, []);
    }

    /// <summary>The first commit of which something is gone that no erasure names, or is there that one took away.</summary>
    public Doubt? Against(IReadOnlyCollection<Erased> gone)
    {
        var slots = gone.SelectMany(erased => erased.Slots).ToHashSet();
        string? GroundOf(long version) => gone.SelectMany(erased => erased.Bodies).Where(rows => rows.Has(version)).Select(rows => rows.Ground).LastOrDefault();
        return emptied.Where(slot => !slots.Contains(slot)).Select(slot => (slot.Version, Code: ProofCode.ContentChanged))
            .Concat(filled.Where(slots.Contains).Select(slot => (slot.Version, Code: ProofCode.ErasedReturned)))
            .Concat(bodies.Select(body => (body.Version, body.Ground, Wanted: GroundOf(body.Version))).Where(body => body.Ground != body.Wanted)
                .Select(body => (body.Version, Code: body.Ground is null ? ProofCode.ErasedReturned : ProofCode.BodyGone)))
            .OrderBy(doubt => doubt.Version).Select(doubt => new Doubt(stream, doubt.Version, doubt.Code, [])).FirstOrDefault();
    }

    /// <summary>Every slot that still has its bytes hashes to what stands in the body; one that is empty is noted, unless it was written so.</summary>
    bool SlotsAreWhole(StoredCommit commit)
    {
        bodies.Add((commit.Version, commit.Tombstone?.Ground));
        if (commit.Tombstone is not null)
            return commit.Nonce.IsEmpty && commit.Body.IsEmpty && commit.Slots.IsEmpty;
        try
        {
            var slots = SlotCodec.Read(commit.Slots);
            var references = References(JsonNode.Parse(Packing.Unpack(commit.Body).Span, documentOptions: new JsonDocumentOptions { MaxDepth = 512 })).ToList();
            if (references.Count != slots.Length || !references.All(r => r.Number < slots.Length && IsWhole(slots[r.Number], r.Hash)))
                return false;
            emptied.AddRange(references.Where(r => slots[r.Number].Bytes is null && r.Hash.Length > 0).Select(r => new SlotAddress(commit.Version, r.Number)));
            filled.AddRange(references.Where(r => slots[r.Number].Bytes is not null).Select(r => new SlotAddress(commit.Version, r.Number)));
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or IOException or FormatException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    static bool IsWhole(Slot slot, string hash) =>
        slot.Bytes is not { } bytes || CryptographicOperations.FixedTimeEquals(Slot.HashOf(slot.Salt.AsSpan(), bytes.AsSpan()), Convert.FromBase64String(hash));

    static IEnumerable<(int Number, string Hash)> References(JsonNode? node) => node switch
    {
        JsonObject json when json["$slot"] is JsonValue number && json["hash"] is JsonValue hash => [(number.GetValue<int>(), hash.GetValue<string>())],
        JsonObject json => json.SelectMany(p => References(p.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };
}
