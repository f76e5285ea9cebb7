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

    /// <summary>The first thing that is wrong with each field; the whole is only wrong when no field is.</summary>
    public static (IReadOnlyDictionary<string, string> Velden, string? Geheel) Uit(Weigering fout)
    {
        var perVeld = fout.Fouten.Where(f => f.Field is not null).GroupBy(f => f.Field!).ToDictionary(g => g.Key, g => Zinnen.Voor(g.First().Code, g.First().Arguments));
        return (perVeld, perVeld.Count == 0 ? fout.Zin : null);
    }
}
