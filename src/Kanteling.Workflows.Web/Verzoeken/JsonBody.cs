using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Reads what a program sends: JSON, an object, not larger and not deeper than any form needs.</summary>
public static class JsonBody
{
    public const int MaxBytes = 512 * 1024;
    const int MaxDepth = 32;

    /// <exception cref="Geweigerd">413, 415 or 400.</exception>
    public static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        var bytes = await BytesAsync(context, MaxBytes);
        try
        {
            var node = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return node is JsonObject body && IsReadable(body) ? body : throw new Geweigerd(Verzoekcode.GeenObject);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new Geweigerd(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <summary>Reads every text once, because half a character throws only when it is read.</summary>
    static bool IsReadable(JsonNode? node) => node switch
    {
        JsonObject group => group.All(p => IsReadable(p.Value)),
        JsonArray list => list.All(IsReadable),
        JsonValue value => value.TryGetValue<string>(out _) || true,
        _ => true,
    };

    /// <summary>The body as it was sent, when it calls itself JSON or nothing at all.</summary>
    /// <exception cref="Geweigerd">413 or 415.</exception>
    internal static async Task<byte[]> BytesAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (request.ContentType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            throw new Geweigerd(Verzoekcode.GeenJson);
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        using var held = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            held.Write(buffer, 0, read);
            if (held.Length > maxBytes)
                throw TooLarge(maxBytes);
        }
        return held.ToArray();
    }

    internal static Geweigerd TooLarge(int maxBytes = MaxBytes) => new(Verzoekcode.VerzoekTeGroot, $"{maxBytes / 1024}");
}
