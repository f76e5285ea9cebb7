using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Zaken.Noodtoegangen;

/// <summary>Why somebody has to look now: a sentence that whoever is told of it can understand, and not a letter to get past the question.</summary>
public static class Noodreden
{
    public const int Langste = 500;

    /// <summary>Of letters and digits, with one space between words.</summary>
    public const int Kortste = 15;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal static Refusal? Fout(string? reden)
    {
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > Langste)
            return new Refusal(Noodcode.RedenNodig, [$"{Langste}"], "reden");
        var woorden = reden.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Count(char.IsLetterOrDigit)).Where(lengte => lengte > 0).ToList();
        return woorden.Sum() + woorden.Count - 1 < Kortste ? new Refusal(Noodcode.RedenKort, [$"{Kortste}"], "reden") : null;
    }
}
