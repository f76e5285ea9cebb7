using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>Fetches the texts of a commit that stand apart, for who makes everything anew. A drawing is the only one there is.</summary>
static class Apart
{
    public static async Task<StoredCommit> FilledAsync(IWorkflowStore store, StoredCommit commit, CancellationToken cancellation)
    {
        if (!Names(commit))
            return commit;
        var texts = ImmutableDictionary.CreateBuilder<int, string>();
        foreach (var blob in (await store.Blobs.OfAsync(commit.Stream, cancellation)).Where(b => b.At.Version == commit.Version && b.Kind == ContentKind.Document))
        {
            using var bytes = new MemoryStream();
            await foreach (var part in store.Blobs.ReadAsync(commit.Stream, blob.At, cancellation))
                bytes.Write(part.Span);
            texts[blob.At.Number] = Encoding.UTF8.GetString(bytes.ToArray());
        }
        return commit with { Apart = texts.ToImmutable() };
    }

    /// <summary>Whether a body names bytes that stand apart. One that cannot be unpacked names nothing: who reads its events says what is wrong.</summary>
    public static bool Names(StoredCommit commit)
    {
        try
        {
            return Packing.Unpack(commit.Body).Span.IndexOf("\"$blob\""u8) >= 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
