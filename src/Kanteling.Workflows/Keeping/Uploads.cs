namespace Kanteling.Workflows.Keeping;

/// <summary>What became of something that was sent: it waits for who sent it, or why not. One of the two is null.</summary>
public sealed record Receipt(Upload? Upload, Refusal? Why);

/// <summary>Takes in what somebody sends, part by part: never more than one part of it is in memory.</summary>
public sealed class Uploads(IBlobStore blobs, Func<DateTimeOffset> now)
{
    /// <summary>Stages the bytes for this actor.</summary>
    /// <returns>Refused when there are more bytes than a blob may have, or too much waits for him already; then nothing of them is left.</returns>
    public async Task<Receipt> TakeAsync(ActorId owner, string name, string mediaType, Stream from, CancellationToken cancellation)
    {
        var upload = Upload.Begin(owner, now(), name, mediaType);
        if (!await blobs.BeginAsync(upload, cancellation))
            return new Receipt(null, Refusal.Of(RefusalCode.TooManyUploads, $"{Upload.MostWaiting}", Megabytes(Upload.MostBytesWaiting)));
        try
        {
            using var hash = Blob.Hashing(upload.Salt.AsSpan());
            var (length, buffer) = (0L, new byte[Blob.PartLength]);
            for (var part = 0; await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read; part++)
            {
                length += read;
                if (length > Blob.Largest || !await blobs.AppendAsync(upload.Id, part, buffer.AsMemory(0, read), cancellation))
                    break;
                hash.AppendData(buffer.AsSpan(0, read));
            }
            var whole = upload with { Length = length, Hash = Convert.ToBase64String(hash.GetHashAndReset()) };
            if (length <= Blob.Largest && await blobs.FinishAsync(upload.Id, length, whole.Hash, cancellation))
                return new Receipt(whole, null);
        }
        catch
        {
            await blobs.AbandonAsync(upload.Id, CancellationToken.None);
            throw;
        }
        await blobs.AbandonAsync(upload.Id, CancellationToken.None);
        return new Receipt(null, Refusal.Of(RefusalCode.UploadTooLarge, Megabytes(Blob.Largest)));
    }

    static string Megabytes(long bytes) => $"{bytes / (1024 * 1024)}";
}
