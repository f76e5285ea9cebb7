using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Puts the pages of flows together.</summary>
public sealed class Werkstroomblad(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid, Uitlegbladen uitleg, Programmainstellingen instellingen)
{
    /// <summary>Below this number it is not told how many run in a shielded flow: a small number points at people.</summary>
    const int Klein = 5;

    public async Task<WerkstroomModel> VanAsync(Actor actor, WorkflowDefinition definitie, IReadOnlyDictionary<DefinitionId, long> begonnen) => new(
        await RegelAsync(actor, definitie, begonnen), await uitleg.SindsAsync(definitie), await uitleg.VanAsync(definitie.DefinitionId) is not null,
        [.. Stappen(definitie, engine.Decider.Catalogue)], MogelijkhedenJson.Lees(definitie, _ => true).Lijst, [.. Scenarios(instellingen.Workflows, definitie.DefinitionId.Text)]);

    /// <param name="begonnen">How many of each flow began in the last thirty days.</param>
    public async Task<WerkstroomRegel> RegelAsync(Actor actor, WorkflowDefinition d, IReadOnlyDictionary<DefinitionId, long> begonnen) => new(
        d.DefinitionId.Text, d.Name, d.Version, d.Description, Menselijk(d, engine.Decider.Catalogue).Count(), Scenarios(instellingen.Workflows, d.DefinitionId.Text).Count(),
        bevoegdheid.Mag(actor, Handeling.AantallenZien) ? Verteld(d.DefinitionId, await storage.Definitions.CountOpenAsync(d.DefinitionId)) : null,
        bevoegdheid.Mag(actor, Handeling.AantallenZien) ? Verteld(d.DefinitionId, begonnen.GetValueOrDefault(d.DefinitionId)) : null);

    static string Verteld(DefinitionId flow, long aantal) => flow == Werkstroomnaam.Veiligheid && aantal < Klein ? $"minder dan {Klein}" : $"{aantal}";

    static IEnumerable<ActivityNode> Menselijk(WorkflowDefinition d, ActivityCatalogue catalogue) => d.Root.Children.Where(n => !catalogue.Has(n, ActivityTraits.Terminal));

    static IEnumerable<WerkstroomStap> Stappen(WorkflowDefinition d, ActivityCatalogue catalogue) => Menselijk(d, catalogue).Select(n => new WerkstroomStap(
        n.DisplayText, catalogue.Find(n)?.DisplayName ?? (n.IsWorkflow ? "Andere werkstroom" : n.Type), n.Json["metadata"]?["description"]?.ToString(), Voor(n.Inputs.GetValueOrDefault("adres")?.Text), Termijn(n.Inputs.GetValueOrDefault("termijn")?.Text)));

    static string? Voor(string? adres) => adres?[(adres.IndexOf(':') + 1)..];

    static string? Termijn(string? termijn) => termijn switch
    {
        null or "" => null,
        "dossier" => "wettelijke termijn",
        "P0D" => "dezelfde dag",
        ['P', .. var n, 'D'] => $"{n} dagen",
        ['P', .. var n, 'W'] => $"{n} weken",
        _ => termijn,
    };

    /// <summary>What each of the households shows with which the flow is tried.</summary>
    static IEnumerable<string> Scenarios(string map, string flow)
    {
        var folder = new Stroommap(map);
        foreach (var naam in folder.Scenarios(flow))
            yield return Naam(Path.Combine(map, flow, "scenarios", naam + ".json")) ?? naam;
    }

    static string? Naam(string bestand)
    {
        try
        {
            return (JsonNode.Parse(File.ReadAllText(bestand)) as JsonObject)?.Tekst("naam");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
