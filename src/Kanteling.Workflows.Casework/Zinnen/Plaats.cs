using System.Text.RegularExpressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework;

/// <summary>What a place in a sentence takes.</summary>
enum Plaatssoort
{
    /// <summary><c>{0}</c>: words, made where the sentence is used. Never in a sentence of which the code is stored.</summary>
    Tekst,

    /// <summary><c>{0:dag}</c>: a day.</summary>
    Dag,

    /// <summary><c>{0:omschrijving}</c>: what the calendar says about that day, between brackets; nothing when no calendar is at hand.</summary>
    Omschrijving,

    /// <summary><c>{0:moment}</c>: a moment, in local time.</summary>
    Moment,

    /// <summary><c>{0:getal}</c>, or with what is counted <c>{0:getal dag|dagen}</c>.</summary>
    Getal,

    /// <summary><c>{0:woord}</c>: a word of a closed list.</summary>
    Woord,
}

/// <summary>A place in a sentence where an argument comes.</summary>
/// <param name="Eenheid">What is counted, when there is one of it; empty for a bare number.</param>
readonly partial record struct Plaats(int Nummer, Plaatssoort Soort, string Eenheid, string Eenheden)
{
    /// <summary>The places of a sentence, in order.</summary>
    public static IEnumerable<Plaats> Van(string tekst) => Patroon().Matches(tekst).Select(Van);

    /// <summary>The sentence with something in each place.</summary>
    public static string Vul(string tekst, Func<Plaats, string> wat) => Patroon().Replace(tekst, plek => wat(Van(plek)));

    /// <summary>Whether this argument may stand here.</summary>
    public bool Neemt(Argument argument) => (Soort, argument) is
        (Plaatssoort.Dag or Plaatssoort.Omschrijving, DayArgument) or (Plaatssoort.Moment, MomentArgument) or (Plaatssoort.Getal, NumberArgument) or (Plaatssoort.Woord, WordArgument);

    static Plaats Van(Match plek) => new(
        plek.Groups[1].ValueSpan[0] - '0', plek.Groups[2].Success ? Enum.Parse<Plaatssoort>(plek.Groups[2].Value, ignoreCase: true) : Plaatssoort.Tekst, plek.Groups[3].Value, plek.Groups[4].Value);

    [GeneratedRegex(@"\{([0-9])(?::(dag|omschrijving|moment|getal|woord)(?: ([^|{}]+)\|([^|{}]+))?)?\}")]
    private static partial Regex Patroon();
}
