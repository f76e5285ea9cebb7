using System.Text;
using System.Text.Json;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.App.Tests.Storage;

public sealed class MemoryStoreTests : BlobContract
{
    protected override Task<IWorkflowStore> OpenAsync() => Task.FromResult<IWorkflowStore>(new MemoryStore());

    protected override Task CloseAsync() => Task.CompletedTask;

    protected override async Task<bool> HoldsAsync(string words)
    {
        await foreach (var stream in Store.StreamsAsync(None))
        {
            var derived = (await Store.DerivedAsync(stream.Stream, None))!;
            var bytes = derived.Parts.Values.Select(p => Packing.Unpack(p.Bytes))
                .Concat((await Store.HistoryAsync(stream.Stream, 1, None).ToListAsync()).SelectMany(c => SlotCodec.Read(c.Slots)).Select(s => (ReadOnlyMemory<byte>)(s.Bytes?.ToArray() ?? [])));
            if (JsonSerializer.Serialize(derived).Contains(words, StringComparison.Ordinal)
                || bytes.Any(b => b.Span.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0))
            {
                return true;
            }
            foreach (var blob in await Store.Blobs.OfAsync(stream.Stream, None))
            {
                if ((await Store.Blobs.ReadAsync(stream.Stream, blob.At, None).ToListAsync()).Exists(part => part.Span.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0))
                    return true;
            }
        }
        return false;
    }
}
