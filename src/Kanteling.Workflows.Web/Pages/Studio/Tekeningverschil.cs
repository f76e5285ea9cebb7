using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>
/// What changed between two versions of a drawing, as sentences for who has to approve it. Where a step stands and how its
/// lines bend is no change; what a step does, to whom it goes and where it leads is.
/// </summary>
/// <param name="catalogue">Knows what inputs are called.</param>
public sealed class Tekeningverschil(ActivityCatalogue catalogue)
{
    /// <summary>More than this many sentences nobody reads; the rest is counted.</summary>
    const int Meeste = 40;

    static readonly HashSet<string> GeenInvoer = new(["id", "nodeId", "name", "type", "version", "metadata", "customProperties", "activities", "connections", "variables"], StringComparer.Ordinal);

    /// <param name="oud">Null when nothing was published before.</param>
    public IReadOnlyList<string> Van(JsonObject? oud, JsonObject nieuw)
    {
        if (oud is null || DefinitionJson.Read(oud).Definition is not { } voor)
            return [];
        if (DefinitionJson.Read(nieuw).Definition is not { } na)
            return ["Deze versie is niet te lezen."];
        List<string> zinnen = [.. Kop(voor, na), .. Stappen(voor, na), .. Wegen(voor, na)];
        return zinnen.Count <= Meeste ? zinnen : [.. zinnen[..Meeste], $"En nog {zinnen.Count - Meeste} andere veranderingen."];
    }

    static IEnumerable<string> Kop(WorkflowDefinition voor, WorkflowDefinition na)
    {
        if (voor.Name != na.Name)
            yield return $"De naam was ‘{voor.Name}’ en is nu ‘{na.Name}’.";
        if ((voor.Description ?? "") != (na.Description ?? ""))
            yield return "De omschrijving is anders.";
        if (!Gelijk(voor.Document["inputs"], na.Document["inputs"]) || !Gelijk(voor.Document["outputs"], na.Document["outputs"]) || !Gelijk(voor.Document["outcomes"], na.Document["outcomes"]))
            yield return "Wat de werkstroom krijgt of teruggeeft, is anders.";
        if (!Gelijk(voor.Document["variables"], na.Document["variables"]))
            yield return "De variabelen zijn anders.";
    }

    IEnumerable<string> Stappen(WorkflowDefinition voor, WorkflowDefinition na)
    {
        foreach (var stap in Geordend(na).Where(s => !voor.Nodes.ContainsKey(s.Id)))
            yield return $"Nieuw: stap ‘{stap.DisplayText}’ ({Soort(stap)}).";
        foreach (var stap in Geordend(voor).Where(s => !na.Nodes.ContainsKey(s.Id)))
            yield return $"Weg: stap ‘{stap.DisplayText}’ ({Soort(stap)}).";
        foreach (var stap in Geordend(na))
        {
            if (voor.Nodes.TryGetValue(stap.Id, out var eerder) && Anders(eerder, stap) is { Count: > 0 } anders)
                yield return $"Anders: stap ‘{stap.DisplayText}’, namelijk {string.Join(", ", anders)}.";
        }
    }

    List<string> Anders(ActivityNode voor, ActivityNode na)
    {
        var anders = new List<string>();
        if (voor.DisplayText != na.DisplayText)
            anders.Add($"de naam (was ‘{voor.DisplayText}’)");
        if (voor.Type != na.Type || voor.Version != na.Version)
            anders.Add($"de soort (was {Soort(voor)})");
        foreach (var naam in voor.Json.Select(p => p.Key).Union(na.Json.Select(p => p.Key)).Where(n => !GeenInvoer.Contains(n) && !IsKind(voor.Json[n]) && !IsKind(na.Json[n])))
        {
            if (!Gelijk(Waarde(voor.Json[naam]), Waarde(na.Json[naam])))
                anders.Add(Naam(na, naam));
        }
        return anders;
    }

    IEnumerable<string> Wegen(WorkflowDefinition voor, WorkflowDefinition na)
    {
        var (eerst, nu) = (Alle(voor), Alle(na));
        foreach (var (weg, _) in nu.Where(w => !eerst.ContainsKey(w.Key) && voor.Nodes.ContainsKey(w.Key.Van) && voor.Nodes.ContainsKey(w.Key.Naar)))
            yield return $"Van ‘{na.Nodes[weg.Van].DisplayText}’{Poort(na.Nodes[weg.Van], weg.Poort)} gaat het nu ook naar ‘{na.Nodes[weg.Naar].DisplayText}’.";
        foreach (var (weg, _) in eerst.Where(w => !nu.ContainsKey(w.Key) && na.Nodes.ContainsKey(w.Key.Van) && na.Nodes.ContainsKey(w.Key.Naar)))
            yield return $"Van ‘{voor.Nodes[weg.Van].DisplayText}’{Poort(voor.Nodes[weg.Van], weg.Poort)} gaat het niet meer naar ‘{voor.Nodes[weg.Naar].DisplayText}’.";
    }

    static Dictionary<(ActivityId Van, string Poort, ActivityId Naar), bool> Alle(WorkflowDefinition d) => d.Nodes.Values.SelectMany(n => n.Connections)
        .Where(c => d.Nodes.ContainsKey(c.Source) && d.Nodes.ContainsKey(c.Target))
        .GroupBy(c => (c.Source, c.Port, c.Target)).ToDictionary(g => g.Key, _ => true);

    string Poort(ActivityNode van, string poort) => poort is "Done" or "" ? "" : $" ({Kent(van)?.Ports.FirstOrDefault(p => p.Name == poort)?.DisplayName ?? Elsawoorden.Poort(poort)})";

    static IEnumerable<ActivityNode> Geordend(WorkflowDefinition d) => d.Root.WithDescendants().Where(n => n.Parent is not null);

    ActivityDescriptor? Kent(ActivityNode stap) => catalogue.Find(stap) is { } soort ? Elsawoorden.InHetNederlands(soort) : null;

    string Soort(ActivityNode stap) => Kent(stap)?.DisplayName ?? (stap.IsWorkflow ? "andere werkstroom" : stap.Type);

    string Naam(ActivityNode stap, string naam) =>
        (Kent(stap)?.Inputs.FirstOrDefault(i => string.Equals(i.Name, naam, StringComparison.OrdinalIgnoreCase))?.DisplayName ?? naam).TrimEnd('?').ToLowerInvariant();

    // An embedded step is compared as a step.
    static bool IsKind(JsonNode? waarde) => waarde is JsonObject o && o.ContainsKey("type") && o.ContainsKey("id");

    // A client adds and drops what an input means nothing by; what it says is its expression.
    static JsonNode? Waarde(JsonNode? invoer) => invoer is JsonObject o && o["expression"] is JsonObject expressie
        ? new JsonObject { ["type"] = expressie["type"]?.ToString(), ["value"] = expressie["value"]?.ToString() }
        : invoer;

    static bool Gelijk(JsonNode? een, JsonNode? ander) => JsonNode.DeepEquals(Gevuld(een), Gevuld(ander));

    // Studio writes down what is empty, and leaves out what it does not know.
    static JsonNode? Gevuld(JsonNode? waarde) => waarde switch
    {
        JsonObject o => o.Select(p => (p.Key, Waarde: Gevuld(p.Value))).Where(p => p.Waarde is not null).ToList() is { Count: > 0 } rest ? new JsonObject(rest.Select(p => KeyValuePair.Create(p.Key, p.Waarde))) : null,
        JsonArray { Count: > 0 } a => new JsonArray([.. a.Select(Gevuld)]),
        JsonArray => null,
        _ => waarde?.ToString() is { Length: > 0 } ? waarde.DeepClone() : null,
    };
}
