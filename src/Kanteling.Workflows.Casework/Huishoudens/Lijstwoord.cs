using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Words of closed lists, as they stand in forms, answers and conditions: <c>nietMeerNodig</c> for <c>NietMeerNodig</c>. What may be
/// one of a few words is an enum here, so that no other word can reach what is stored for fifteen years.
/// </summary>
public static class Lijstwoord
{
    static readonly ConcurrentDictionary<Enum, string> Geschreven = [];

    /// <summary>The word as a form has it.</summary>
    public static string Woord(this Enum waarde) => Geschreven.GetOrAdd(waarde, Schrijf);

    /// <summary>The word of the list that this text is, whatever its capitals; null when it is none of them.</summary>
    public static T? Lees<T>(string? tekst) where T : struct, Enum =>
        // A comma would make one word of two.
        tekst is { Length: > 0 } && char.IsLetter(tekst[0]) && tekst.All(char.IsLetterOrDigit) && Enum.TryParse<T>(tekst, ignoreCase: true, out var waarde) && Enum.IsDefined(waarde) ? waarde : null;

    /// <summary>All words of a list, for a sentence or a choice.</summary>
    public static ImmutableArray<string> Alle(Type lijst) => [.. Enum.GetValues(lijst).Cast<Enum>().Select(Woord)];

    static string Schrijf(Enum waarde) => waarde switch
    {
        // These have been written with a capital since the first form.
        Wet.Wmo or Wet.Jeugdwet or Wet.Participatiewet or Wet.Wlz or Wet.Zvw => waarde.ToString(),
        _ => char.ToLowerInvariant(waarde.ToString()[0]) + waarde.ToString()[1..],
    };
}
