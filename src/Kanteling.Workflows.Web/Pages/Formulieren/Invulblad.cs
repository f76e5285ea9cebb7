using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Web.Pages.Formulieren;

/// <summary>
/// One form as a person sees it: the questions, what is filled in, what is wrong with it, and which questions are asked at
/// all. The name of an input is the path of its field, so that an error finds its way back.
/// </summary>
public sealed partial record Invulblad(
    Formulier Formulier, JsonObject Antwoorden, IReadOnlyDictionary<string, string> Fouten, Keuzelijsten Keuzes, Func<string, JsonObject, bool?> Zichtbaar)
{
    /// <summary>Where an answer stands that is withheld from this person.</summary>
    public IReadOnlyCollection<string> Ingehouden { get; init; } = [];

    /// <summary>Names that occur in conditions: when one of those fields changes, other questions may appear.</summary>
    public IReadOnlySet<string> Stuurt { get; } = Alle(Formulier.Velden).Select(v => v.ZichtbaarAls).OfType<string>()
        .SelectMany(feel => Naam().Matches(feel).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

    public static string NaamVan(string pad) => "v." + pad;

    /// <summary>An id that may stand in an address and in a label.</summary>
    public static string IdVan(string pad) => "v-" + pad.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    public static string Binnen(string pad, string id) => pad.Length == 0 ? id : $"{pad}.{id}";

    /// <summary>Whether a question is asked, given the answers beside it and the single answers around it.</summary>
    public bool IsZichtbaar(Veld veld, JsonObject naast) => veld.ZichtbaarAls is not { } feel || Zichtbaar(feel, naast) != false;

    /// <summary>The answers that conditions inside a row or group see.</summary>
    public JsonObject Omgeving(JsonObject rij)
    {
        var samen = rij.DeepClone().AsObject();
        foreach (var (naam, antwoord) in Antwoorden)
        {
            if (antwoord is JsonValue && !samen.ContainsKey(naam))
                samen[naam] = antwoord.DeepClone();
        }
        return samen;
    }

    static IEnumerable<Veld> Alle(IEnumerable<Veld> velden) => velden.SelectMany(v => Alle(Vragenblokken.Uitgewerkt(v).Velden).Prepend(v));

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Naam();
}
