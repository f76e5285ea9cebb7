using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Keeping;

/// <summary>The bytes that a <see cref="MemoryStore"/> holds apart, behind the lock of that store.</summary>
sealed class HeldBlobs(Lock gate) : IBlobStore
{
    readonly Dictionary<UploadId, (Upload Upload, bool IsFinished, SortedDictionary<int, byte[]> Parts)> uploads = [];
    readonly SortedDictionary<(StreamId Stream, long Version, int Number), (StoredBlob Blob, ImmutableArray<byte[]> Parts)> bound = [];

    public Task<bool> BeginAsync(Upload upload, CancellationToken cancellation) => Locked(() =>
    {
        var his = uploads.Values.Where(held => held.Upload.Owner == upload.Owner).ToList();
        return his.Count < Upload.MostWaiting && his.Sum(held => held.IsFinished ? held.Upload.Length : Blob.Largest) + Blob.Largest <= Upload.MostBytesWaiting
            && uploads.TryAdd(upload.Id, (upload, false, []));
    });

    public Task<bool> AppendAsync(UploadId upload, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        Locked(() => uploads.TryGetValue(upload, out var held) && held.Parts.TryAdd(part, bytes.ToArray()));

    public Task<bool> FinishAsync(UploadId upload, long length, string hash, CancellationToken cancellation) => Locked(() =>
    {
        if (!uploads.TryGetValue(upload, out var held))
            return false;
        uploads[upload] = held with { Upload = held.Upload with { Length = length, Hash = hash }, IsFinished = true };
        return true;
    });

    public Task AbandonAsync(UploadId upload, CancellationToken cancellation) => Locked(() => uploads.Remove(upload));

    public Task<Upload?> UploadAsync(UploadId id, CancellationToken cancellation) =>
        Locked(() => uploads.TryGetValue(id, out var held) && held.IsFinished ? held.Upload : null);

    public Task<bool> ForgetUploadsAsync(DateTimeOffset before, CancellationToken cancellation) => Locked(() =>
    {
        var old = uploads.Values.Where(held => held.Upload.At < before).Select(held => held.Upload.Id).ToList();
        old.ForEach(id => uploads.Remove(id));
        return old.Count > 0;
    });

    public Task<ImmutableArray<StoredBlob>> OfAsync(StreamId stream, CancellationToken cancellation) =>
        Locked<ImmutableArray<StoredBlob>>(() => [.. bound.Where(b => b.Key.Stream == stream).Select(b => b.Value.Blob)]);

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(StreamId stream, BlobAddress at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in await Locked(() => bound.TryGetValue((stream, at.Version, at.Number), out var held) ? held.Parts : []))
            yield return part;
    }

    /// <summary>Whether all that is to be bound is there. Called behind the lock, as what follows.</summary>
    public bool Has(ImmutableArray<NewBlob> blobs) => blobs.All(b => b.Upload is not { } upload || (uploads.TryGetValue(upload, out var held) && held.IsFinished));

    public void Bind(StreamId stream, long version, ImmutableArray<NewBlob> blobs)
    {
        foreach (var blob in blobs)
        {
            var at = new BlobAddress(version, blob.Number);
            if (blob.Upload is not { } upload)
            {
                bound[(stream, version, blob.Number)] = (new StoredBlob(at, blob.Dossier, blob.Kind, [.. blob.Salt.Span], blob.Bytes.Length), [blob.Bytes.ToArray()]);
                continue;
            }
            uploads.Remove(upload, out var held);
            bound[(stream, version, blob.Number)] = (new StoredBlob(at, blob.Dossier, blob.Kind, held.Upload.Salt, held.Upload.Length), [.. held.Parts.Values]);
        }
    }

    public void Destroy(StreamId stream, Erased erased) =>
        Destroy(stream, blob => erased.Blobs.Contains(blob.At) || (blob.Dossier is { } dossier && erased.Dossiers.Contains(dossier)));

    public void Destroy(StreamId stream, Predicate<StoredBlob> which)
    {
        foreach (var at in bound.Where(b => b.Key.Stream == stream && which(b.Value.Blob)).Select(b => b.Key).ToArray())
            bound.Remove(at);
    }

    Task<T> Locked<T>(Func<T> act)
    {
        lock (gate)
            return Task.FromResult(act());
    }
}
