using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Writes a <see cref="Content"/> as a reference to a slot while a commit is written, and inline in a snapshot part.
/// Which of the two is decided by <see cref="SlotScope.Current"/>, which is set around one synchronous call.
/// </summary>
sealed class ContentConverter : JsonConverter<Content>
{
    public override Content Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        if (json.TryGetProperty("$slot", out var number))
            return SlotScope.Current!.Read(number.GetInt32());
        var dossier = json.TryGetProperty("dossier", out var d) ? d.GetString() : null;
        return new Content(dossier, json.GetProperty("kind").GetString()!, json.TryGetProperty("text", out var text) ? text.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (SlotScope.Current is { } scope)
            scope.Write(writer, value);
        else
            WriteInline(writer, value);
        writer.WriteEndObject();
    }

    static void WriteInline(Utf8JsonWriter writer, Content value)
    {
        if (value.Dossier is not null)
            writer.WriteString("dossier", value.Dossier);
        writer.WriteString("kind", value.Kind);
        if (value.Text is not null)
            writer.WriteString("text", value.Text);
    }
}

/// <summary>The slots of the commit that is being written or read on this thread.</summary>
sealed class SlotScope(List<Slot> slots) : IDisposable
{
    [ThreadStatic] static SlotScope? current;

    public static SlotScope? Current => current;

    public static SlotScope Open(List<Slot> slots) => current = new SlotScope(slots);

    public void Dispose() => current = null;

    public void Write(Utf8JsonWriter writer, Content content)
    {
        var salt = RandomNumberGenerator.GetBytes(Slot.SaltLength);
        var bytes = content.Text is null ? null : Encoding.UTF8.GetBytes(content.Text);
        writer.WriteNumber("$slot", slots.Count);
        writer.WriteBase64String("hash", Slot.HashOf(salt, bytes ?? []));
        slots.Add(new Slot(content.Dossier, content.Kind, [.. salt], bytes is null ? null : [.. bytes]));
    }

    public Content Read(int number)
    {
        var slot = slots[number];
        return new Content(slot.Dossier, slot.Kind, slot.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : null);
    }
}
