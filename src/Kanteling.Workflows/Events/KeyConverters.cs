using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

// Structured keys as JSON names, and ordinal order for names, so that the same state is always the same bytes.

sealed class VariableKeyConverter : JsonConverter<VariableKey>
{
    public override VariableKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, VariableKey value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    public override VariableKey ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, VariableKey value, JsonSerializerOptions options) => writer.WritePropertyName(Text(value));

    static string Text(VariableKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Scope}:{key.Variable}");

    static VariableKey Parse(string text)
    {
        var colon = text.IndexOf(':');
        return new VariableKey(new ExecutionId(long.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture)), text[(colon + 1)..]);
    }
}

/// <summary>A connection as <c>source|port|target</c>; a bar or backslash inside a part is written with a backslash.</summary>
sealed class ConnectionKeyConverter : JsonConverter<ConnectionKey>
{
    public override ConnectionKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ConnectionKey value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    public override ConnectionKey ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ConnectionKey value, JsonSerializerOptions options) => writer.WritePropertyName(Text(value));

    static string Text(ConnectionKey key) => $"{Escape(key.Source.Text)}|{Escape(key.Port)}|{Escape(key.Target.Text)}";

    static string Escape(string part) => part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    static ConnectionKey Parse(string text)
    {
        var parts = new List<string>(3);
        var part = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                part.Append(text[++i]);
            }
            else if (text[i] == '|')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[i]);
            }
        }
        return new ConnectionKey(new(parts[0]), parts[1], new(part.ToString()));
    }
}

sealed class DefinitionVersionConverter : JsonConverter<DefinitionVersion>
{
    public override DefinitionVersion Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => DefinitionVersion.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, DefinitionVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Dictionaries by name in ordinal order, whatever the machine's culture.</summary>
public sealed class OrdinalDictionaryConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType
        && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>) && typeToConvert.GetGenericArguments()[0] == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()[1]))!;

    sealed class Converter<T> : JsonConverter<ImmutableSortedDictionary<string, T>>
    {
        public override ImmutableSortedDictionary<string, T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, JsonSerializer.Deserialize<Dictionary<string, T>>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, item) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, item, options);
            }
            writer.WriteEndObject();
        }
    }
}
