using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows;

/// <summary>A number of a stream: the stream counts them, whatever they are of. Outside it is <c>{stream}-{n}</c>.</summary>
public interface INumberId
{
    long Number { get; }
}

/// <summary>One kind of number.</summary>
public interface INumberId<TSelf> : INumberId, IComparable<TSelf> where TSelf : struct, INumberId<TSelf>
{
    static abstract TSelf Of(long number);
}

/// <summary>An id that is a text; of a household it says nothing.</summary>
public interface ITextId
{
    string Text { get; }
}

/// <summary>One kind of name, in ordinal order.</summary>
public interface ITextId<TSelf> : ITextId, IComparable<TSelf> where TSelf : struct, ITextId<TSelf>
{
    static abstract TSelf Of(string text);
}

/// <summary>The bare number, and the number in digits where JSON wants a name.</summary>
public sealed class NumberIdConverter<T> : JsonConverter<T> where T : struct, INumberId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The bare text, also as a name.</summary>
public sealed class TextIdConverter<T> : JsonConverter<T> where T : struct, ITextId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? throw new JsonException("An id is absent, or a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text ?? throw new JsonException("An id has no text."));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text);
}
