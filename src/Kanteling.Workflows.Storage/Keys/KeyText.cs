using System.Security.Cryptography;

namespace Kanteling.Workflows.Storage.Keys;

/// <summary>A key as text, in a file or in the configuration: its name, a colon, and its secret in base64.</summary>
public static class KeyText
{
    /// <summary>A new key of random bytes, as text.</summary>
    public static string New(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(RingKey.Length))}";

    /// <param name="lines">The current key first; each with a secret of at least 32 bytes, and a name that stands once.</param>
    /// <exception cref="KeysRefusedException">A line is no key, or there is none.</exception>
    public static KeyRing Read(IEnumerable<string> lines)
    {
        try
        {
            return new KeyRing([.. lines.Select(Key)]);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new KeysRefusedException(KeysRefusal.Malformed, inner: wrong);
        }
    }

    static RingKey Key(string line)
    {
        var parts = line.Trim().Split(':', 2);
        return parts is [var id, var secret] ? new RingKey(id, Convert.FromBase64String(secret)) : throw new FormatException("No colon.");
    }
}
