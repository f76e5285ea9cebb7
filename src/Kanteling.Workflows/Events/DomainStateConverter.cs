using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>
/// The state of the domain inside an event, as <c>{"f":format,"s":{…}}</c>. A snapshot of an older format is thrown away and folded
/// again; here there is nothing left to fold, so an older one is upgraded.
/// </summary>
sealed class DomainStateConverter(DomainCodec domain) : JsonConverter<DomainState>
{
    public override DomainState Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var stored = JsonNode.Parse(ref reader)!.AsObject();
        var (format, state) = (stored["f"]!.GetValue<int>(), stored["s"]!.AsObject());
        stored.Remove("s");
        for (; format < domain.StateFormat; format++)
        {
            if (!domain.StateUpgraders.TryGetValue(format, out var upgrade))
                throw new JsonException($"A state of format {format} cannot be read.");
            state = upgrade(state);
        }
        return format == domain.StateFormat ? new DomainState(state.Deserialize(domain.State, options)!) : throw new JsonException($"A state of format {format} is of a later program.");
    }

    public override void Write(Utf8JsonWriter writer, DomainState value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("f", domain.StateFormat);
        writer.WritePropertyName("s");
        JsonSerializer.Serialize(writer, value.State, domain.State, options);
        writer.WriteEndObject();
    }
}
