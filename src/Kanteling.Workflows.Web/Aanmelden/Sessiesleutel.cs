using System.Security.Cryptography;
using System.Text;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>What a cookie holds of a session. Its row has the hash, from which nobody makes a cookie.</summary>
static class Sessiesleutel
{
    /// <summary>The claim that it is in.</summary>
    public const string Kenmerk = "kanteling.sessie";

    public static string Nieuw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // The key is random and long, so a plain hash cannot be guessed back.
    public static string IdVan(string sleutel) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sleutel)).AsSpan(0, 16));
}
