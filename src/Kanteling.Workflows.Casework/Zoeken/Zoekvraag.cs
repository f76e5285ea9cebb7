using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>Terms from here up to but not including there.</summary>
public readonly record struct Bereik(string Van, string Tot)
{
    public static Bereik Begin(string woord) => new(woord, woord[..^1] + (char)(woord[^1] + 1));

    // Nothing that is a term has a space in it.
    public static Bereik Precies(string term) => new(term, term + " ");
}

/// <summary>One thing that was typed.</summary>
/// <param name="Bereiken">Where its terms stand; any of them is enough.</param>
/// <param name="Nodig">How many words of somebody must begin so: in <c>jan jansen</c> two begin with <c>jan</c>.</param>
public sealed record Zoekwoord(ImmutableArray<Bereik> Bereiken, int Nodig)
{
    /// <summary>Whether a term answers it.</summary>
    public bool IsVan(string term) => Bereiken.Any(b => string.CompareOrdinal(term, b.Van) >= 0 && string.CompareOrdinal(term, b.Tot) < 0);
}

/// <summary>
/// What somebody typed, read. It may be read in more than one way (1234 AB as a postcode, or as a year and two letters); who
/// answers one reading whole is found.
/// </summary>
/// <param name="Woorden">At most <see cref="MeesteWoorden"/>.</param>
/// <param name="Lezingen">For each reading the words that it asks, as bits; at most <see cref="MeesteLezingen"/>.</param>
public sealed record Zoekvraag(ImmutableArray<Zoekwoord> Woorden, ImmutableArray<long> Lezingen)
{
    public const int MeesteWoorden = 16;
    public const int MeesteLezingen = 6;
    public const int MeesteBereiken = 48;

    /// <summary>Longer than this is cut off.</summary>
    public const int Langste = 100;

    /// <summary>Nothing that can be looked for was typed.</summary>
    public bool IsLeeg => Lezingen.IsEmpty;

    /// <summary>Reads what was typed: words of a name in any order, an address, a birth date, a phone number, a mail address, a number, or of each something.</summary>
    /// <param name="bsn">Every term that this BSN may have in the table.</param>
    public static Zoekvraag Lees(string tekst, Func<string, IEnumerable<string>> bsn)
    {
        var getypt = tekst.Trim();
        var vraag = new Opbouw();
        foreach (var lezing in Vraaglezer.Lezingen(getypt.Length <= Langste ? getypt : getypt[..Langste], bsn).Take(MeesteLezingen))
            vraag.Voeg(lezing);
        return vraag.Af;
    }

    /// <summary>Gives words that are the same in two readings one place.</summary>
    sealed class Opbouw
    {
        readonly List<(string Sleutel, Zoekwoord Woord)> woorden = [];
        readonly List<long> lezingen = [];

        public Zoekvraag Af => new([.. woorden.Select(w => w.Woord)], [.. lezingen.Distinct()]);

        public void Voeg(IReadOnlyList<Getypt> lezing)
        {
            var masker = 0L;
            var nieuw = new List<(string, Zoekwoord)>();
            foreach (var woord in lezing)
            {
                var nodig = woord.IsBegin ? lezing.Count(ander => ander.IsBegin && ander.Tekst.StartsWith(woord.Tekst, StringComparison.Ordinal)) : lezing.Count(ander => ander == woord);
                var sleutel = $"{woord.Tekst}|{woord.IsBegin}|{nodig}";
                var plek = woorden.Concat(nieuw).ToList().FindIndex(w => w.Item1 == sleutel);
                if (plek < 0)
                {
                    plek = woorden.Count + nieuw.Count;
                    nieuw.Add((sleutel, new Zoekwoord(woord.Bereiken, nodig)));
                }
                masker |= 1L << plek;
            }
            if (masker == 0 || woorden.Count + nieuw.Count > MeesteWoorden || woorden.Concat(nieuw).Sum(w => w.Item2.Bereiken.Length) > MeesteBereiken)
                return;
            woorden.AddRange(nieuw);
            lezingen.Add(masker);
        }
    }
}

/// <param name="Tekst">As compared.</param>
/// <param name="IsBegin">The beginning of a word is enough.</param>
sealed record Getypt(string Tekst, bool IsBegin, ImmutableArray<Bereik> Bereiken)
{
    public bool Equals(Getypt? ander) => ander is not null && Tekst == ander.Tekst && IsBegin == ander.IsBegin;

    public override int GetHashCode() => Tekst.GetHashCode(StringComparison.Ordinal);
}
