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
            var json = bytes.AsSpan(NaMerk(bytes));
            if (!IsTeBewaren(json))
                return new Weigering(Verzoekcode.TekenOnleesbaar);
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) is JsonObject body ? body : new Weigering(Verzoekcode.GeenObject);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return new Weigering(Verzoekcode.JsonOnleesbaar);
        }
    }

    /// <summary>Where the text begins in bytes that a program on Windows may have marked as UTF-8.</summary>
    public static int NaMerk(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

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
