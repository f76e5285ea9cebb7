using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Termijnen;

/// <summary>Whether what is stored is of the closed lists, and fits the sentence that is made of it.</summary>
static class Uitlegproef
{
    static readonly HashSet<string> Woorden = [.. Van(typeof(Uitlegwoord))];

    /// <summary>Every code that may be stored, of whole sentences and of words in them.</summary>
    public static readonly HashSet<string> Codes = [.. Van(typeof(Uitlegcode)), .. Woorden];

    /// <summary>What is wrong with it; nothing when it fits.</summary>
    public static IEnumerable<string> Fouten(IEnumerable<Told> uitleg) =>
        uitleg.SelectMany(told => Woorden.Contains(told.Code) ? [$"{told}: a word is no sentence"] : Fouten(told));

    /// <summary>The codes in it, those inside it too.</summary>
    public static IEnumerable<string> In(Told told) => told.Arguments.OfType<WordArgument>().SelectMany(woord => In(woord.Word)).Prepend(told.Code);

    static IEnumerable<string> Fouten(Told told)
    {
        if (!Codes.Contains(told.Code))
            return [$"{told}: not of a closed list"];
        var plaatsen = Plaats.Van(Zinnen.Binnenin(told.Code)).ToList();
        var los = plaatsen.Select(plaats => plaats.Nummer).Distinct().Count() == told.Arguments.Length ? [] : new[] { $"{told}: another number of arguments than places" };
        var vreemd = plaatsen.Where(plaats => plaats.Nummer >= told.Arguments.Length || !plaats.Neemt(told.Arguments[plaats.Nummer])).Select(plaats => $"{told}: {plaats}");
        return [.. los, .. vreemd, .. told.Arguments.OfType<WordArgument>().SelectMany(woord => Woorden.Contains(woord.Word.Code) ? Fouten(woord.Word) : [$"{woord.Word}: a sentence is no word"])];
    }

    static IEnumerable<string> Van(Type lijst) => lijst.GetFields().Select(veld => (string)veld.GetRawConstantValue()!);
}
