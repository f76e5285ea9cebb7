using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// A drawing as JSON: from what a client sent to what is stored, and back. The law of this file: the envelope is ours
/// (ids, number, shape of the collections), the root is the author's and stays as it was, but for the tag of a concept.
/// </summary>
public static partial class Tekeningtekst
{
    /// <summary>Names the concept in the root's custom properties, which Studio sends back: number and version of its row.</summary>
    public const string Tag = "kanteling:concept";

    public const int LangsteNaam = 200;
    const int LangsteId = 80;

    static readonly string[] Lijsten = ["variables", "inputs", "outputs"];
    static readonly string[] Outcomes = ["outcomes"];
    static readonly string[] Groepen = ["customProperties", "options"];

    /// <summary>What says how one server keeps a drawing, and what is told anew in every answer.</summary>
    static readonly HashSet<string> NietBewaard = new(StringComparer.Ordinal)
    {
        "$schema", "links", "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes", "customProperties", "isReadonly",
        "isSystem", "isLatest", "isPublished", "options", "root", "providerName", "materializerName", "materializerContext", "isMaterializerAvailable", "originalSource",
    };

    /// <summary>The document to store, with the tag taken out.</summary>
    /// <returns>Refused: 400 when it cannot be read as a drawing at all.</returns>
    public static Uitslag<string> Bewaarvorm(JsonObject model, DefinitionId definitionId, int versie, DateTimeOffset gemaakt)
    {
        if (Vormfout(model) is { } fout)
            return fout;
        var document = new JsonObject
        {
            ["id"] = Versieid.Van(definitionId, versie),
            ["definitionId"] = definitionId.Text,
            ["name"] = Naam(model) ?? definitionId.Text,
            ["description"] = Tekst(model, "description") ?? "",
            ["createdAt"] = gemaakt.ToString("yyyy-MM-ddTHH:mm:ss.FFFzzz", CultureInfo.InvariantCulture),
            ["version"] = versie,
            ["toolVersion"] = "3.8.2.0",
        };
        foreach (var naam in Lijsten)
            document[naam] = Lijst(model, naam)?.DeepClone() ?? new JsonArray();
        document["outcomes"] = Lijst(model, "outcomes")?.DeepClone() ?? new JsonArray();
        document["customProperties"] = Groep(model, "customProperties");
        (document["isReadonly"], document["isSystem"], document["isLatest"], document["isPublished"]) = (false, false, true, false);
        document["options"] = Groep(model, "options");
        foreach (var (naam, waarde) in model)
        {
            if (!NietBewaard.Contains(naam))
                document[naam] = waarde?.DeepClone();
        }
        document["root"] = model["root"]?.DeepClone();
        HaalTag(document);
        var gelezen = DefinitionJson.Read(document);
        if (gelezen.Definition is not { } definitie)
            return Tekeningcontrole.Onleesbaar(gelezen.Findings);
        foreach (var plaat in definitie.Nodes.Values.Where(n => n.IsFlowchart))
            SchrijfPijlen(plaat);
        return DefinitionJson.Write(definitie);
    }

    /// <summary>Elsa wrote arrows in other ways before; the engine reads them all, Studio only this one. What it can read stays as it is.</summary>
    static void SchrijfPijlen(ActivityNode plaat)
    {
        if (plaat.Json["connections"] is JsonArray pijlen && pijlen.All(p => p is JsonObject pijl && pijl["source"] is JsonObject && pijl["target"] is JsonObject))
            return;
        plaat.Json.Remove("Connections");
        plaat.Json["connections"] = new JsonArray([.. plaat.Connections.Select(c => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = c.Source.Text, ["port"] = c.Port }, ["target"] = new JsonObject { ["activity"] = c.Target.Text, ["port"] = "In" }, ["vertices"] = new JsonArray(),
        })]);
    }

    /// <summary>The tag that a client sent back, and takes it out.</summary>
    public static (int Versie, long Rij)? HaalTag(JsonObject document)
    {
        if (document["root"] is not JsonObject root || root["customProperties"] is not JsonObject eigenschappen || !eigenschappen.Remove(Tag, out var tag))
            return null;
        var delen = (tag as JsonValue)?.TryGetValue<string>(out var tekst) == true ? tekst!.Split('.') : [];
        return delen.Length == 2 && int.TryParse(delen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var versie) && long.TryParse(delen[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rij)
            ? (versie, rij)
            : null;
    }

    public static void ZetTag(JsonObject document, Tekeningkop kop)
    {
        if (kop.Concept is not { } concept || document["root"] is not JsonObject root)
            return;
        if (root["customProperties"] is not JsonObject eigenschappen)
            root["customProperties"] = eigenschappen = [];
        eigenschappen[Tag] = string.Create(CultureInfo.InvariantCulture, $"{kop.Versie}.{concept.Rij}");
    }

    /// <summary>Older servers wrote the envelope in PascalCase; Studio reads camelCase only.</summary>
    public static JsonObject InKleineLetters(JsonObject bestand)
    {
        var model = new JsonObject();
        foreach (var (naam, waarde) in bestand)
        {
            if (naam.Length > 0 && (char.IsLower(naam[0]) || !bestand.ContainsKey(char.ToLowerInvariant(naam[0]) + naam[1..])))
                model[char.ToLowerInvariant(naam[0]) + naam[1..]] = waarde?.DeepClone();
        }
        return model;
    }

    /// <summary>The name as sent; null when there is none.</summary>
    public static string? Naam(JsonObject model) => Tekst(model, "name")?.Trim() is { Length: > 0 } naam ? naam : null;

    public static string? Tekst(JsonObject model, string naam) => model[naam] is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) ? tekst : null;

    /// <summary>Whether an id can be that of a drawing; it becomes part of an address and of a stream's id.</summary>
    public static bool IsId(string id) => id.Length <= LangsteId && Id().IsMatch(id);

    /// <summary>An id made of a name.</summary>
    public static string IdVan(string naam)
    {
        var tekst = new StringBuilder();
        foreach (var letter in naam.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                tekst.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && tekst.Length > 0 && tekst[^1] != '-')
                tekst.Append('-');
        }
        var id = tekst.ToString(0, Math.Min(tekst.Length, 60)).Trim('-');
        return id.Length == 0 ? "tekening" : id;
    }

    /// <summary>Whether two stored documents mean the same, whatever number they have.</summary>
    public static bool IsGelijk(string een, string ander)
    {
        var (a, b) = (Tekeninglezer.Ontleed(een), Tekeninglezer.Ontleed(ander));
        foreach (var naam in (string[])["id", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "$schema", "description"])
        {
            if (naam == "description" && (Tekst(a, naam) ?? "") != (Tekst(b, naam) ?? ""))
                return false;
            a.Remove(naam);
            b.Remove(naam);
        }
        return JsonNode.DeepEquals(a, b);
    }

    /// <summary>What of the envelope has another shape than it should have.</summary>
    static Weigering? Vormfout(JsonObject model)
    {
        if (Naam(model)?.Length > LangsteNaam)
            return new Weigering(Verzoekcode.TekeningNaam, $"{LangsteNaam}");
        string[] fout =
        [
            .. Lijsten.Where(naam => !IsLijst(model, naam, JsonValueKind.Object)), .. Outcomes.Where(naam => !IsLijst(model, naam, JsonValueKind.String)),
            .. Groepen.Where(naam => model[naam] is not (null or JsonObject)),
        ];
        return fout is [var eerste, ..] ? new Weigering(Verzoekcode.TekeningVorm, eerste) : null;
    }

    static bool IsLijst(JsonObject model, string naam, JsonValueKind soort) =>
        Lijst(model, naam) is { } lijst ? lijst.All(item => item?.GetValueKind() == soort) : model[naam] is null;

    static JsonArray? Lijst(JsonObject model, string naam) => model[naam] as JsonArray ?? (model[naam] as JsonObject)?["$values"] as JsonArray;

    static JsonObject Groep(JsonObject model, string naam) => (JsonObject?)model[naam]?.DeepClone() ?? [];

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex Id();
}
