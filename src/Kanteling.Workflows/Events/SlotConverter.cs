using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Writes a <see cref="Content"/> as a reference to one of the slots of one commit, and reads it from there. A text that may stand
/// apart (<see cref="ContentKind.StandsApart"/>) and is too large for a slot becomes a blob; its text is there for who fetched it.
/// </summary>
sealed class SlotConverter(CommitJson commit) : JsonConverter<Content>
{
    public override Content Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.TryGetProperty("$blob", out var apart))
            return new Content(null, ContentKind.Document, commit.Reading?.Apart.GetValueOrDefault(apart.GetInt32()));
        if (!document.RootElement.TryGetProperty("$slot", out var number))
            return ContentConverter.Read(document.RootElement);
        return commit.Reading is { IsCourse: true } ? new Content(null, "", null) : ContentOf(commit.Slots[number.GetInt32()]);
    }

    static Content ContentOf(Slot slot) => new(slot.Dossier, slot.Kind, slot.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : null);

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        var bytes = value.Text is { } text ? Encoding.UTF8.GetBytes(text) : null;
        if (bytes?.Length > Blob.Threshold && ContentKind.StandsApart(value))
        {
            WriteApart(writer, value, bytes);
        }
        else
        {
            writer.WriteNumber("$slot", commit.Slots.Count);
            commit.Slots.Add(bytes is not null ? Filled(writer, value, bytes) : Emptied(writer, value));
        }
        writer.WriteEndObject();
    }

    void WriteApart(Utf8JsonWriter writer, Content value, byte[] bytes)
    {
        var (salt, number) = (Chance.Bytes(Slot.SaltLength), commit.Blobs.Count);
        writer.WriteNumber("$blob", number);
        writer.WriteNumber("length", bytes.Length);
        writer.WriteBase64String("hash", Slot.HashOf(salt, bytes));
        commit.Blobs.Add(new NewBlob(number, value.Dossier, value.Kind, null, salt, bytes));
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
