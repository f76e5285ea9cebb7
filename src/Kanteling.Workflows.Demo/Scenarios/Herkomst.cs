using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>One demand of the Kanteling or the law, and what in the product carries it.</summary>
/// <param name="Id">Such as <c>P25</c> or <c>Wmo 2.3.2 l1</c>.</param>
/// <param name="Bron">How steps cite it, when that is not the id itself.</param>
/// <param name="Dragers">Written as <c>kind:name</c>; <see cref="Herkomst"/> knows the kinds.</param>
/// <param name="Later">What is left to a later part, and why; null when nothing is.</param>
public sealed record Herkomstregel(string Id, string Eis, ImmutableArray<string> Bron, ImmutableArray<string> Dragers, string? Later);

/// <summary>
/// Where everything comes from: <c>herkomst.json</c> names for every demand what carries it, and the steps name their own
/// sources. The law of this file: a carrier that does not exist is a mistake, a source that nobody lists is a mistake, and a
/// demand without carrier or reason is a mistake. So nothing is silently missing.
/// </summary>
public sealed class Herkomst(Stroommap map)
{
    static readonly JsonSerializerOptions Vorm = new(JsonSerializerDefaults.Web);

    public ImmutableArray<Herkomstregel> Regels { get; } = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(map.Pad, "herkomst.json")))!.AsArray().Select(Lees)];

    /// <summary>Everything that is not right; empty when the table can be trusted.</summary>
    public IEnumerable<string> Fouten()
    {
        foreach (var dubbel in Regels.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            yield return $"{dubbel.Key} staat er {dubbel.Count()} keer.";
        foreach (var regel in Regels)
        {
            foreach (var drager in regel.Dragers.Where(d => !Bestaat(d)))
                yield return $"{regel.Id}: {drager} bestaat niet.";
            if (regel.Later is null && Dragers(regel).Count == 0)
                yield return $"{regel.Id}: niets draagt dit, en er staat niet waarom.";
        }
        var bekend = Regels.SelectMany(r => r.Bron.Append(r.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var stap in Stappenlijst.Menselijk)
        {
            foreach (var bron in stap.Bronnen.Where(b => !bekend.Contains(b)))
                yield return $"De stap {stap.Naam} noemt {bron}, en dat staat er niet.";
        }
    }

    /// <summary>The whole table as a page.</summary>
    public string Bladzijde()
    {
        var tekst = new StringBuilder("""
            # Herkomst

            Elke eis van de Kanteling (de beginletter met een nummer) en van de wet, en wat in het product die eis draagt. Deze
            bladzijde wordt gemaakt uit `herkomst.json` en uit de bronnen die de stappen zelf noemen; een test faalt als iets
            ontbreekt of als een drager niet bestaat. Wat naar een later deel gaat, staat erbij, met de reden.


            """);
        foreach (var (kop, regels) in Delen())
        {
            tekst.Append(CultureInfo.InvariantCulture, $"## {kop}\n\n| eis | wat | draagt het | later |\n|---|---|---|---|\n");
            foreach (var regel in regels)
                tekst.Append(CultureInfo.InvariantCulture, $"| {regel.Id} | {regel.Eis} | {string.Join(", ", Dragers(regel).Select(Toon))} | {regel.Later} |\n");
            tekst.Append('\n');
        }
        return tekst.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>What is named for it, and every step that cites it.</summary>
    List<string> Dragers(Herkomstregel regel) =>
        [.. regel.Dragers.Concat(Stappenlijst.Menselijk.Where(s => s.Bronnen.Any(b => b == regel.Id || regel.Bron.Contains(b))).Select(s => $"stap:{s.Naam}")).Distinct()];

    IEnumerable<(string Kop, IEnumerable<Herkomstregel> Regels)> Delen() =>
    [
        ("De vier cirkels", Met("C")), ("Uitgangspunten", Met("P")), ("Lijnen en teams", Met("L")), ("Het gesprek", Met("K")), ("Casusregie", Met("R")),
        ("Plan, resultaat en besluit", Met("B")), ("De twee pijlen", Met("A")), ("Getallen", Met("N")),
        ("De wet", Regels.Where(r => !IsZaad(r))),
    ];

    IEnumerable<Herkomstregel> Met(string letter) => Regels.Where(r => IsZaad(r) && r.Id.StartsWith(letter, StringComparison.Ordinal));

    static bool IsZaad(Herkomstregel regel) => regel.Id.Length <= 3 && regel.Id[1..].All(char.IsAsciiDigit);

    static string Toon(string drager) => drager.Split(':', 2) switch
    {
        ["flow", var flow] => $"flow [{flow}]({flow}/README.md)",
        ["formulier", var id] => $"formulier [{id}](formulieren/{id}.json)",
        ["regel", var code] => $"regel `{code}`",
        [var soort, var naam] => $"{soort} {naam}",
        _ => drager,
    };

    bool Bestaat(string drager) => drager.Split(':', 2) switch
    {
        ["stap", var naam] => Stappenlijst.Alle.Any(k => k.Descriptor.Type == $"Kanteling.{naam}"),
        ["regel", var code] => Zinnen.Kent(code),
        ["flow", var flow] => File.Exists(map.Tekeningpad(flow)),
        ["formulier", var id] => File.Exists(Path.Combine(map.Pad, "formulieren", id + ".json")),
        ["brief", var id] => File.Exists(Path.Combine(map.Pad, "brieven", id + ".json")),
        ["leidraad", var id] => File.Exists(Path.Combine(map.Pad, "leidraden", id + ".json")),
        ["blok", var naam] => Vragenblokken.Met(naam) is not null,
        ["termijn", var id] => WettelijkeTermijnen.Alle[^1].Termijnen.ContainsKey(id),
        ["gegeven", var naam] => HuishoudenContext.Schema.Fields.ContainsKey(naam),
        ["begrip", var naam] => typeof(Huishouden).Assembly.GetExportedTypes().Any(t => t.Name == naam),
        _ => false,
    };

    static Herkomstregel Lees(JsonNode? regel)
    {
        var gelezen = regel.Deserialize<Herkomstregel>(Vorm)!;
        return gelezen with { Bron = gelezen.Bron.IsDefault ? [] : gelezen.Bron, Dragers = gelezen.Dragers.IsDefault ? [] : gelezen.Dragers };
    }
}
