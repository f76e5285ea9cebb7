using System.Collections.Immutable;

namespace Kanteling.Workflows.Events;

/// <summary>One command in a stream, as stored. See <see cref="CommitCodec"/> for body, slots and hash.</summary>
/// <param name="Format">How body and slots are laid out: <see cref="CurrentFormat"/>, or a lower number for ever after it changed.</param>
/// <param name="Nonce">Random bytes that are hashed with the body, so that nobody can guess back a body that was destroyed.</param>
/// <param name="CommandId">What it answers, see <see cref="RingKey.CommandId"/>; unique within the stream.</param>
public sealed record StoredCommit(
    StreamId Stream, long Version, byte Format, ReadOnlyMemory<byte> Nonce, CommandId CommandId, ActorId Actor, DateTimeOffset At,
    ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Slots, ReadOnlyMemory<byte> Hash)
{
    public const byte CurrentFormat = 1;

    /// <summary>Length of a nonce, in bytes.</summary>
    public const int NonceLength = 16;

    /// <summary>What is left in place of nonce, body and slots, which are empty then, of a commit that was destroyed; null for every other.</summary>
    public Tombstone? Tombstone { get; init; }

    /// <summary>
    /// Beside the commit, in no hash: what proves that a command is the same request again, see <see cref="Commands.RequestSeal"/>.
    /// Empty where none is needed, after thirty days, and after any erasure in this stream.
    /// </summary>
    public ReadOnlyMemory<byte> Seal { get; init; }

    /// <summary>Read without its slots: all its content looks as if it were erased, so only for who shows none of it.</summary>
    public bool IsCourse { get; init; }

    /// <summary>Texts of this commit that stand apart, by their number, when somebody fetched them; they are in no slot.</summary>
    public ImmutableDictionary<int, string> Apart { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>A new nonce.</summary>
    public static byte[] NewNonce() => Chance.Bytes(NonceLength);

    /// <summary>The same place in the chain, without what was said there.</summary>
    /// <param name="ground">Why it was destroyed, as a code.</param>
    public StoredCommit Destroyed(string ground) =>
        Tombstone is not null ? this : this with { Nonce = default, Body = default, Slots = default, Seal = default, Tombstone = new Tombstone(CommitCodec.BodyHash(this), ground) };
}

/// <summary>
/// Stands where a body was destroyed at the end of its retention. Every hashed field of the head stays, so the chain verifies over
/// it; without the nonce nobody can find out by trying what the body was.
/// </summary>
/// <param name="BodyHash">SHA256(nonce ‖ body), as the chain has it.</param>
/// <param name="Ground">Why, as a code.</param>
public sealed record Tombstone(ReadOnlyMemory<byte> BodyHash, string Ground);
