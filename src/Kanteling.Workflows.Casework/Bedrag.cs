using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework;

/// <summary>Money, in whole cents: what is paid is never rounded along the way. As JSON the number of cents.</summary>
/// <param name="Centen">Cents of a euro; never less than none in what is stored.</param>
[JsonConverter(typeof(BedragConverter))]
public readonly record struct Bedrag(long Centen) : IComparable<Bedrag>
{
    public static readonly Bedrag Niets = new(0);

    /// <summary>So many euro; what is less than a cent is rounded to the nearest.</summary>
    public static Bedrag Euro(decimal euro) => new((long)decimal.Round(euro * 100, MidpointRounding.AwayFromZero));

    public static Bedrag operator +(Bedrag een, Bedrag ander) => new(een.Centen + ander.Centen);

    public static Bedrag operator *(Bedrag bedrag, int keer) => new(bedrag.Centen * keer);

    public int CompareTo(Bedrag other) => Centen.CompareTo(other.Centen);

    /// <summary>For a sentence: <c>1.442 euro</c>, <c>23,50 euro</c>.</summary>
    public override string ToString()
    {
        var euro = (Centen / 100).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
        return Centen % 100 is var rest && rest != 0 ? $"{euro},{Math.Abs(rest):00} euro" : $"{euro} euro";
    }
}

sealed class BedragConverter : JsonConverter<Bedrag>
{
    public override Bedrag Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Bedrag value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Centen);
}
