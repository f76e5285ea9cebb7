using System.Security.Cryptography;

namespace Kanteling.Workflows;

/// <summary>Where chance enters: nonces and salts of what is already decided, and new keys. Never a decision.</summary>
static class Chance
{
    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
