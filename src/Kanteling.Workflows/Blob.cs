using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows;

/// <summary>
/// What an event holds of bytes that stand apart: a file, or a text that is too large for a slot. The bytes themselves are in a
/// table of their own, written in the same transaction as the commit; nobody reads them along with the history, a case or a snapshot.
/// </summary>
/// <param name="At">Where the bytes stand.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256 of salt and bytes, in base64. The salt stands beside the bytes and goes with them.</param>
public sealed record Blob(BlobAddress At, long Length, string Hash)
{
    /// <summary>What is larger than this stands apart, in bytes.</summary>
    public const int Threshold = 64 * 1024;

    /// <summary>The most that one may be, in bytes.</summary>
    public const long Largest = 25 * 1024 * 1024;

    /// <summary>How many bytes are written and read at a time.</summary>
    public const int PartLength = 256 * 1024;

    /// <summary>What has to be bound when the event is committed; null when that was done. Never stored.</summary>
    [JsonIgnore]
    public BlobSource? Source { get; init; }

    /// <summary>The hash of bytes that come in parts; the salt goes first.</summary>
    public static IncrementalHash Hashing(ReadOnlySpan<byte> salt)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        return hash;
    }
}

/// <summary>One blob of a stream: the commit that bound it, and its number there.</summary>
public readonly record struct BlobAddress(long Version, int Number);

/// <summary>Where the bytes of a blob come from, and to which procedure they belong.</summary>
/// <param name="Upload">The staged upload.</param>
/// <param name="Kind">What it is, one of <see cref="ContentKind"/> or a word of the domain.</param>
public sealed record BlobSource(UploadId Upload, DossierId? Dossier, string Kind);

/// <summary>A blob that a commit brings along: of a staged upload, or with its bytes.</summary>
/// <param name="Upload">The upload that is bound; null when the bytes are here.</param>
public sealed record NewBlob(int Number, DossierId? Dossier, string Kind, UploadId? Upload, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Bytes)
{
    public static NewBlob Of(int number, BlobSource source) => new(number, source.Dossier, source.Kind, source.Upload, default, default);

    /// <summary>The bytes as they are written, part by part.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts()
    {
        for (var at = 0; at < Bytes.Length; at += Blob.PartLength)
            yield return Bytes.Slice(at, Math.Min(Blob.PartLength, Bytes.Length - at));
    }
}

/// <summary>A blob as it is stored, without its bytes.</summary>
public sealed record StoredBlob(BlobAddress At, DossierId? Dossier, string Kind, ImmutableArray<byte> Salt, long Length);

/// <summary>
/// Bytes that somebody sent and that no commit bound yet. Only who sent them can name them, once and for a day; name and type are
/// what he said of them.
/// </summary>
/// <param name="Id">Random; whoever has it and is the owner can bind it.</param>
/// <param name="Owner">The actor who sent it.</param>
/// <param name="At">When it began to come in, in the time of the cases.</param>
public sealed record Upload(UploadId Id, ActorId Owner, DateTimeOffset At, ImmutableArray<byte> Salt, string Name, string MediaType)
{
    /// <summary>How long it may be bound.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>How many may wait for one owner: more than anybody puts with a procedure in a day.</summary>
    public const int MostWaiting = 50;

    /// <summary>
    /// The most bytes that may wait for one owner. While one comes in it counts as the largest that it may become, so that sending many at once brings nobody past this.
    /// </summary>
    public const long MostBytesWaiting = 20 * Blob.Largest;

    public long Length { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>An upload that begins now.</summary>
    public static Upload Begin(ActorId owner, DateTimeOffset at, string name, string mediaType) =>
        new(new(Convert.ToHexStringLower(Chance.Bytes(24))), owner, at, [.. Chance.Bytes(16)], name, mediaType);

    /// <summary>Whether this actor may still bind it.</summary>
    public bool IsFor(ActorId actor, DateTimeOffset now) => Owner == actor && now - At < KeptFor;

    /// <summary>Never prints a name: what reaches a log must not leak.</summary>
    public override string ToString() => $"Upload({Length})";
}
