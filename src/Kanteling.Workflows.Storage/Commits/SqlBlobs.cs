using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Kanteling.Workflows.Storage.Commits;

/// <summary>Bytes that stand apart, in rows of a part each: both databases take and give them in one way, and neither ever whole.</summary>
sealed class SqlBlobs(SqlStore store) : IBlobStore
{
    static readonly Step[] Remove = [new(BlobSql.RemoveMarkedParts), new(BlobSql.RemoveMarked)];

    public Task<bool> BeginAsync(Upload upload, CancellationToken cancellation) => store.WriteAloneAsync(
        $"uploads:{upload.Owner}",
        new(BlobSql.Begin, upload.Id, upload.Owner, upload.At.UtcTicks, upload.Salt.ToArray(), upload.Name, upload.MediaType, (long)Upload.MostWaiting, Blob.Largest, Upload.MostBytesWaiting), cancellation);

    public Task<bool> AppendAsync(UploadId upload, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        store.WriteIfAsync(new(BlobSql.Append, upload, (long)part, RowSteps.Bytes(bytes)), [], cancellation);

    public Task<bool> FinishAsync(UploadId upload, long length, string hash, CancellationToken cancellation) =>
        store.WriteIfAsync(new(BlobSql.Finish, upload, length, hash), [], cancellation);

    public Task AbandonAsync(UploadId upload, CancellationToken cancellation) => store.WriteIfAsync(new(BlobSql.Mark, upload), Remove, cancellation);

    public Task<bool> ForgetUploadsAsync(DateTimeOffset before, CancellationToken cancellation) =>
        store.WriteIfAsync(new(BlobSql.MarkOld, before.UtcTicks), Remove, cancellation);

    public Task<Upload?> UploadAsync(UploadId id, CancellationToken cancellation) => store.FirstAsync(BlobSql.Upload, UploadFrom, cancellation, id);

    public async Task<ImmutableArray<StoredBlob>> OfAsync(StreamId stream, CancellationToken cancellation) =>
        [.. await store.ListAsync(BlobSql.Of, BlobFrom, cancellation, stream)];

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(StreamId stream, BlobAddress at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var part = 0L; await store.FirstAsync(BlobSql.Part, r => Stored.Bytes(r, 0), cancellation, stream, at.Version, (long)at.Number, part) is { } bytes; part++)
            yield return bytes;
    }

    static Upload UploadFrom(DbDataReader r) =>
        new(new(r.GetString(0)), new(r.GetString(1)), Stored.Moment(r.GetInt64(2)), [.. Stored.Bytes(r, 3)], r.GetString(4), r.GetString(5)) { Length = r.GetInt64(6), Hash = r.GetString(7) };

    static StoredBlob BlobFrom(DbDataReader r) =>
        new(new BlobAddress(r.GetInt64(0), (int)r.GetInt64(1)), r.IsDBNull(2) ? (DossierId?)null : new DossierId(r.GetString(2)), r.GetString(3), [.. Stored.Bytes(r, 4)], r.GetInt64(5));
}
