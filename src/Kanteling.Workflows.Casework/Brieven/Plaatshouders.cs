using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>
/// The closed list of what a letter may name between braces. A name is added, never renamed or removed: letters of an
/// earlier version go on using it. Each gives words in every household; what is not there yet says so.
/// </summary>
public static partial class Plaatshouders
{
    static readonly ImmutableSortedDictionary<string, Func<Briefbron, string?>> Alle = new Dictionary<string, Func<Briefbron, string?>>(StringComparer.Ordinal)
    {
        ["aanhef"] = b => b.Aanhef,
        ["client"] = b => b.Client,
        ["adres"] = b => b.Adres,
        ["behandelaar"] = b => b.Behandelaar,
        ["gemeente"] = b => b.Gemeente,
        ["vandaag"] = b => Briefbron.Dag(b.Vandaag),
        ["ontvangen"] = b => Briefbron.Dag(b.Dossier.Ontvangen),
        ["aanvraagOntvangen"] = b => Briefbron.Dag(b.Dossier.Aanvraag?.Ontvangen),
        ["laatsteDagOnderzoek"] = b => Briefbron.Dag(b.LaatsteDagOnderzoek),
        ["laatsteDagPersoonlijkPlan"] = b => Briefbron.Dag(b.LaatsteDagPersoonlijkPlan),
        ["laatsteDagBeslissing"] = b => Briefbron.Dag(b.LaatsteDagBeslissing),
        ["laatsteDagAanvulling"] = b => Briefbron.Dag(b.LaatsteDagAanvulling),
        ["laatsteDagBezwaar"] = b => Briefbron.Dag(b.LaatsteDagBezwaar),
        ["laatsteDagBezwaarVanafVandaag"] = b => Briefbron.Dag(b.LaatsteDagBezwaarVanafVandaag),
        ["ontbreekt"] = b => b.Ontbreekt,
        ["besluitregels"] = b => b.Besluitregels,
        ["motivering"] = b => b.Motivering,
        ["clientondersteuning"] = b => b.Clientondersteuning,
        ["hulp"] = b => b.Hulp,
        ["laatsteDagHulp"] = b => Briefbron.Dag(b.LaatsteDagHulp),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The names, without braces.</summary>
    public static IEnumerable<string> Namen => Alle.Keys;

    /// <summary>The names in a text, as often as they stand there.</summary>
    internal static IEnumerable<string> In(string tekst) => Plek().Matches(tekst).Select(plek => plek.Groups[1].Value);

    /// <summary>What stands between braces and is not on the list; also a brace without its other half.</summary>
    public static IEnumerable<string> Onbekend(string tekst)
    {
        var genoemd = In(tekst).Where(naam => !Alle.ContainsKey(naam));
        return Plek().Replace(tekst, "").IndexOfAny(['{', '}']) < 0 ? genoemd : genoemd.Append("{");
    }

    /// <summary>The text with every placeholder filled; filled-in words are not filled again.</summary>
    internal static string Vul(string tekst, Briefbron bron) =>
        Plek().Replace(tekst, plek => Alle.TryGetValue(plek.Groups[1].Value, out var geef) && geef(bron) is { Length: > 0 } woorden ? woorden : Briefbron.Onbekend);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Plek();
}
