using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>A drawing as bytes: what a client sends and what a file holds. It is larger and deeper than any form, so it has limits of its own.</summary>
public static class Tekeningbytes
{
    /// <summary>How many bytes it may have.</summary>
    public const int Meeste = 4 * 1024 * 1024;

    /// <summary>A drawing may be 512 levels deep; around it stands the envelope of the request.</summary>
    const int MaxDepth = 514;

    static readonly JsonSerializerOptions Plat = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 520 };
    static readonly JsonSerializerOptions Ingesprongen = new(Plat) { WriteIndented = true };

    /// <returns>Refused: 400 when it is no JSON object.</returns>
    public static Uitslag<JsonObject> Lees(byte[] bytes)
    {
        try
        {
            if (!IsTeBewaren(bytes))
                return new Weigering(Verzoekcode.JsonOnleesbaar);
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is JsonObject body ? body : new Weigering(Verzoekcode.GeenObject);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return new Weigering(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <param name="ingesprongen">As a person reads a file: with line ends and indents.</param>
    public static byte[] Schrijf(JsonObject tekening, bool ingesprongen) => Encoding.UTF8.GetBytes(tekening.ToJsonString(ingesprongen ? Ingesprongen : Plat));

    /// <summary>Half a character in an escape shows only when the text is read, which would be much later; and PostgreSQL keeps no text with a zero in it.</summary>
    static bool IsTeBewaren(ReadOnlySpan<byte> utf8)
    {
        var lezer = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (lezer.Read())
        {
            if (lezer.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && lezer.GetString()!.Contains('\0'))
                return false;
        }
        return true;
    }
}
