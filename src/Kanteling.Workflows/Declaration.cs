using System.Globalization;
using System.Text;

namespace Kanteling.Workflows;

/// <summary>
/// What is left of a stream that was destroyed whole, the <i>verklaring van vernietiging</i>: which stream, how much it was, the hash with which its
/// chain ended, on which ground, by whom and when, signed with a key of the database. It says nothing about whom it was of.
/// </summary>
/// <param name="Version">Number of commits, the last one, which destroyed it, included.</param>
/// <param name="Hash">Of that last commit: who has a copy of the chain can show that it is this one.</param>
/// <param name="CommandId">What it answers, so that asking again does nothing.</param>
/// <param name="FirstAt">Moment of the first commit.</param>
/// <param name="Ground">Why, as a code.</param>
/// <param name="KeyId">Name of the key that signed.</param>
/// <param name="Signature">ECDSA over P-256 and SHA-256 of <see cref="Text"/>, in DER.</param>
public sealed record Declaration(
    StreamId Stream, string Kind, long Version, ReadOnlyMemory<byte> Hash, CommandId CommandId, ActorId Actor, DateTimeOffset FirstAt, DateTimeOffset At, string Ground,
    string KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>What is signed: lines that a person can read and any program can check.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        kanteling-declaration-1
        stream: {Stream}
        kind: {Kind}
        commits: {Version}
        hash: {Convert.ToHexStringLower(Hash.Span)}
        command: {CommandId}
        first: {FirstAt.UtcDateTime:O}
        destroyed: {At.UtcDateTime:O}
        ground: {Ground}
        by: {Actor}
        key: {KeyId}

        """).ReplaceLineEndings("\n");

    /// <summary>The same, signed.</summary>
    /// <exception cref="ArgumentException">The key has another name than the declaration says.</exception>
    public Declaration SignedWith(RingKey key) =>
        key.Id == KeyId ? this with { Signature = key.Sign(Encoding.UTF8.GetBytes(Text)) } : throw new ArgumentException($"Key {key.Id} is not {KeyId}.", nameof(key));

    /// <summary>Whether one of these keys signed exactly this.</summary>
    public bool IsSignedBy(KeyRing keys) => keys.Keys.FirstOrDefault(k => k.Id == KeyId) is { } key && key.IsSignature(Encoding.UTF8.GetBytes(Text), Signature.Span);
}
