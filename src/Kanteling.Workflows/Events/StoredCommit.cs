namespace Kanteling.Workflows.Events;

/// <summary>One command in a stream, as stored. See <see cref="CommitCodec"/> for body, slots and hash.</summary>
public sealed record StoredCommit(
    string Stream, long Version, string CommandId, ReadOnlyMemory<byte> RequestHash, string Actor, DateTimeOffset At,
    ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Slots, ReadOnlyMemory<byte> Hash);
