using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Kanteling.Workflows.Events;

/// <summary>
/// The hash chain: Hash = SHA256(previous ‖ stream ‖ version ‖ format ‖ command id ‖ actor ‖ moment ‖ SHA256(nonce ‖ body)),
/// every part with its length before it. Slots stay out of it, so that they can be emptied, and so does the seal of the request.
/// </summary>
public static class CommitCodec
{
    public static readonly ImmutableArray<byte> NoHash = [.. new byte[32]];

    public static byte[] HashOf(ReadOnlySpan<byte> previous, StoredCommit commit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previous);
        Append(hash, Encoding.UTF8.GetBytes(commit.Stream.Text));
        AppendNumber(hash, commit.Version);
        AppendNumber(hash, commit.Format);
        Append(hash, Encoding.UTF8.GetBytes(commit.CommandId.Text));
        Append(hash, Encoding.UTF8.GetBytes(commit.Actor.Text));
        AppendNumber(hash, commit.At.UtcTicks);
        Append(hash, BodyHash(commit));
        return hash.GetHashAndReset();
    }

    /// <summary>What the chain knows of a body, also after it was destroyed; the nonce has a fixed length, so no other pair gives the same bytes.</summary>
    public static byte[] BodyHash(StoredCommit commit)
    {
        if (commit.Tombstone is { } gone)
            return gone.BodyHash.ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(commit.Nonce.Span);
        hash.AppendData(commit.Body.Span);
        return hash.GetHashAndReset();
    }

    /// <summary>A part with its length before it, so that where one ends and the next begins counts too.</summary>
    internal static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        AppendLength(hash, part.Length);
        hash.AppendData(part);
    }

    static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(hash, bytes);
    }

    static void AppendLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
