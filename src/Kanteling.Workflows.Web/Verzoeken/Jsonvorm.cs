using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>How answers to programs are written as JSON.</summary>
public static class Jsonvorm
{
    public static readonly JsonSerializerOptions Options = Made();

    /// <summary>The same way of writing, for the framework's own options.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MaxDepth = 512;
    }

    static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        return options;
    }
}
