using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// What a condition of a field can see: the answers next to it, and from further out only the single answers to
/// questions of the form. Lists and unknown answers of the surroundings stay away: they would be copied for every row,
/// and a small request could cost much.
/// </summary>
sealed class Omgeving
{
    readonly Lazy<JsonObject> antwoorden;
    readonly string[] namen;
    readonly Func<string, JsonObject, bool?> zichtbaar;

    Omgeving(Lazy<JsonObject> antwoorden, IEnumerable<string> namen, Func<string, JsonObject, bool?> zichtbaar) =>
        (this.antwoorden, this.namen, this.zichtbaar) = (antwoorden, [.. namen.Distinct()], zichtbaar);

    public static Omgeving Van(Formulier formulier, JsonObject antwoorden, Func<string, JsonObject, bool?> zichtbaar) =>
        new(new(antwoorden), formulier.Velden.Select(veld => veld.Id), zichtbaar);

    public bool? Zichtbaar(Veld veld) => veld.ZichtbaarAls is { } feel ? zichtbaar(feel, antwoorden.Value) : true;

    /// <summary>The surroundings of the inner fields of this list or group, on one row; built only when a condition asks.</summary>
    public Omgeving Binnen(Veld veld, JsonObject rij) =>
        new(new(() => Samen(rij)), namen.Concat(veld.Velden.Select(binnen => binnen.Id)), zichtbaar);

    JsonObject Samen(JsonObject rij)
    {
        var samen = rij.DeepClone().AsObject();
        foreach (var naam in namen)
        {
            if (antwoorden.Value[naam] is JsonValue antwoord && !samen.ContainsKey(naam))
                samen[naam] = antwoord.DeepClone();
        }

        return samen;
    }
}
