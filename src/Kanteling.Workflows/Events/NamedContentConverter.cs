using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>Content as it stands in a snapshot: inline, or, when it is long and stands in a slot, as <c>"slot":[version,number]</c>.</summary>
sealed class NamedContentConverter : JsonConverter<Content>
{
    /// <summary>The texts that may be named, or that are named in what is read.</summary>
    public LongTexts Texts { get; set; } = LongTexts.None;

    /// <summary>The places that were named since it was emptied.</summary>
    public HashSet<SlotAddress> Named { get; } = [];

    /// <exception cref="JsonException">What is named does not stand there any more.</exception>
    public override Content Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var content = ContentConverter.Read(document.RootElement);
        if (!document.RootElement.TryGetProperty("slot", out var slot))
            return content;
        var place = new SlotAddress(slot[0].GetInt64(), slot[1].GetInt32());
        return content with { Text = Texts.At(place) ?? throw new JsonException("A text that is named does not stand there.") };
    }

    public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
    {
        if (value.Text is null || Texts.PlaceOf(value.Text) is not { } place)
        {
            ContentConverter.WriteInline(writer, value);
            return;
        }
        Named.Add(place);
        writer.WriteStartObject();
        if (value.Dossier is { } dossier)
            writer.WriteString("dossier", dossier.Text);
        writer.WriteString("kind", value.Kind);
        writer.WriteStartArray("slot");
        writer.WriteNumberValue(place.Version);
        writer.WriteNumberValue(place.Slot);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
