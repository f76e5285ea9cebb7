using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>How Studio reads and writes: camelCase, names of enum members as they are, absent instead of null.</summary>
public static class ElsaJson
{
    public static readonly JsonSerializerOptions Options = Made();

    /// <summary>An answer in Studio's spelling.</summary>
    public static IResult Answer(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 520,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}

/// <summary>Elsa's plain list.</summary>
public sealed record ElsaItems<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}

/// <summary>A page of a list, with what this user may do with the list.</summary>
public sealed record ElsaPage<T>(IReadOnlyList<T> Items, long TotalCount, IReadOnlyList<ElsaLink> Links);

/// <summary>Something this user may do. Studio looks at <paramref name="Rel"/> only.</summary>
public sealed record ElsaLink(string Href, string Rel, string Method);
