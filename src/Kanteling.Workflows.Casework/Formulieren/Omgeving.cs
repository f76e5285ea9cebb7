using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// What a condition of a field can see: the answers next to it, and from further out only the single ones. Whole lists
/// of the surroundings stay away, because copying them for every row would let a small form cost much.
/// </summary>
internal sealed class Omgeving
{
    private readonly Lazy<JsonObject> antwoorden;
    private readonly Func<string, JsonObject, bool?> zichtbaar;

    private Omgeving(Lazy<JsonObject> antwoorden, Func<string, JsonObject, bool?> zichtbaar) =>
        (this.antwoorden, this.zichtbaar) = (antwoorden, zichtbaar);

    public static Omgeving Van(JsonObject antwoorden, Func<string, JsonObject, bool?> zichtbaar) => new(new(antwoorden), zichtbaar);

    public bool? Zichtbaar(Veld veld) => veld.ZichtbaarAls is { } feel ? zichtbaar(feel, antwoorden.Value) : true;

    /// <summary>The surroundings of a field inside this row or group; built only when a condition asks.</summary>
    public Omgeving Binnen(JsonObject rij) => new(new(() => Samen(rij)), zichtbaar);

    private JsonObject Samen(JsonObject rij)
    {
        var samen = rij.DeepClone().AsObject();
        foreach (var (id, antwoord) in antwoorden.Value)
        {
            if (antwoord is JsonValue && !samen.ContainsKey(id))
            {
                samen[id] = antwoord.DeepClone();
            }
        }

        return samen;
    }
}
