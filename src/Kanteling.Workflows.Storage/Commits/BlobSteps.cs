using System.Security.Cryptography;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Storage.Commits;

/// <summary>What a commit or an erasure does to bytes that stand apart, as statements of its own transaction.</summary>
static class BlobSteps
{
    /// <param name="isAmongNodes">An upload that is gone has to be an error of the statement itself; else it was looked for before.</param>
    public static IEnumerable<Step> Of(CommitRequest request, bool isAmongNodes)
    {
        var commit = request.Commit;
        foreach (var blob in request.Blobs)
        {
            foreach (var step in blob.Upload is { } upload ? Bound(commit, blob, upload, isAmongNodes) : Written(commit, blob))
                yield return step;
        }
    }

    /// <summary>What is named goes, and all that belongs to a procedure that is destroyed.</summary>
    public static IEnumerable<Step> Erased(StreamId stream, Erased erased) => erased.Blobs.SelectMany(at => (Step[])
    [
        new(BlobSql.EraseParts, stream, at.Version, (long)at.Number),
        new(BlobSql.Erase, stream, at.Version, (long)at.Number),
    ]).Concat(erased.Dossiers.SelectMany(dossier => (Step[])[new(BlobSql.DestroyPartsOf, stream, dossier), new(BlobSql.DestroyOf, stream, dossier)]));

    static IEnumerable<Step> Bound(StoredCommit commit, NewBlob blob, UploadId upload, bool isAmongNodes)
    {
        yield return new(isAmongNodes ? BlobSql.BindOrFail : BlobSql.Bind, commit.Stream, commit.Version, (long)blob.Number, blob.Dossier, blob.Kind, upload);
        if (!isAmongNodes)
            yield return new(BlobSql.RemoveUpload, upload);
    }

    static IEnumerable<Step> Written(StoredCommit commit, NewBlob blob)
    {
        // Of the salt, so that the same commit sent again writes the same row.
        var id = Convert.ToHexStringLower(SHA256.HashData([.. blob.Salt.Span, (byte)blob.Number]));
        yield return new(BlobSql.Write, commit.Stream, commit.Version, (long)blob.Number, blob.Dossier, blob.Kind, RowSteps.Bytes(blob.Salt), (long)blob.Bytes.Length, id);
        var part = 0L;
        foreach (var bytes in blob.Parts())
            yield return new(BlobSql.WritePart, id, part++, RowSteps.Bytes(bytes));
    }
}
