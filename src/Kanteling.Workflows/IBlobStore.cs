using System.Collections.Immutable;

namespace Kanteling.Workflows;

/// <summary>
/// The part of the store that holds bytes apart. An upload comes in by parts and is staged; a commit binds it in its own
/// transaction (<see cref="CommitRequest.Blobs"/>) and an erasure destroys it there. Here is what goes before and after.
/// </summary>
public interface IBlobStore
{
    /// <summary>Begins an upload; nobody can bind it before it is finished. How many its owner has waiting is looked at in the same transaction, in which he begins no other.</summary>
    /// <returns>False when he has <see cref="Upload.MostWaiting"/>, or there might become more bytes than <see cref="Upload.MostBytesWaiting"/>.</returns>
    Task<bool> BeginAsync(Upload upload, CancellationToken cancellation);

    /// <summary>Adds the next part, counted from 0.</summary>
    /// <returns>False when the upload is not there any more.</returns>
    Task<bool> AppendAsync(UploadId upload, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>From here on it can be bound.</summary>
    /// <returns>False when the upload is not there any more.</returns>
    Task<bool> FinishAsync(UploadId upload, long length, string hash, CancellationToken cancellation);

    /// <summary>Takes an upload away that nobody wants any more; one that was bound stays.</summary>
    Task AbandonAsync(UploadId upload, CancellationToken cancellation);

    /// <summary>A finished upload that nobody bound yet, or null.</summary>
    Task<Upload?> UploadAsync(UploadId id, CancellationToken cancellation);

    /// <summary>Takes away some uploads, finished or not, that began before this moment (case time).</summary>
    /// <returns>False when there were none.</returns>
    Task<bool> ForgetUploadsAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>What is bound in a stream, in order and without the bytes, so that who verifies or erases can name it.</summary>
    Task<ImmutableArray<StoredBlob>> OfAsync(StreamId stream, CancellationToken cancellation);

    /// <summary>The bytes of one blob, part by part; none when there are none. Nobody holds the database while the caller thinks.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(StreamId stream, BlobAddress at, CancellationToken cancellation);
}
