using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Reads what a program sends: JSON, an object, not larger and not deeper than any form needs.</summary>
public static class Jsoninhoud
{
    public const int MaxBytes = 512 * 1024;
    const int MaxDepth = 32;

    /// <returns>Refused: 413 or 400.</returns>
    public static async ValueTask<Uitslag<JsonObject>> LeesAsync(HttpContext context)
    {
        if (!(await BytesAsync(context, MaxBytes)).Lukt(out var bytes, out var nee))
            return nee;
        try
        {
            var node = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return node is JsonObject body && IsReadable(body) ? body : new Weigering(Verzoekcode.GeenObject);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return new Weigering(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <summary>Reads every text once, because half a character throws only when it is read.</summary>
    static bool IsReadable(JsonNode? node) => node switch
    {
        JsonObject group => group.All(p => IsReadable(p.Value)),
        JsonArray lijst => lijst.All(IsReadable),
        JsonValue waarde => waarde.TryGetValue<string>(out _) || true,
        _ => true,
    };

    /// <summary>The body as it was sent.</summary>
    /// <returns>Refused: 413.</returns>
    internal static async Task<Uitslag<byte[]>> BytesAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (request.ContentLength > maxBytes)
            return TeGroot(maxBytes);
        using var held = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            held.Write(buffer, 0, read);
            if (held.Length > maxBytes)
                return TeGroot(maxBytes);
        }
        return held.ToArray();
    }

    internal static Weigering TeGroot(int maxBytes = MaxBytes) => new(Verzoekcode.VerzoekTeGroot, $"{maxBytes / 1024}");
}
