using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>Writes a <see cref="Content"/> as a reference to one of the slots of one commit, and reads it from there.</summary>
sealed class SlotConverter(List<Slot> slots) : JsonConverter<Content>
{
    public override Content Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.TryGetProperty("$slot", out var number) ? ContentOf(slots[number.GetInt32()]) : ContentConverter.Read(document.RootElement);
    }

    static Content ContentOf(Slot slot) => new(slot.Dossier, slot.Kind, slot.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : null);

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
    {
        var salt = Chance.Bytes(Slot.SaltLength);
        var bytes = value.Text is null ? null : Encoding.UTF8.GetBytes(value.Text);
        writer.WriteStartObject();
        writer.WriteNumber("$slot", slots.Count);
        writer.WriteBase64String("hash", Slot.HashOf(salt, bytes ?? []));
        writer.WriteEndObject();
        // What was erased before it came here has nothing to keep; its hash is that of a salt which nobody has.
        slots.Add(bytes is null ? new Slot(value.Dossier, value.Kind, [], null) : new Slot(value.Dossier, value.Kind, [.. salt], [.. bytes]));
    }
}
