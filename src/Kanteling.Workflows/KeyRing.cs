using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows;

/// <summary>
/// The secret keys of one database, the current one first. Ids that follow from something else are made with them, so that
/// who knows a household's id, a client's key or a BSN cannot compute what exists. New ids are made with the current key;
/// the others stay to recognise what was asked before the keys changed.
/// </summary>
public sealed class KeyRing
{
    /// <param name="keys">The current key, then earlier ones, the latest first.</param>
    /// <exception cref="ArgumentException">There is none, or two have the same name.</exception>
    public KeyRing(params ImmutableArray<RingKey> keys)
    {
        if (keys.IsDefaultOrEmpty || keys.DistinctBy(k => k.Id, StringComparer.Ordinal).Count() < keys.Length)
            throw new ArgumentException("A key ring has a key, and each under a name of its own.", nameof(keys));
        Keys = keys;
    }

    public ImmutableArray<RingKey> Keys { get; }

    public RingKey Current => Keys[0];

    /// <summary>The key of this name, or null.</summary>
    public RingKey? Find(string id) => Keys.FirstOrDefault(k => k.Id == id);
}

/// <summary>One secret key. It is never printed.</summary>
public sealed class RingKey
{
    /// <summary>Least length of a secret, in bytes.</summary>
    public const int Length = 32;

    const int NonceLength = 12, TagLength = 16;

    readonly byte[] secret;

    /// <param name="id">Its name, which is no secret.</param>
    /// <exception cref="ArgumentException">The secret is shorter than <see cref="Length"/>, or the name is empty.</exception>
    public RingKey(string id, ReadOnlySpan<byte> secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (secret.Length < Length)
            throw new ArgumentException($"A key has at least {Length} bytes.", nameof(secret));
        (Id, this.secret) = (id, secret.ToArray());
    }

    public string Id { get; }

    /// <summary>A new key of random bytes.</summary>
    public static RingKey New(string id) => new(id, Chance.Bytes(Length));

    /// <summary>
    /// The id of a command in the chain: who asked, through which door, of which stream, under which key of his own. The
    /// client's key itself, which may be a BSN, is stored nowhere.
    /// </summary>
    public CommandId CommandId(StreamId stream, Asking asking) => new(Hex("command", [asking.Actor.Text, asking.Door, stream.Text, asking.Key], 16));

    /// <summary>An id that follows from an asking: asked again under the same key, it is the same.</summary>
    /// <param name="purpose">What it is the id of, so that no two of them are equal.</param>
    public string IdFor(string purpose, Asking asking) => Hex(purpose, [asking.Actor.Text, asking.Door, asking.Key], 13);

    /// <summary>An id that follows from another.</summary>
    public string IdFor(string purpose, string other) => Hex(purpose, [other], 13);

    /// <summary>Proves that this is the key that a database was made with, without telling the key.</summary>
    public string Proof() => Hex("proof", [Id], 16);

    /// <summary>A signature that anybody can check with <see cref="PublicKey"/>: ECDSA over P-256 and SHA-256, in DER.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        using var signing = SigningKey();
        return signing.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public bool IsSignature(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var signing = SigningKey();
        return signing.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>With which anybody can check a signature, in PEM.</summary>
    public string PublicKey
    {
        get
        {
            using var signing = SigningKey();
            return signing.ExportSubjectPublicKeyInfoPem();
        }
    }

    /// <summary>Follows from the secret, so that there is one secret to keep. Of 2^32 numbers one is above the order of the curve; then the next is taken.</summary>
    ECDsa SigningKey()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Keyed("signing", [$"{attempt}"]) });
            }
            catch (CryptographicException) when (attempt < 3)
            {
                // This number is no key of the curve.
            }
        }
    }

    /// <summary>Seals bytes so that only this key opens them: AES-GCM under a key that is derived for one purpose alone.</summary>
    /// <param name="purpose">What is sealed; for another purpose it does not open.</param>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> bytes)
    {
        var whole = new byte[NonceLength + bytes.Length + TagLength];
        var nonce = Chance.Bytes(NonceLength);
        nonce.CopyTo(whole, 0);
        using var cipher = SealingKey(purpose);
        cipher.Encrypt(nonce, bytes, whole.AsSpan(NonceLength, bytes.Length), whole.AsSpan(NonceLength + bytes.Length));
        return whole;
    }

    /// <returns>What was sealed; null when another key did that, it was for another purpose, or it was changed.</returns>
    public byte[]? Unseal(string purpose, ReadOnlySpan<byte> whole)
    {
        if (whole.Length < NonceLength + TagLength)
            return null;
        var bytes = new byte[whole.Length - NonceLength - TagLength];
        using var cipher = SealingKey(purpose);
        try
        {
            cipher.Decrypt(whole[..NonceLength], whole[NonceLength..^TagLength], whole[^TagLength..], bytes);
            return bytes;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    AesGcm SealingKey(string purpose) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes(purpose)), TagLength);

    string Hex(string purpose, ReadOnlySpan<string> parts, int bytes) => Convert.ToHexStringLower(Keyed(purpose, parts).AsSpan(0, bytes));

    byte[] Keyed(string purpose, ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        CommitCodec.Append(hash, Encoding.UTF8.GetBytes(purpose));
        foreach (var part in parts)
            CommitCodec.Append(hash, Encoding.UTF8.GetBytes(part));
        return hash.GetHashAndReset();
    }

    public override string ToString() => $"RingKey({Id})";
}
