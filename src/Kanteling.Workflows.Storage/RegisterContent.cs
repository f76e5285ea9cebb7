using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Storage;

/// <summary>What is kept of a version of a register row, and the hash that names it.</summary>
public static class RegisterContent
{
    /// <summary>SHA-256 of a content, base64url.</summary>
    public static string HashOf(string content) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>What is kept of a row, without secrets; null for a row that no decision names by itself.</summary>
    internal static string? Of(RegisterRow row) => row switch
    {
        User u => Text(new() { ["user"] = u.Id.Text, ["name"] = u.DisplayName, ["roles"] = List(u.Roles), ["team"] = u.Team?.Text, ["wijk"] = u.Wijk, ["active"] = u.IsActive }),
        Team t => Text(new() { ["team"] = t.Id.Text, ["name"] = t.Name, ["wijk"] = t.Wijk }),
        _ => null,
    };

    /// <summary>Keeps a version, once, with what is being saved on this context.</summary>
    internal static async Task KeepAsync(KantelingDb db, string register, string rowKey, string content, DateTimeOffset now)
    {
        var hash = HashOf(content);
        if (await db.RegisterVersions.FindAsync(hash) is null)
            db.RegisterVersions.Add(new RegisterVersion { Hash = hash, Register = register, RowKey = rowKey, Content = content, At = now });
    }

    static string Text(JsonObject content) => content.ToJsonString(Json.Compact);

    static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
