using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>How the records of events and snapshots are written; only where their content goes differs.</summary>
static class StoredJson
{
    public static JsonSerializerOptions Options(JsonConverter<Content> content, JsonConverter<Blob> blob) => Json.ForStorage(
        content, blob, new VariableKeyConverter(), new ConnectionKeyConverter(), new DefinitionVersionConverter(), new OrdinalDictionaryConverter(), new ExplanationConverter());
}
