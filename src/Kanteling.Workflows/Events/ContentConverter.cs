using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>Writes a <see cref="Content"/> inline. In a commit a <see cref="SlotConverter"/> takes its place, in a snapshot a <see cref="NamedContentConverter"/>.</summary>
sealed class ContentConverter : JsonConverter<Content>
{
    public override Content Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public static Content Read(JsonElement json)
    {
        var dossier = json.TryGetProperty("dossier", out var d) ? new DossierId(d.GetString()!) : (DossierId?)null;
        return new Content(dossier, json.GetProperty("kind").GetString()!, json.TryGetProperty("text", out var text) ? text.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options) => WriteInline(writer, value);

    public static void WriteInline(Utf8JsonWriter writer, Content value)
    {
        writer.WriteStartObject();
        if (value.Dossier is { } dossier)
            writer.WriteString("dossier", dossier.Text);
        writer.WriteString("kind", value.Kind);
        if (value.Text is not null)
            writer.WriteString("text", value.Text);
        writer.WriteEndObject();
    }
}
