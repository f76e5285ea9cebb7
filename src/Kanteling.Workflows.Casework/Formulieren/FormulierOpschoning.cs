using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// Drops the answers that a form does not ask: unknown fields, and fields whose condition is false. An answer that was
/// given before a question disappeared must not be stored, and must not keep another question visible: therefore it
/// goes on until nothing more falls away. Answers that are wrong stay, for the validator to name.
/// </summary>
public static class FormulierOpschoning
{
    /// <summary>A cleaned copy; answers that are too large, too deep or unreadable come back as they were.</summary>
    public static JsonObject SchoonOp(Formulier formulier, JsonObject antwoorden, Func<string, JsonObject, bool?> zichtbaar)
    {
        if (Antwoordmaat.Toets(antwoorden) is not null)
            return antwoorden;
        var schoon = antwoorden;
        int vervallen;
        do
        {
            (var eerder, vervallen) = (schoon, 0);
            schoon = Groep(formulier.Velden, eerder, Omgeving.Van(formulier, eerder, zichtbaar), ref vervallen);
        }
        while (vervallen > 0);
        return schoon;
    }

    static JsonObject Groep(IReadOnlyCollection<Veld> velden, JsonObject antwoorden, Omgeving omgeving, ref int vervallen)
    {
        var schoon = new JsonObject();
        foreach (var veld in velden.Where(veld => antwoorden.ContainsKey(veld.Id) && omgeving.Zichtbaar(veld) != false))
            schoon[veld.Id] = Veld(Vragenblokken.Uitgewerkt(veld), antwoorden[veld.Id], omgeving, ref vervallen);
        vervallen += antwoorden.Count - schoon.Count;
        return schoon;
    }

    static JsonNode? Veld(Veld veld, JsonNode? antwoord, Omgeving omgeving, ref int vervallen)
    {
        switch (Veldsoorten.Van(veld.Soort).Vorm, antwoord)
        {
            case (Antwoordvorm.Groep, JsonObject groep):
                return Groep(veld.Velden, groep, omgeving.Binnen(veld, groep), ref vervallen);
            case (Antwoordvorm.Lijst, JsonArray regels):
                var schoon = new JsonArray();
                foreach (var regel in regels)
                    schoon.Add(regel is JsonObject rij ? Groep(veld.Velden, rij, omgeving.Binnen(veld, rij), ref vervallen) : regel?.DeepClone());
                return schoon;
            default:
                return antwoord?.DeepClone();
        }
    }
}
