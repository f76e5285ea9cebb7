using System.Globalization;
using System.Numerics;

namespace Kanteling.Workflows.Definitions;

/// <summary>One field of a cron expression: a set of small numbers, as bits.</summary>
/// <param name="Bits">Bit n is set when n is in the field.</param>
/// <param name="Repeats">Written with <c>*</c> or a step: it says how often, rather than when.</param>
readonly record struct CronField(ulong Bits, bool Repeats)
{
    /// <summary>How many numbers are in it.</summary>
    public int Count => BitOperations.PopCount(Bits);

    public bool Has(int value) => (Bits >> value & 1) != 0;

    /// <summary>Reads lists, ranges (also past the end, <c>FRI-MON</c>), steps and names; null when it is none of these.</summary>
    public static CronField? Read(string text, int from, int to, string[] names)
    {
        var bits = 0UL;
        foreach (var part in text.Split(','))
        {
            if (Part(part, from, to, names) is not { } some)
                return null;
            bits |= some;
        }
        return new CronField(bits, text is "*" or "?" || text.Contains('/'));
    }

    static ulong? Part(string part, int from, int to, string[] names)
    {
        var pieces = part.Split('/');
        if (pieces.Length > 2 || Step(pieces) is not { } step || Range(pieces[0], from, to, names) is not var (first, last))
            return null;
        if (pieces.Length == 2 && first == last && !pieces[0].Contains('-'))
            last = to; // "5/10" counts on to the end
        var bits = 0UL;
        var span = first <= last ? last - first : to - from + 1 - (first - last);
        for (var offset = 0; offset <= span; offset += step)
            bits |= 1UL << (from + (first - from + offset) % (to - from + 1));
        return bits;
    }

    static int? Step(string[] pieces)
    {
        if (pieces.Length == 1)
            return 1;
        return Number(pieces[1]) is { } step and > 0 and < 1000 ? step : null;
    }

    static (int First, int Last)? Range(string text, int from, int to, string[] names)
    {
        if (text is "*" or "?")
            return (from, to);
        var ends = text.Split('-');
        if (ends.Length > 2 || Value(ends[0], from, to, names) is not { } first || Value(ends[^1], from, to, names) is not { } last)
            return null;
        return (first, last);
    }

    static int? Value(string text, int from, int to, string[] names)
    {
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        var value = named >= 0 ? named + from : Number(text);
        return value >= from && value <= to ? value : null;
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
