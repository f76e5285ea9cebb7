using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>Fetches the texts of a commit that stand apart, for who makes everything anew. A drawing is the only one there is.</summary>
static class Apart
{
    public static async Task<StoredCommit> FilledAsync(IWorkflowStore store, StoredCommit commit, CancellationToken cancellation)
    {
        if (commit.Body.Span.IndexOf("\"$blob\""u8) < 0)
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
}
