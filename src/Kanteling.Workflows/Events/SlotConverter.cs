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
        writer.WriteStartObject();
        writer.WriteNumber("$slot", slots.Count);
        slots.Add(value.Text is { } text ? Filled(writer, value, Encoding.UTF8.GetBytes(text)) : Emptied(writer, value));
        writer.WriteEndObject();
    }

    static Slot Filled(Utf8JsonWriter writer, Content value, byte[] bytes)
    {
        var salt = Chance.Bytes(Slot.SaltLength);
        writer.WriteBase64String("hash", Slot.HashOf(salt, bytes));
        return new Slot(value.Dossier, value.Kind, [.. salt], [.. bytes]);
    }

    /// <summary>What was erased before it came here has nothing to prove: no hash, so that a proof tells it from what was emptied since.</summary>
    static Slot Emptied(Utf8JsonWriter writer, Content value)
    {
        writer.WriteString("hash", "");
        return new Slot(value.Dossier, value.Kind, [], null);
    }
}
