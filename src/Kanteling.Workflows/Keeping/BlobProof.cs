using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// Looks whether what stands apart is what the commits say: every blob that a body names is there with its bytes or was erased by
/// name, and there is none that no body names. It reads the bytes part by part.
/// </summary>
sealed class BlobProof(IWorkflowStore store, StreamId stream)
{
    readonly Dictionary<BlobAddress, (long Length, string Hash)> named = [];
    readonly Dictionary<BlobAddress, DossierId> dossiers = [];

    public void Add(StoredCommit commit, IEnumerable<WorkflowEvent> events)
    {
        if (!Apart.Names(commit))
            return;
        foreach (var file in events.OfType<FileAttached>())
            dossiers[file.Bytes.At] = file.Dossier;
        foreach (var (number, length, hash) in References(JsonNode.Parse(Packing.Unpack(commit.Body).Span)))
            named[new BlobAddress(commit.Version, number)] = (length, hash);
    }

    /// <param name="gone">What the commits say was destroyed: blobs by their address, or with their procedure.</param>
    public async Task<List<Doubt>> RunAsync(IReadOnlyCollection<Erased> gone, CancellationToken cancellation)
    {
        var (erased, over) = (gone.SelectMany(e => e.Blobs).ToHashSet(), gone.SelectMany(e => e.Dossiers).ToHashSet());
        bool IsErased(BlobAddress at) => erased.Contains(at) || (dossiers.TryGetValue(at, out var dossier) && over.Contains(dossier));
        var doubts = new List<Doubt>();
        var stored = await store.Blobs.OfAsync(stream, cancellation);
        foreach (var blob in stored)
        {
            if (!named.TryGetValue(blob.At, out var told))
                doubts.Add(Doubt(blob.At, ProofCode.BlobUnknown));
            else if (IsErased(blob.At))
                doubts.Add(Doubt(blob.At, ProofCode.ErasedReturned));
            else if (!await IsWholeAsync(blob, told.Length, told.Hash, cancellation))
                doubts.Add(Doubt(blob.At, ProofCode.BlobChanged));
        }
        doubts.AddRange(named.Keys.Except(stored.Select(b => b.At)).Where(at => !IsErased(at)).Select(at => Doubt(at, ProofCode.BlobMissing)));
        return [.. doubts.OrderBy(d => d.Version)];
    }

    async Task<bool> IsWholeAsync(StoredBlob blob, long length, string told, CancellationToken cancellation)
    {
        using var hash = Blob.Hashing(blob.Salt.AsSpan());
        var read = 0L;
        await foreach (var part in store.Blobs.ReadAsync(stream, blob.At, cancellation))
        {
            hash.AppendData(part.Span);
            read += part.Length;
        }
        return read == length && blob.Length == length && Convert.ToBase64String(hash.GetHashAndReset()) == told;
    }

    Doubt Doubt(BlobAddress at, string code) => new(stream, at.Version, code, [at.Number.ToString(CultureInfo.InvariantCulture)]);

    static IEnumerable<(int Number, long Length, string Hash)> References(JsonNode? node) => node switch
    {
        JsonObject json when json["$blob"] is JsonValue number => [(number.GetValue<int>(), json["length"]!.GetValue<long>(), json["hash"]!.GetValue<string>())],
        JsonObject json => json.SelectMany(p => References(p.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };
}
