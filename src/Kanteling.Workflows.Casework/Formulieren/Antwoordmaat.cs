using System.Text;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// How much may be answered at all. Looked at before anything else, so that what comes after can walk the answers
/// without fear: a document that JSON allows but .NET cannot read (a double key, half a surrogate pair) throws here, once.
/// </summary>
public static class Antwoordmaat
{
    /// <summary>Bytes of all answers together, as UTF-8 JSON.</summary>
    public const int Bytes = 256 * 1024;

    /// <summary>Rows of one list.</summary>
    public const int Regels = 200;

    /// <summary>Characters of one text.</summary>
    public const int Tekens = 20_000;

    /// <summary>Objects and arrays inside each other, the outermost included.</summary>
    public const int Diepte = 8;

    /// <summary>Errors that are reported; nobody reads more.</summary>
    public const int Fouten = 200;

    /// <summary>What is wrong with the answers as a whole, or null.</summary>
    public static AntwoordFout? Toets(JsonObject antwoorden)
    {
        try
        {
            if (IsTeDiep(antwoorden, 1))
                return new("", Formuliercode.AntwoordenTeDiep, [$"{Diepte}"]);
            return Encoding.UTF8.GetByteCount(antwoorden.ToJsonString(Json.Compact)) > Bytes
                ? new("", Formuliercode.AntwoordenTeGroot, [$"{Bytes / 1024}"])
                : null;
        }
        catch (Exception fout) when (fout is InvalidOperationException or ArgumentException)
        {
            return new("", Formuliercode.AntwoordenOnleesbaar, []);
        }
    }

    static bool IsTeDiep(JsonNode? knoop, int diepte) => knoop switch
    {
        JsonObject groep => diepte > Diepte || groep.Any(veld => IsTeDiep(veld.Value, diepte + 1)),
        JsonArray lijst => diepte > Diepte || lijst.Any(regel => IsTeDiep(regel, diepte + 1)),
        // Reading the text here makes a text that cannot be read throw inside the try.
        JsonValue waarde => waarde.TryGetValue<string>(out _) && false,
        _ => false,
    };
}
