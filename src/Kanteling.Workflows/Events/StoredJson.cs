using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>How the records of events and snapshots are written; only where their content goes differs.</summary>
static class StoredJson
{
    public static JsonSerializerOptions Options(JsonConverter<Content> content, params ReadOnlySpan<JsonConverter> more) => Json.ForStorage(
        [content, .. more, new VariableKeyConverter(), new ConnectionKeyConverter(), new DefinitionVersionConverter(), new OrdinalDictionaryConverter(), new ExplanationConverter()]);
}
