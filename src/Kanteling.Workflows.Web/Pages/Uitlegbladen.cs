using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Platen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>How a flow works, in plain words, as it is published now.</summary>
/// <param name="Sinds">The day on which this version was published.</param>
/// <param name="Html">The page in plain words; it holds no HTML but what was made of its Markdown.</param>
/// <param name="Stappen">Every step with what it gives the inwoner: what the picture shows, in words.</param>
public sealed record Uitlegblad(string Flow, string Naam, int Versie, DateOnly Sinds, string Html, IReadOnlyList<(string Naam, string? Waarde)> Stappen, string ETag);

/// <summary>The pages in plain words that came along with the flows, and their pictures, drawn from the published version.</summary>
public sealed partial class Uitlegbladen(WorkflowEngine engine, IWorkflowStore store, Settings instellingen, Werkstromen werkstromen)
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
    readonly Recent<string, Uitlegblad> bladen = new(200);
    readonly Recent<string, string> platen = new(200);

    /// <summary>The page of a flow, or null when it is not published or has none.</summary>
    public async Task<Uitlegblad?> VanAsync(DefinitionId flow)
    {
        if (await werkstromen.HuidigAsync(flow) is not { } definitie || await TekstAsync(definitie) is not { } tekst)
            return null;
        var sleutel = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{definitie.Key}\n{definitie.Document.ToJsonString()}\n{tekst}")).AsSpan(0, 12));
        if (bladen.Find(sleutel) is { } bekend)
            return bekend;
        var blad = new Uitlegblad(flow.Text, definitie.Name, definitie.Version, await SindsAsync(definitie), Html(tekst), Stappen(definitie), $"\"{sleutel}\"");
        bladen.Keep(sleutel, blad);
        return blad;
    }

    /// <summary>The picture of a flow as SVG, or null.</summary>
    public async Task<string?> PlaatAsync(DefinitionId flow) => await werkstromen.HuidigAsync(flow) is { } definitie
        ? platen.Of(definitie.Key + definitie.Document.ToJsonString().Length.ToString(System.Globalization.CultureInfo.InvariantCulture), () => Stroomplaat.Teken(definitie, engine.Decider.Catalogue))
        : null;

    /// <summary>The day on which this version was published.</summary>
    public async Task<DateOnly> SindsAsync(WorkflowDefinition definitie)
    {
        await foreach (var commit in store.HistoryAsync(Streams.OfDefinition(definitie.DefinitionId), new HistoryRange(1, IsCourse: true), default))
        {
            if (engine.Codec.Read(commit).OfType<DefinitionPublished>().Any(e => e.Definition == definitie.Key))
                return LocalTime.DayOf(commit.At);
        }
        return default;
    }

    Task<string?> TekstAsync(WorkflowDefinition definitie) => instellingen.FindAsync(Werkstroominvoer.Uitleg(definitie.Key));

    List<(string, string?)> Stappen(WorkflowDefinition definitie) =>
        [.. definitie.Root.Children.Where(n => !engine.Decider.Catalogue.Has(n, ActivityTraits.Terminal)).Select(n => (n.DisplayText, n.Json["metadata"]?["description"]?.ToString()))];

    /// <summary>Links between the pages become addresses here; a link to anything else but a website is only its text.</summary>
    static string Html(string tekst)
    {
        var document = Markdown.Parse(tekst, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = link.Url switch
            {
                { } url when link.IsImage && Plaat().Match(url) is { Success: true } m => $"/zo-werkt-het/{m.Groups[1].Value}.svg",
                { } url when Bladzijde().Match(url) is { Success: true } m => $"/zo-werkt-het/{m.Groups[1].Value}",
                { } url when !link.IsImage && url.StartsWith("https://", StringComparison.Ordinal) => url,
                _ => "#",
            };
        }
        return document.ToHtml(Pipeline)
            .Replace("<table>", "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tabel\"><table class=\"table\">", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal)
            .Replace("<p><img ", "<p class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Plaat\"><img ", StringComparison.Ordinal);
    }

    [GeneratedRegex("^([a-z0-9-]+)\\.svg$")]
    private static partial Regex Plaat();

    [GeneratedRegex("^\\.\\./([a-z0-9-]+)/README\\.md$")]
    private static partial Regex Bladzijde();
}
