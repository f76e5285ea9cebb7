using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Demo.Platen;

/// <summary>A step or an end as it is drawn.</summary>
/// <param name="Nummer">Place among the steps, in the order of the drawing; 0 for an end.</param>
/// <param name="Wie">Who does it, and within what time.</param>
/// <param name="Waarde">What the resident gets out of it.</param>
sealed record Plaatvak(
    ActivityId Id, int Nummer, string Titel, string Wie, string? Waarde, int X, int Y, int Breedte, int Hoogte, bool IsEinde, bool GaatVanzelf, bool IsStroom, string Inkt)
{
    const int DefaultWidth = 220;
    const int DefaultHeight = 60;

    public int Rechts => X + Breedte;

    public int Onder => Y + Hoogte;

    public int Midden => X + Breedte / 2;

    public static ImmutableArray<Plaatvak> Alle(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        var kolommen = Plaatkolom.Alle(definition);
        var nummer = 0;
        return [.. definition.Root.Children.Where(n => n.ParentPort == "activities").Select(node =>
        {
            var isEnd = catalogue.Has(node, ActivityTraits.Terminal);
            return Of(node, isEnd ? 0 : ++nummer, isEnd, catalogue, kolommen);
        })];
    }

    static Plaatvak Of(ActivityNode node, int nummer, bool isEnd, ActivityCatalogue catalogue, ImmutableArray<Plaatkolom> kolommen)
    {
        var metadata = node.Property("metadata") as JsonObject;
        var (plek, size) = (metadata?["designer"]?["position"], metadata?["designer"]?["size"]);
        var x = Whole(plek?["x"]) ?? 0;
        var isFlow = node.IsWorkflow || node.Type is ActivityTypes.DispatchWorkflow or ActivityTypes.ExecuteWorkflow;
        var breedte = Whole(size?["width"]) ?? DefaultWidth;
        return new Plaatvak(
            node.Id, nummer, node.DisplayText, isFlow ? FlowWords(node) : Words(node, catalogue), metadata?["description"]?.ToString(),
            x, Whole(plek?["y"]) ?? 0, breedte, Whole(size?["height"]) ?? DefaultHeight, isEnd, !isFlow && !catalogue.MayWait(node), isFlow,
            kolommen.FirstOrDefault(c => c.Bevat(x + breedte / 2))?.Inkt ?? "#4a5568");
    }

    static string FlowWords(ActivityNode node) => node.IsWorkflow ? "eigen flow, we wachten erop" : "eigen flow, loopt ernaast";

    static string Words(ActivityNode node, ActivityCatalogue catalogue)
    {
        var who = node.LiteralOf("adres") is { } adres ? adres[(adres.IndexOf(':') + 1)..] : catalogue.MayWait(node) ? "behandelaar" : "vanzelf";
        return TermWords(node.LiteralOf("termijn")) is { } term ? $"{who} · {term}" : who;
    }

    static string? TermWords(string? term) => term switch
    {
        null or "" => null,
        "dossier" => "wettelijke termijn",
        _ when ElsaTime.TryParseDuration(term, out var span) => span.Days switch
        {
            0 => "dezelfde dag",
            1 => "1 dag",
            >= 7 and var dagen when dagen % 7 == 0 => dagen == 7 ? "1 week" : $"{dagen / 7} weken",
            var dagen => $"{dagen} dagen",
        },
        _ => term,
    };

    static int? Whole(JsonNode? node) => node is JsonValue waarde && waarde.TryGetValue<double>(out var nummer) ? (int)Math.Round(nummer) : null;
}

/// <summary>A column of the picture, such as a line of support.</summary>
sealed record Plaatkolom(string Naam, string Ondertitel, int X, int Breedte, string Vulling, string Inkt)
{
    // From the light, near circle to the heaviest: the colours of the circle picture.
    static readonly (string Fill, string Ink)[] Colours =
        [("#f3f4f6", "#4a5568"), ("#e9f5ec", "#276749"), ("#e8f1fb", "#2b5c9e"), ("#f6ecf7", "#7b3f86")];

    public bool Bevat(int x) => x >= X && x < X + Breedte;

    public static ImmutableArray<Plaatkolom> Alle(WorkflowDefinition definition) =>
        definition.CustomProperties["kanteling:kolommen"] is not JsonArray kolommen ? [] :
        [
            .. kolommen.OfType<JsonObject>().Select((column, index) => new Plaatkolom(
                column["naam"]?.ToString() ?? "", column["onder"]?.ToString() ?? "", (int)column["x"]!, (int)column["breedte"]!,
                Colours[ColourOf(column, index)].Fill, Colours[ColourOf(column, index)].Ink)),
        ];

    static int ColourOf(JsonObject column, int index) => (column["kleur"] is { } colour ? (int)colour : index) % Colours.Length;
}
