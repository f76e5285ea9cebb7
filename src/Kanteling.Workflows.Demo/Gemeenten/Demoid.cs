using System.Security.Cryptography;
using System.Text;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>Ids in a demonstration follow from a name that anybody may know: the same in every demo gemeente, so that a page can point at them.</summary>
public static class Demoid
{
    public static string Van(string naam) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(naam)).AsSpan(0, 13));
}
