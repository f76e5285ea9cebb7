using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>The words of a story. What a story leaves to an example reads here as somebody would have written it.</summary>
/// <param name="teksten">By the name of a question: sentences to choose from; <c>*</c> for any other.</param>
class Verhaalwoorden(IReadOnlyDictionary<string, ImmutableArray<string>> teksten)
{
    const string Voorbeeld = "Voorbeeld: ";

    /// <summary>What somebody tells when the story begins.</summary>
    public virtual JsonObject Melding(JsonObject invoer) => invoer;

    public virtual JsonObject Antwoorden(JsonObject antwoorden)
    {
        Verwoord(antwoorden);
        return antwoorden;
    }

    /// <summary>One of these; the first, unless there is something to choose with.</summary>
    protected virtual string Een(ImmutableArray<string> keuze) => keuze[0];

    void Verwoord(JsonNode knoop)
    {
        if (knoop is JsonArray lijst)
        {
            foreach (var regel in lijst.OfType<JsonNode>())
                Verwoord(regel);
        }
        if (knoop is JsonObject groep)
        {
            foreach (var (naam, waarde) in groep.ToList())
            {
                if (waarde is JsonValue tekst && tekst.TryGetValue<string>(out var gelezen) && gelezen.StartsWith(Voorbeeld, StringComparison.Ordinal))
                    groep[naam] = Een(teksten.GetValueOrDefault(naam, teksten["*"]));
                else if (waarde is not null)
                    Verwoord(waarde);
            }
        }
    }
}
