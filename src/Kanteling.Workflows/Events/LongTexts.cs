using System.Collections.Immutable;
using System.Text;

namespace Kanteling.Workflows.Events;

/// <summary>
/// The long texts of a stream by the slot that they stand in, so that its snapshot names them instead of repeating them. A text is found by what it
/// says, so it does not matter which way it came into the case; one that stands in no slot is simply written out.
/// </summary>
public sealed class LongTexts
{
    /// <summary>From so many bytes on a text is named: below that, looking it up costs more than it saves.</summary>
    public const int Least = 256;

    public static readonly LongTexts None = new(ImmutableDictionary.Create<string, SlotAddress>(StringComparer.Ordinal), ImmutableDictionary<SlotAddress, string>.Empty);

    readonly ImmutableDictionary<string, SlotAddress> places;
    readonly ImmutableDictionary<SlotAddress, string> texts;

    LongTexts(ImmutableDictionary<string, SlotAddress> places, ImmutableDictionary<SlotAddress, string> texts) => (this.places, this.texts) = (places, texts);

    /// <summary>With those of one commit.</summary>
    public LongTexts With(long version, IReadOnlyList<Slot> slots)
    {
        var (places, texts) = (this.places, this.texts);
        for (var n = 0; n < slots.Count; n++)
        {
            if (slots[n].Bytes is not { Length: >= Least } bytes)
                continue;
            var (text, place) = (Encoding.UTF8.GetString(bytes.AsSpan()), new SlotAddress(version, n));
            texts = texts.SetItem(place, text);
            if (!places.ContainsKey(text))
                places = places.Add(text, place);
        }
        return texts == this.texts ? this : new LongTexts(places, texts);
    }

    /// <summary>With those of one commit as stored. What cannot be read gives none: whoever needs them finds that out.</summary>
    public LongTexts With(long version, ReadOnlyMemory<byte> slots)
    {
        try
        {
            return With(version, SlotCodec.Read(slots));
        }
        catch (InvalidDataException)
        {
            return this;
        }
    }

    /// <summary>Only those at these places.</summary>
    public LongTexts Only(IReadOnlySet<SlotAddress> kept) =>
        kept.Count == 0 ? None : new(places.RemoveRange(places.Where(p => !kept.Contains(p.Value)).Select(p => p.Key)), texts.RemoveRange(texts.Keys.Where(place => !kept.Contains(place))));

    public SlotAddress? PlaceOf(string text) => text.Length >= Least / 3 && places.TryGetValue(text, out var place) ? place : null;

    /// <summary>Null when nothing stands there, or no longer.</summary>
    public string? At(SlotAddress place) => texts.GetValueOrDefault(place);
}
