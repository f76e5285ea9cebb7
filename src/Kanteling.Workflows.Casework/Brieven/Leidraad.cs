using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>What lies on the table in a talk: questions about a life, not about provisions (seeds P5, K6). A guide, no form: nothing is filled in here.</summary>
/// <param name="Id">Kebab-case, stable over versions.</param>
/// <param name="Versie">From 1.</param>
public sealed record Leidraad(string Id, string Naam, int Versie, string Inleiding, ImmutableArray<Leidraadvraag> Vragen)
{
    /// <summary>SHA-256 of the text that it was read from, in hex; null when it was not read from what is kept.</summary>
    public string? Hash { get; init; }

    /// <summary>The format that this program reads and writes.</summary>
    public const int Formaat = 1;
}

/// <param name="Waarom">What the question opens.</param>
public sealed record Leidraadvraag(string Vraag, string? Waarom = null);

/// <summary>Guide format 1, read and written.</summary>
public static class LeidraadJson
{
    /// <summary>Reads a guide from text; null when there are findings. Never throws on its content.</summary>
    public static (Leidraad? Leidraad, IReadOnlyList<Bevinding> Bevindingen) Lees(string json) => Documentlezer.Lees(json, Lees);

    /// <summary>Writes a guide; the same guide gives the same text.</summary>
    public static JsonObject Schrijf(Leidraad leidraad) => new()
    {
        ["formaat"] = Leidraad.Formaat,
        ["id"] = leidraad.Id,
        ["naam"] = leidraad.Naam,
        ["versie"] = leidraad.Versie,
        ["inleiding"] = leidraad.Inleiding,
        ["vragen"] = new JsonArray([.. leidraad.Vragen.Select(v => (JsonNode)(v.Waarom is { } waarom ? new JsonObject { ["vraag"] = v.Vraag, ["waarom"] = waarom } : new JsonObject { ["vraag"] = v.Vraag }))]),
    };

    static Leidraad Lees(Documentlezer lezer)
    {
        var (id, naam, versie) = lezer.Kop(Leidraad.Formaat, "inleiding", "vragen");
        return new Leidraad(
            id, naam, versie, lezer.Tekst("inleiding"),
            lezer.Rijen("vragen", ["vraag", "waarom"], (rij, pad) => new Leidraadvraag(lezer.Tekst(rij, pad, "vraag") ?? "", lezer.Tekst(rij, pad, "waarom", verplicht: false))));
    }
}
