using System.Text.Json;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>Writes how a day was computed as sentences, where stored events are shown as JSON.</summary>
sealed class Uitlegvorm(Kalender kalender) : JsonConverter<Explanation>
{
    /// <summary>The same way of writing, with sentences.</summary>
    public static JsonSerializerOptions In(JsonSerializerOptions opslag, Kalender kalender)
    {
        var vorm = new JsonSerializerOptions(opslag);
        vorm.Converters.Insert(0, new Uitlegvorm(kalender));
        return vorm;
    }

    public override void Write(Utf8JsonWriter writer, Explanation value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.InZinnen(kalender.Omschrijving), options);

    public override Explanation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Sentences are made to be read by people.");
}
