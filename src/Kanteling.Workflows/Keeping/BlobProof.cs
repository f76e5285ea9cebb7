using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>
/// Looks whether what stands apart is what the commits say: every blob that a body names is there with its bytes or was erased by
/// name, and there is none that no body names. It reads the bytes part by part.
/// </summary>
sealed class BlobProof(IWorkflowStore store, string stream)
{
    readonly Dictionary<BlobAddress, (long Length, string Hash)> named = [];

    public void Add(StoredCommit commit)
    {
        if (commit.Body.Span.IndexOf("\"$blob\""u8) < 0)
            return;
        foreach (var (number, length, hash) in References(JsonNode.Parse(commit.Body.Span)))
            named[new BlobAddress(commit.Version, number)] = (length, hash);
    }

    /// <param name="erased">What the commits say was destroyed.</param>
    public async Task<List<Doubt>> RunAsync(IReadOnlySet<BlobAddress> erased, CancellationToken cancellation)
    {
        var doubts = new List<Doubt>();
        var stored = await store.Blobs.OfAsync(stream, cancellation);
        foreach (var blob in stored)
        {
            if (!named.TryGetValue(blob.At, out var told))
                doubts.Add(Doubt(blob.At, ProofCode.BlobUnknown));
            else if (!await IsWholeAsync(blob, told.Length, told.Hash, cancellation))
                doubts.Add(Doubt(blob.At, ProofCode.BlobChanged));
        }
        doubts.AddRange(named.Keys.Except(stored.Select(b => b.At)).Where(at => !erased.Contains(at)).Select(at => Doubt(at, ProofCode.BlobMissing)));
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
