using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Explanations as JSON, as short as can be: what is told is <c>["CODE",argument…]</c>, or <c>"CODE"</c> without arguments. An argument
/// shows its kind by its form: a day <c>"2026-04-13"</c>, a moment <c>"2026-04-13T10:00:00Z"</c>, a number, and a word as what is told.
/// A code begins with a letter and a day with a digit, so no two kinds look alike. Reading is total: what is none of these is
/// read as <see cref="Told.Unreadable"/>.
/// </summary>
sealed class ExplanationConverter : JsonConverter<Explanation>
{
    const string DayFormat = "yyyy-MM-dd";
    const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override bool HandleNull => true;

    public override Explanation Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return reader.TokenType == JsonTokenType.Null ? default : [ReadTold(ref reader)];
        var all = new List<Told>();
        while (Next(ref reader))
            all.Add(ReadTold(ref reader));
        return [.. all];
    }

    public override void Write(Utf8JsonWriter writer, Explanation value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var told in value)
            Write(writer, told);
        writer.WriteEndArray();
    }

    /// <summary>To the next value of the array that the reader is in.</summary>
    static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    static Told ReadTold(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Code(Simple(ref reader)) is { } alone ? new Told(alone) : Told.Unreadable;
        string? code = null;
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        for (var first = true; Next(ref reader); first = false)
        {
            if (!first)
                arguments.Add(ReadArgument(ref reader));
            else if (reader.TokenType != JsonTokenType.StartArray)
                code = Code(Simple(ref reader));
            else
                reader.Skip();
        }
        return code is null ? Told.Unreadable : new Told(code, arguments.ToImmutable());
    }

    static Argument ReadArgument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return ReadTold(ref reader);
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDecimal(out var number) ? number : Told.Unreadable;
        var text = Simple(ref reader);
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTimeOffset.TryParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        return Code(text) is { } code ? new Told(code) : Told.Unreadable;
    }

    static string? Code(string? text) => Told.IsCode(text) ? text : null;

    /// <summary>A text in plain ASCII, as all that is written here; null for any other value, which is passed over.</summary>
    static string? Simple(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        var bytes = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return bytes.Length <= Told.LongestCode && Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : null;
    }

    static void Write(Utf8JsonWriter writer, Told told)
    {
        if (told.Arguments.IsEmpty)
        {
            writer.WriteStringValue(told.Code);
            return;
        }
        writer.WriteStartArray();
        writer.WriteStringValue(told.Code);
        foreach (var argument in told.Arguments)
            Write(writer, argument);
        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, Argument argument)
    {
        switch (argument)
        {
            case DayArgument x: writer.WriteStringValue(x.Day.ToString(DayFormat, CultureInfo.InvariantCulture)); break;
            case MomentArgument x: writer.WriteStringValue(x.Moment.ToString(MomentFormat, CultureInfo.InvariantCulture)); break;
            case NumberArgument x: writer.WriteNumberValue(x.Number); break;
            case WordArgument x: Write(writer, x.Word); break;
        }
    }
}
