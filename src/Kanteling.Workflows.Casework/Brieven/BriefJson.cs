using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>Letter format 1, read and written. What is read without findings can be rendered for every household.</summary>
public static class BriefJson
{
    /// <summary>Reads a letter from text; null when there are findings. Never throws on its content.</summary>
    public static (Brief? Brief, IReadOnlyList<Bevinding> Bevindingen) Lees(string json) => Documentlezer.Lees(json, Lees);

    /// <summary>Writes a letter; the same letter gives the same text.</summary>
    public static JsonObject Schrijf(Brief brief) => new()
    {
        ["formaat"] = Brief.Formaat,
        ["id"] = brief.Id,
        ["naam"] = brief.Naam,
        ["versie"] = brief.Versie,
        ["onderwerp"] = brief.Onderwerp,
        ["alineas"] = new JsonArray([.. brief.Alineas.Select(Schrijf)]),
        ["bronnen"] = new JsonArray([.. brief.Bronnen.Select(bron => (JsonNode)bron)]),
    };

    static JsonNode Schrijf(Alinea alinea) => alinea.Als is { } als ? new JsonObject { ["tekst"] = alinea.Tekst, ["als"] = als } : new JsonObject { ["tekst"] = alinea.Tekst };

    static Brief Lees(Documentlezer lezer)
    {
        var (id, naam, versie) = lezer.Kop(Brief.Formaat, "onderwerp", "alineas", "bronnen");
        var onderwerp = lezer.Tekst("onderwerp");
        Vul(lezer, "onderwerp", onderwerp);
        return new Brief(id, naam, versie, onderwerp, lezer.Rijen("alineas", ["tekst", "als"], (rij, pad) => Alinea(lezer, rij, pad)), lezer.Teksten("bronnen"));
    }

    static Alinea Alinea(Documentlezer lezer, JsonObject rij, string pad)
    {
        var (tekst, als) = (lezer.Tekst(rij, pad, "tekst") ?? "", lezer.Tekst(rij, pad, "als", verplicht: false));
        Vul(lezer, pad + "tekst", tekst);
        if (als is not null)
            Voorwaarde(lezer, pad + "als", als);
        return new Alinea(tekst, als);
    }

    static void Vul(Documentlezer lezer, string pad, string tekst)
    {
        foreach (var onbekend in Plaatshouders.Onbekend(tekst))
            lezer.Vind(pad, Briefcode.BriefPlaatshouderOnbekend, onbekend);
    }

    static void Voorwaarde(Documentlezer lezer, string pad, string feel)
    {
        var gelezen = Feel.Parse(feel);
        var gecontroleerd = gelezen.Expression?.Check(HuishoudenContext.Schema);
        foreach (var fout in gelezen.Errors.Concat(gecontroleerd?.Errors ?? []))
            lezer.Vind(pad, Briefcode.BriefVoorwaardeFout, $"{fout.Column}", Zinnen.Voor(fout.Code, fout.Arguments));
        if (gecontroleerd is { Errors.Count: 0 } goed && goed.Type != FeelType.Boolean && goed.Type != FeelType.Any && goed.Type != FeelType.Null)
            lezer.Vind(pad, Briefcode.BriefVoorwaardeGeenJaNee);
    }
}
