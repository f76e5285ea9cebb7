using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Reads what a program sends: JSON, an object, not larger and not deeper than any form needs.</summary>
public static class Jsoninhoud
{
    public const int MaxBytes = 512 * 1024;
    const int MaxDepth = 32;

    /// <param name="magLeeg">Whether no body at all is an empty object.</param>
    /// <returns>Refused: 413 or 400.</returns>
    public static async ValueTask<Uitslag<JsonObject>> LeesAsync(HttpContext context, bool magLeeg = false)
    {
        if (!(await BytesAsync(context, MaxBytes)).Lukt(out var bytes, out var nee))
            return nee;
        if (magLeeg && bytes.Length == 0)
            return new JsonObject();
        try
        {
            var node = JsonNode.Parse(bytes.AsSpan(Tekeningbytes.NaMerk(bytes)), documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            if (node is not JsonObject body)
                return new Weigering(Verzoekcode.GeenObject);
            return IsLeesbaar(body) ? body : new Weigering(Verzoekcode.TekenOnleesbaar);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return new Weigering(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <summary>Reads every text once; half a character throws when it is read.</summary>
    static bool IsLeesbaar(JsonNode? node) => node switch
    {
        JsonObject group => group.All(p => Tekens.ZijnLeesbaar(p.Key) && IsLeesbaar(p.Value)),
        JsonArray lijst => lijst.All(IsLeesbaar),
        JsonValue waarde => !waarde.TryGetValue<string>(out var tekst) || Tekens.ZijnLeesbaar(tekst),
        _ => true,
    };

    /// <summary>The body as it was sent.</summary>
    /// <returns>Refused: 400 when it says that it is not in UTF-8, or 413.</returns>
    internal static async Task<Uitslag<byte[]>> BytesAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (!Inhoudkop.IsUtf8(request.ContentType))
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
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
