using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Demo.Platen;

/// <summary>
/// The picture of a flow as SVG, drawn from the definition alone: places and bends are those of the designers, columns
/// stand in the definition's <c>customProperties</c>. The same definition gives the same bytes, so a test can tell that a
/// picture is stale.
/// </summary>
public static class Stroomplaat
{
    const int Margin = 20;
    const int HeaderHeight = 62;

    /// <summary>The whole picture.</summary>
    /// <param name="catalogue">Tells ends from steps, and what waits from what goes by itself.</param>
    public static string Teken(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        var vakken = Plaatvak.Alle(definition, catalogue);
        var kolommen = Plaatkolom.Alle(definition);
        var graph = definition.Root.GraphFrom(null);
        var arrows = Plaatpijl.Alle(definition.Root, graph, vakken);
        var svg = new StringBuilder();
        var right = Math.Max(vakken.Max(b => b.Rechts), kolommen.Select(c => c.X + c.Breedte).DefaultIfEmpty(0).Max()) + Margin;
        var top = vakken.Min(b => b.Y) - HeaderHeight - 2 * Margin;
        var bottom = vakken.Max(b => b.Onder) + Margin;
        Open(svg, definition, right, top, bottom + 46);
        foreach (var column in kolommen)
            Teken(svg, column, top + Margin / 2, bottom);
        Start(svg, vakken.Single(b => b.Id == graph.Start!.Id));
        foreach (var arrow in arrows)
            Teken(svg, arrow);
        foreach (var box in vakken)
            Teken(svg, box);
        foreach (var arrow in arrows)
            DrawLabel(svg, arrow, kolommen);
        Legend(svg, bottom + 22);
        return svg.Append("</svg>\n").ToString();
    }

    static void Open(StringBuilder svg, WorkflowDefinition definition, int breedte, int top, int bottom)
    {
        svg.Append(Inv($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 {top} {breedte} {bottom - top}\" width=\"{breedte}\" height=\"{bottom - top}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif\">\n"));
        svg.Append(Inv($"<title id=\"t\">{Text(definition.Name)}</title>\n<desc id=\"d\">{Text(definition.Description ?? "")}</desc>\n"));
        svg.Append("<style>.kop{font-size:19px;font-weight:600}.onder{font-size:13px;fill:#4a5568}.stap{font-size:15px;font-weight:600;fill:#1a202c}.wie{font-size:12px;fill:#4a5568}.nr{font-size:12px;font-weight:600;fill:#fff}.poort{font-size:13px;fill:#2d3748;paint-order:stroke;stroke-width:5px;stroke-linejoin:round}.terug{fill:#9c4221}.einde{font-size:14px;font-weight:600;fill:#fff}</style>\n");
        svg.Append("<defs><marker id=\"pijl\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"#4a5568\"/></marker><marker id=\"pijlterug\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"#c05621\"/></marker></defs>\n");
        svg.Append(Inv($"<rect x=\"0\" y=\"{top}\" width=\"{breedte}\" height=\"{bottom - top}\" fill=\"#fff\"/>\n"));
    }

    static void Teken(StringBuilder svg, Plaatkolom column, int top, int bottom)
    {
        svg.Append(Inv($"<rect x=\"{column.X}\" y=\"{top}\" width=\"{column.Breedte}\" height=\"{bottom - top}\" rx=\"14\" fill=\"{column.Vulling}\"/>\n"));
        svg.Append(Inv($"<text x=\"{column.X + column.Breedte / 2}\" y=\"{top + 28}\" text-anchor=\"middle\" class=\"kop\" fill=\"{column.Inkt}\">{Text(column.Naam)}</text>\n"));
        svg.Append(Inv($"<text x=\"{column.X + column.Breedte / 2}\" y=\"{top + 48}\" text-anchor=\"middle\" class=\"onder\">{Text(column.Ondertitel)}</text>\n"));
    }

    static void Start(StringBuilder svg, Plaatvak first) => svg.Append(Inv(
        $"<circle cx=\"{first.Midden}\" cy=\"{first.Y - 22}\" r=\"7\" fill=\"#1a202c\"/><path d=\"M{first.Midden} {first.Y - 15}V{first.Y - 1}\" stroke=\"#4a5568\" stroke-width=\"1.6\" marker-end=\"url(#pijl)\"/>\n"));

    static void Teken(StringBuilder svg, Plaatpijl arrow)
    {
        var style = arrow.IsTerug ? "stroke=\"#c05621\" stroke-dasharray=\"6 4\" marker-end=\"url(#pijlterug)\"" : "stroke=\"#4a5568\" marker-end=\"url(#pijl)\"";
        svg.Append(Inv($"<path d=\"{arrow.Pad}\" fill=\"none\" stroke-width=\"1.6\" {style}/>\n"));
    }

    /// <summary>Words stand on a line in the colour of the column, so that arrows behind them do not disturb.</summary>
    static void DrawLabel(StringBuilder svg, Plaatpijl arrow, ImmutableArray<Plaatkolom> kolommen)
    {
        foreach (var (tekst, x, y) in arrow.Labelregels)
            svg.Append(Inv($"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{arrow.Labelplek}\" class=\"poort{(arrow.IsTerug ? " terug" : "")}\" style=\"stroke:{kolommen.FirstOrDefault(c => c.Bevat(x))?.Vulling ?? "#fff"}\">{Text(tekst)}</text>\n"));
    }

    static void Teken(StringBuilder svg, Plaatvak box)
    {
        svg.Append(Inv($"<g id=\"{Text(box.Id.Text)}\"><title>{Text(box.Waarde ?? box.Titel)}</title>"));
        if (box.IsEinde)
            svg.Append(Inv($"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Breedte}\" height=\"{box.Hoogte}\" rx=\"{box.Hoogte / 2}\" fill=\"#2d3748\"/><text x=\"{box.Midden}\" y=\"{box.Y + box.Hoogte / 2 + 5}\" text-anchor=\"middle\" class=\"einde\">{Text(box.Titel)}</text>"));
        else
            DrawStep(svg, box);
        svg.Append("</g>\n");
    }

    static void DrawStep(StringBuilder svg, Plaatvak box)
    {
        if (box.IsStroom)
            svg.Append(Inv($"<rect x=\"{box.X + 5}\" y=\"{box.Y + 5}\" width=\"{box.Breedte}\" height=\"{box.Hoogte}\" rx=\"10\" fill=\"#fff\" stroke=\"{box.Inkt}\" stroke-width=\"1.4\"/>"));
        svg.Append(Inv($"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Breedte}\" height=\"{box.Hoogte}\" rx=\"10\" fill=\"#fff\" stroke=\"{box.Inkt}\" stroke-width=\"1.8\"{(box.GaatVanzelf ? " stroke-dasharray=\"5 3\"" : "")}/>"));
        svg.Append(Inv($"<circle cx=\"{box.X + 21}\" cy=\"{box.Y + 22}\" r=\"12\" fill=\"{box.Inkt}\"/><text x=\"{box.X + 21}\" y=\"{box.Y + 26}\" text-anchor=\"middle\" class=\"nr\">{box.Nummer}</text>"));
        svg.Append(Inv($"<text x=\"{box.X + 41}\" y=\"{box.Y + 27}\" class=\"stap\">{Text(box.Titel)}</text>"));
        svg.Append(Inv($"<text x=\"{box.X + 41}\" y=\"{box.Y + 47}\" class=\"wie\">{Text(box.Wie)}</text>"));
    }

    static void Legend(StringBuilder svg, int y)
    {
        svg.Append(Inv($"<g class=\"onder\"><path d=\"M{Margin} {y}h34\" stroke=\"#c05621\" stroke-width=\"1.6\" stroke-dasharray=\"6 4\" marker-end=\"url(#pijlterug)\"/><text x=\"{Margin + 44}\" y=\"{y + 4}\">terug naar een eerdere stap</text>"));
        svg.Append(Inv($"<rect x=\"{Margin + 230}\" y=\"{y - 9}\" width=\"30\" height=\"18\" rx=\"4\" fill=\"#fff\" stroke=\"#4a5568\" stroke-width=\"1.6\" stroke-dasharray=\"5 3\"/><text x=\"{Margin + 270}\" y=\"{y + 4}\">gaat vanzelf</text>"));
        svg.Append(Inv($"<rect x=\"{Margin + 374}\" y=\"{y - 6}\" width=\"30\" height=\"18\" rx=\"4\" fill=\"#fff\" stroke=\"#4a5568\" stroke-width=\"1.4\"/><rect x=\"{Margin + 370}\" y=\"{y - 10}\" width=\"30\" height=\"18\" rx=\"4\" fill=\"#fff\" stroke=\"#4a5568\" stroke-width=\"1.6\"/><text x=\"{Margin + 414}\" y=\"{y + 4}\">een flow met een eigen plaat</text></g>\n"));
    }

    static string Text(string tekst) => SecurityElement.Escape(tekst);

    static string Inv(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
