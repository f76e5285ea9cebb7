using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

// What a household counts, each kind with a letter and a number of its own. Of a person it says nothing, and no number is used again.

/// <summary>Somebody of the household: p1, p2 …</summary>
[JsonConverter(typeof(TextIdConverter<PersoonId>))]
public readonly record struct PersoonId(string Text) : ITextId<PersoonId>
{
    public static PersoonId Of(string text) => new(text);

    public int CompareTo(PersoonId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>What somebody wants to be able to do again: h1, h2 …</summary>
[JsonConverter(typeof(TextIdConverter<HulpvraagId>))]
public readonly record struct HulpvraagId(string Text) : ITextId<HulpvraagId>
{
    /// <summary>It as a part of its dossier.</summary>
    public DeelId Deel => new(Text);

    public static HulpvraagId Of(string text) => new(text);

    public int CompareTo(HulpvraagId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>One support of one person: o1, o2 …</summary>
[JsonConverter(typeof(TextIdConverter<OndersteuningId>))]
public readonly record struct OndersteuningId(string Text) : ITextId<OndersteuningId>
{
    /// <summary>It as a part of its dossier.</summary>
    public DeelId Deel => new(Text);

    public static OndersteuningId Of(string text) => new(text);

    public int CompareTo(OndersteuningId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A part of a dossier, by the id of the hulpvraag or of the support that it is.</summary>
[JsonConverter(typeof(TextIdConverter<DeelId>))]
public readonly record struct DeelId(string Text) : ITextId<DeelId>
{
    public static DeelId Of(string text) => new(text);

    public int CompareTo(DeelId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}
