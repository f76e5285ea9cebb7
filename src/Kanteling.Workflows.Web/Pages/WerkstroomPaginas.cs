using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Lopend">How many run now, in words; null for who may not see that.</param>
public sealed record WerkstroomRegel(string Id, string Naam, int Versie, string? Beschrijving, int Stappen, int Scenarios, string? Lopend);

/// <param name="Soort">What kind of step it is, in Dutch.</param>
public sealed record WerkstroomStap(string Naam, string Soort, string? Waarde, string? Voor, string? Termijn);

public sealed record WerkstroomModel(
    WerkstroomRegel Regel, DateOnly Sinds, bool HeeftUitleg, IReadOnlyList<WerkstroomStap> Stappen, IReadOnlyList<Mogelijkheid> Mogelijk, IReadOnlyList<string> Scenarios);

/// <summary>The flows as they are published now, to read: what happens, who does it, and with which households it was tried.</summary>
static class WerkstroomPaginas
{
    /// <summary>Below this number it is not told how many run in a shielded flow: a small number points at people.</summary>
    const int Klein = 5;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/werkstromen", LijstAsync);
        pages.MapGet("/werkstromen/{id}", EenAsync);
    }

    static async Task<IResult> LijstAsync(HttpContext context, Bevoegdheid bevoegdheid, Werkstromen werkstromen, WorkflowEngine engine, OpenStorage storage, KantelingSettings settings)
    {
        Moet(context, bevoegdheid);
        var regels = new List<WerkstroomRegel>();
        foreach (var definitie in await werkstromen.HuidigAsync())
            regels.Add(await RegelAsync(context.Actor(), definitie, bevoegdheid, engine, storage, settings));
        return Views.Show<Werkstromenpagina>(context, regels);
    }

    static async Task<IResult> EenAsync(HttpContext context, string id, Bevoegdheid bevoegdheid, Werkstromen werkstromen, WorkflowEngine engine, OpenStorage storage, KantelingSettings settings, Uitlegbladen bladen)
    {
        Moet(context, bevoegdheid);
        var definitie = await werkstromen.HuidigAsync(id) ?? throw new Geweigerd(RefusalCode.DefinitionNotFound, id);
        var model = new WerkstroomModel(
            await RegelAsync(context.Actor(), definitie, bevoegdheid, engine, storage, settings), await bladen.SindsAsync(definitie), await bladen.VanAsync(id) is not null,
            [.. Stappen(definitie, engine.Decider.Catalogue)], MogelijkhedenJson.Lees(definitie, _ => true).Lijst, [.. Scenarios(settings.Workflows, id)]);
        return Views.Show<Werkstroompagina>(context, model);
    }

    static void Moet(HttpContext context, Bevoegdheid bevoegdheid)
    {
        if (!bevoegdheid.Mag(context.Actor(), Handeling.WerkstromenZien))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
    }

    static async Task<WerkstroomRegel> RegelAsync(Actor actor, WorkflowDefinition d, Bevoegdheid bevoegdheid, WorkflowEngine engine, OpenStorage storage, KantelingSettings settings) => new(
        d.DefinitionId, d.Name, d.Version, d.Description, Menselijk(d, engine.Decider.Catalogue).Count(), Scenarios(settings.Workflows, d.DefinitionId).Count(),
        bevoegdheid.Mag(actor, Handeling.AantallenZien) ? await LopendAsync(d.DefinitionId, storage) : null);

    static async Task<string> LopendAsync(string flow, OpenStorage storage)
    {
        var aantal = await storage.Definitions.CountOpenAsync(flow);
        return flow == Afscherming.Soort && aantal < Klein ? $"minder dan {Klein}" : $"{aantal}";
    }

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
        var folder = new FlowFolder(map);
        foreach (var naam in folder.Scenarios(flow))
            yield return Naam(Path.Combine(map, flow, "scenarios", naam + ".json")) ?? naam;
    }

    static string? Naam(string bestand)
    {
        try
        {
            return (JsonNode.Parse(File.ReadAllText(bestand)) as JsonObject)?.Text("naam");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
