using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Casework.Aandachtspunten;

/// <summary>
/// What is never put with a volunteer (seed P14): who gives it must be trained, insured or appointed. The law of this file: a
/// kind of work is found by the beginnings of words that people use for it. It may miss, and it may see too much; that is why
/// it is only ever a question to a caseworker.
/// </summary>
static partial class NooitVrijwillig
{
    /// <summary>What it is called in a sentence, and how its words begin.</summary>
    static readonly ImmutableArray<(string Werk, string[] Woorden)> Lijst =
    [
        ("medische handelingen", ["injecti", "insuline", "medicijn", "medicatie", "pillen", "wondverzorg", "wond verzorg", "katheter", "sonde", "stoma", "zuurstof"]),
        ("lichamelijke verzorging", ["wassen van", "douchen", "lichamelijke verzorging", "persoonlijke verzorging", "naar het toilet", "incontinent", "tillen uit", "tillift"]),
        ("toezicht bij gevaar", ["agressie", "geweld", "suïcid", "suicid", "zelfmoord", "weglopen", "dwaalgedrag", "brandgevaar", "mishandel"]),
        ("geldzaken van een ander regelen", ["pincode", "bankpas", "bankrekening", "bewind", "digid", "schulden regelen", "geld beheren", "budgetbeheer"]),
        ("beslissingen met rechtsgevolg", ["bezwaar maken", "bezwaarschrift", "juridisch", "contract tekenen", "handtekening zetten", "besluit nemen", "mentorschap", "curatele"]),
        ("behandeling", ["therapie", "behandeling", "verslavingszorg", "diagnos"]),
    ];

    /// <summary>The kinds of such work in a text, in the order of the list.</summary>
    public static IEnumerable<string> In(string? tekst)
    {
        if (string.IsNullOrWhiteSpace(tekst))
            return [];
        var woorden = " " + GeenLetters().Replace(tekst.ToLowerInvariant(), " ");
        return Lijst.Where(regel => regel.Woorden.Any(woord => woorden.Contains(" " + woord, StringComparison.Ordinal))).Select(regel => regel.Werk);
    }

    [GeneratedRegex(@"[^\p{L}]+")]
    private static partial Regex GeenLetters();
}
