using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// Dutch words for Elsa's own activities, which the engine describes in English. Whoever shows a step, in a designer or in a
/// sentence about it, takes them from here. A step of the Kanteling is Dutch by itself.
/// </summary>
public static class Elsawoorden
{
    static readonly FrozenDictionary<string, string> Categorieen = new Dictionary<string, string>
    {
        ["Flow"] = "Stroom", ["Workflows"] = "Stroom", ["Branching"] = "Keuzes en samenkomst", ["Looping"] = "Herhalen", ["Scheduling"] = "Tijd", ["Primitives"] = "Basis",
        ["Composition"] = "Andere werkstromen", ["Console"] = "Basis", ["HTTP"] = "Andere systemen",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> Poorten = new Dictionary<string, string>
    {
        ["Done"] = "Klaar", ["True"] = "Ja", ["False"] = "Nee", ["Default"] = "Anders", ["Then"] = "Dan", ["Else"] = "Anders", ["Body"] = "Inhoud", ["ClientError"] = "Verzoek klopt niet",
        ["ServerError"] = "Storing bij de ander", ["TooLarge"] = "Antwoord te groot", ["Timeout"] = "Geen antwoord",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> Keuzes = new Dictionary<string, string>
    {
        ["WaitAny"] = "Wie het eerst komt", ["WaitAll"] = "Op alle takken wachten, en alle moeten gevolgd zijn", ["WaitAllActive"] = "Op alle takken wachten die lopen", ["MatchFirst"] = "De eerste die klopt",
        ["MatchAny"] = "Alle die kloppen",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> Uitvoer = new Dictionary<string, string>
    {
        ["Result"] = "Resultaat", ["CurrentValue"] = "Huidige waarde", ["TaskId"] = "Nummer van de taak",
    }.ToFrozenDictionary();

    /// <summary>The same description with Dutch words; one that has none here is given back as it is.</summary>
    public static ActivityDescriptor InHetNederlands(ActivityDescriptor descriptor)
    {
        if (!Elsastappen.Alle.TryGetValue(descriptor.Type, out var woorden))
            return descriptor;
        return descriptor with
        {
            Category = Categorieen.GetValueOrDefault(descriptor.Category, descriptor.Category),
            DisplayName = woorden.Naam,
            Description = woorden.Uitleg,
            Inputs = [.. descriptor.Inputs.Select(invoer => Vertaald(invoer, woorden))],
            Outputs = [.. descriptor.Outputs.Select(uit => uit with { DisplayName = Uitvoer.GetValueOrDefault(uit.Name, uit.DisplayName) })],
            Ports = [.. descriptor.Ports.Select(poort => poort with { DisplayName = Poort(poort.Name) })],
        };
    }

    /// <summary>What a person reads for a port without a label of its own.</summary>
    public static string Poort(string naam) => Poorten.GetValueOrDefault(naam, naam);

    static InputDescriptor Vertaald(InputDescriptor invoer, Elsastap woorden)
    {
        var eigen = Array.Find(woorden.Invoer, w => w.Naam == invoer.Name);
        return eigen.Naam is null ? invoer : invoer with { DisplayName = eigen.Titel, Description = eigen.Uitleg, UiSpecifications = MetKeuzes(invoer.UiSpecifications) };
    }

    static JsonObject? MetKeuzes(JsonObject? specificaties)
    {
        if (specificaties?.DeepClone() is not JsonObject kopie)
            return null;
        foreach (var keuze in kopie["dropdown"]?["selectList"]?["items"] as JsonArray ?? [])
        {
            if (keuze is JsonObject json && Keuzes.TryGetValue(json["value"]?.ToString() ?? "", out var tekst))
                json["text"] = tekst;
        }
        return kopie;
    }
}
