using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Commands;

/// <summary>
/// What stands beside a commit for thirty days to tell the same request from another under the same key: sixteen random
/// bytes, then HMAC-SHA256 over the request with those bytes as key. Whoever has the seal could still try requests one by
/// one, so it goes with any erasure in its stream.
/// </summary>
public static class RequestSeal
{
    const int SaltLength = 16;

    /// <summary>How long a seal is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public static byte[] Of(Command command) => Of(command, Chance.Bytes(SaltLength));

    /// <summary>Whether this is the request that was sealed. With an empty seal nothing is left to compare: the id alone answers.</summary>
    public static bool Fits(ReadOnlySpan<byte> seal, Command command) =>
        seal.IsEmpty || CryptographicOperations.FixedTimeEquals(seal, Of(command, seal[..SaltLength]));

    static byte[] Of(Command command, ReadOnlySpan<byte> salt) => [.. salt, .. HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(Canonical(command)))];

    /// <summary>Name, number, and the fields in order of their names; a field that is absent is a field that is null.</summary>
    static string Canonical(Command command)
    {
        var (name, number) = CommandNames.Of(command);
        return $"{name}/{number}\n{Ordered(JsonSerializer.SerializeToNode(command, command.GetType(), Json.Compact))?.ToJsonString(Json.Compact)}";
    }

    static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
