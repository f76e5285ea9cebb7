using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A page with questions of its own, being filled in.</summary>
/// <param name="Velden">What was typed, by the name of the input.</param>
/// <param name="Fouten">What is wrong, by the path of the field in the request.</param>
/// <param name="Fout">What is wrong with the whole.</param>
/// <param name="Sleutel">Under which it is sent, so that sending it twice is once.</param>
public abstract record Veldenblad(IReadOnlyDictionary<string, string> Velden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel)
{
    protected static readonly IReadOnlyDictionary<string, string> Niets = new Dictionary<string, string>();

    public string this[string veld] => Velden.GetValueOrDefault(veld, "");

    /// <summary>What a browser sent, without what is ours.</summary>
    public static IReadOnlyDictionary<string, string> Gelezen(IFormCollection formulier) => formulier.Where(f => f.Key[0] != '_').ToDictionary(f => f.Key, f => f.Value.ToString());

    /// <summary>What is wrong, for above a page: a sentence that would stand there twice says of whom it is.</summary>
    public static IEnumerable<(string Veld, string Zin)> Opsomming(IReadOnlyDictionary<string, string> fouten) =>
        fouten.Select(f => (f.Key, fouten.Values.Count(zin => zin == f.Value) > 1 && Wie(f.Key) is { } wie ? $"{wie}: {f.Value}" : f.Value));

    /// <summary>Whom or what a path with a place in it is about, as a page counts them; null when it has none.</summary>
    static string? Wie(string pad) => pad.LastIndexOf('[') is > 0 and var haak && int.TryParse(pad[(haak + 1)..pad.IndexOf(']', haak)], NumberStyles.None, CultureInfo.InvariantCulture, out var plek)
        ? $"{(pad[..haak].EndsWith("leden", StringComparison.Ordinal) ? "Persoon" : "Regel")} {plek + 1}"
        : null;

    /// <summary>The first thing that is wrong with each field; the whole is only wrong when no field is.</summary>
    public static (IReadOnlyDictionary<string, string> Velden, string? Geheel) Uit(Weigering fout)
    {
        var perVeld = fout.Fouten.Where(f => f.Field is not null).GroupBy(f => f.Field!).ToDictionary(g => g.Key, g => Zinnen.Voor(g.First().Code, g.First().Arguments));
        return (perVeld, perVeld.Count == 0 ? fout.Zin : null);
    }
}
