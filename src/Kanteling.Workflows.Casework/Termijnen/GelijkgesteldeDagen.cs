using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>
/// Days that a royal decree equates with a feestdag (art. 3 l3 Atw), as known when this version was made. A gemeente
/// adds later ones in its own <see cref="Kalender"/>; outside the known years a term gives a warning.
/// </summary>
public static class GelijkgesteldeDagen
{
    const string Vroeger = "koninklijk besluit, Algemene termijnenwet, artikel 3, derde lid";
    const string Besluit2026Tot2028 = "koninklijk besluit, BWBR0051300";

    /// <summary>First year whose days are in the list.</summary>
    public const int BekendVanaf = 2023;

    /// <summary>Last year whose days are in the list.</summary>
    public const int BekendTotEnMet = 2028;

    /// <summary>Day and source, in order.</summary>
    public static readonly ImmutableSortedDictionary<DateOnly, string> Alle = new Dictionary<DateOnly, string>
    {
        [new(2023, 4, 28)] = Vroeger,
        [new(2023, 5, 19)] = Vroeger,
        [new(2024, 5, 10)] = Vroeger,
        [new(2024, 12, 27)] = Vroeger,
        [new(2025, 5, 30)] = Vroeger,
        [new(2026, 1, 2)] = Besluit2026Tot2028,
        [new(2026, 5, 15)] = Besluit2026Tot2028,
        [new(2027, 5, 7)] = Besluit2026Tot2028,
        [new(2028, 4, 28)] = Besluit2026Tot2028,
        [new(2028, 5, 26)] = Besluit2026Tot2028,
    }.ToImmutableSortedDictionary();
}
