using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// From text to JSON and back. The law of this file: whatever comes in, out comes a document that every later step may walk
/// freely (bounded size and depth, no doubled property, no half surrogate), or one finding; never an exception, and never a
/// recursion that the sender controls.
/// </summary>
static class DefinitionText
{
    public const int MaxBytes = 4 * 1024 * 1024;
    public const int MaxDepth = 512;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth + 1 };

    // Letters stay readable in files; what HTML could misread is escaped.
    static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = MaxDepth + 8 };
    static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public static string Write(JsonObject document, bool indented) => document.ToJsonString(indented ? Indented : Compact);

    /// <summary>The document, or the one reason why there is none.</summary>
    public static (JsonObject? Document, Finding? Problem) Parse(string json)
    {
        if (json.Length > MaxBytes || Encoding.UTF8.GetByteCount(json) > MaxBytes)
            return (null, TooLarge);
        return Parse(Encoding.UTF8.GetBytes(json.StartsWith('\uFEFF') ? json[1..] : json));
    }

    /// <summary>Any small JSON text inside a document (a literal, a reference); null when it is not JSON.</summary>
    public static JsonNode? TryParse(string json)
    {
        if (json.Length > MaxBytes)
            return null;
        var bytes = Encoding.UTF8.GetBytes(json);
        return ProblemOf(bytes) is null ? Nodes(bytes).Node : null;
    }

    /// <summary>A copy of a document that somebody else holds, with the same limits.</summary>
    public static (JsonObject? Document, Finding? Problem) Copy(JsonObject document)
    {
        try
        {
            return IsTooDeep(document) ? (null, TooDeep) : Parse(document.ToJsonString(Compact));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // A node parsed lazily elsewhere: a doubled property or half surrogate shows only now.
            return (null, NotJson(0, 0));
        }
    }

    static Finding TooLarge => Finding.Error(FindingCode.DefinitionTooLarge, null, "bytes", MaxBytes.ToString(CultureInfo.InvariantCulture));

    static Finding TooDeep => Finding.Error(FindingCode.DefinitionTooDeep, null, "json", MaxDepth.ToString(CultureInfo.InvariantCulture));

    static (JsonObject? Document, Finding? Problem) Parse(byte[] utf8)
    {
        if (ProblemOf(utf8) is { } problem)
            return (null, problem);
        var (node, failure) = Nodes(utf8);
        return node is JsonObject document ? (document, null) : (null, failure ?? NotJson(0, 0));
    }

    // One flat pass before any tree is built: depth, syntax, and strings that cannot be decoded.
    static Finding? ProblemOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth)
                    return TooDeep;
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
            return null;
        }
        catch (JsonException problem)
        {
            return NotJson(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0);
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say: an escaped half surrogate.
            return NotJson(0, reader.TokenStartIndex);
        }
    }

    static (JsonNode? Node, Finding? Problem) Nodes(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return (JsonNode.Parse(utf8, null, Strict), null);
        }
        catch (JsonException problem)
        {
            // A property that occurs twice.
            return (null, NotJson(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0));
        }
    }

    static Finding NotJson(long line, long position) => Finding.Error(
        FindingCode.DefinitionNotJson, null, (line + 1).ToString(CultureInfo.InvariantCulture), (position + 1).ToString(CultureInfo.InvariantCulture));

    static bool IsTooDeep(JsonNode document)
    {
        var open = new Stack<(JsonNode Node, int Depth)>([(document, 1)]);
        while (open.TryPop(out var item))
        {
            if (item.Depth > MaxDepth)
                return true;
            var inside = item.Node switch
            {
                JsonObject json => json.Select(property => property.Value),
                JsonArray array => array,
                _ => [],
            };
            foreach (var node in inside)
            {
                if (node is JsonObject or JsonArray)
                    open.Push((node, item.Depth + 1));
            }
        }
        return false;
    }
}
