using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>Reads what Studio sends: one JSON object. A drawing is larger and deeper than any form, so this has limits of its own.</summary>
public static class ElsaBody
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>A drawing may be 512 levels deep; around it stands the envelope of the request.</summary>
    const int MaxDepth = 514;

    /// <summary>The body; an empty object when there is none.</summary>
    /// <exception cref="Geweigerd">413, 415 or 400.</exception>
    public static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        var bytes = await JsonBody.BytesAsync(context, MaxBytes);
        return bytes.Length == 0 ? [] : Of(bytes);
    }

    /// <summary>A file that somebody chose on a page.</summary>
    /// <exception cref="Geweigerd">413 or 400.</exception>
    public static async Task<JsonObject> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > MaxBytes)
            throw JsonBody.TooLarge(MaxBytes);
        using var held = new MemoryStream();
        await file.CopyToAsync(held, cancellation);
        return Of(held.ToArray());
    }

    static JsonObject Of(byte[] bytes)
    {
        try
        {
            RefuseUnstorable(bytes);
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new Geweigerd(Verzoekcode.GeenObject);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new Geweigerd(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <summary>Half a character in an escape shows only when the text is read, which would be much later; and PostgreSQL keeps no text with a zero in it.</summary>
    static void RefuseUnstorable(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                if (reader.GetString()!.Contains('\0'))
                    throw new JsonException();
            }
        }
    }
}
