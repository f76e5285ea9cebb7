using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Brieven;

namespace Kanteling.Workflows.Casework.Documenten;

/// <summary>
/// What of a document is words, and what is everything else: its <em>geraamte</em>. The law of this file: two documents with the same
/// geraamte ask the same, keep the same and fill in the same.
/// </summary>
public static class Documentwoorden
{
    const string Rijnaam = "bronnen";
    const string Keuzes = "opties";

    // No property of a form, letter or guide has one of these names and is anything but words.
    static readonly ImmutableHashSet<string> Namen = ["naam", "inleiding", "label", "hulp", "onderwerp", "tekst", "vraag", "waarom"];

    // What the household fills in stands between the words of these.
    static readonly ImmutableHashSet<string> Gevuld = ["onderwerp", "tekst"];

    /// <summary>Every piece of words in a document, in order.</summary>
    public static IEnumerable<Woordplek> Van(JsonNode? document) => Van(document, "");

    /// <summary>The document with other words on these places; a place that is not named keeps its own.</summary>
    public static JsonNode? Vervang(JsonNode? document, IReadOnlyDictionary<string, string> woorden)
    {
        var nieuw = document?.DeepClone();
        foreach (var plek in Van(nieuw).ToList())
        {
            if (woorden.TryGetValue(plek.Pad, out var woord))
                plek.Knoop.ReplaceWith(woord);
        }
        return nieuw;
    }

    /// <summary>Where two documents differ in more than words; names a person can find them by.</summary>
    public static ImmutableArray<string> Verschil(JsonNode? voor, JsonNode? na) => [.. Verschil(Geraamte(voor), Geraamte(na), "").Distinct()];

    static IEnumerable<Woordplek> Van(JsonNode? knoop, string pad) => knoop switch
    {
        JsonObject json => json.SelectMany(e => Namen.Contains(e.Key) && e.Value is JsonValue waarde ? [new Woordplek(Onder(pad, e.Key), e.Key, Tekst(waarde), waarde)] : e.Key == Keuzes ? Van(e.Value, Onder(pad, e.Key)).Select(w => w with { Bij = json["label"]?.ToString() ?? "" }) : Van(e.Value, Onder(pad, e.Key))),
        JsonArray rij when pad == Rijnaam => rij.OfType<JsonValue>().Select((waarde, plek) => new Woordplek($"{pad}[{plek}]", pad, Tekst(waarde), waarde)),
        JsonArray rij => rij.SelectMany((deel, plek) => Van(deel, $"{pad}[{plek}]")),
        _ => [],
    };

    static JsonNode? Geraamte(JsonNode? knoop) => knoop switch
    {
        JsonObject json => new JsonObject(json.Where(e => e.Key != Rijnaam && (!Namen.Contains(e.Key) || Gevuld.Contains(e.Key)))
            .Select(e => KeyValuePair.Create(e.Key, Gevuld.Contains(e.Key) && e.Value is JsonValue tekst ? Plekken(tekst) : Geraamte(e.Value)))),
        JsonArray rij => new JsonArray([.. rij.Select(Geraamte)]),
        _ => knoop?.DeepClone(),
    };

    static JsonNode Plekken(JsonValue tekst) => new JsonArray([.. Plaatshouders.In(Tekst(tekst)).Order(StringComparer.Ordinal).Select(naam => (JsonNode)naam)]);

    static IEnumerable<string> Verschil(JsonNode? voor, JsonNode? na, string pad) => (voor, na) switch
    {
        (JsonObject a, JsonObject b) => a.Select(e => e.Key).Union(b.Select(e => e.Key)).SelectMany(naam => Verschil(a[naam], b[naam], Onder(pad, naam))),
        (JsonArray a, JsonArray b) when a.Count == b.Count && a.All(deel => deel is JsonObject) => a.SelectMany((deel, plek) => Verschil(deel, b[plek], Onder(pad, Naam(deel, plek)))),
        _ when JsonNode.DeepEquals(voor, na) => [],
        (JsonArray a, JsonArray b) when Gevuld.Contains(pad[(pad.LastIndexOf('.') + 1)..]) => Namenin(a).Except(Namenin(b)).Concat(Namenin(b).Except(Namenin(a))).Select(naam => $"{{{naam}}} in {Leesbaar(pad)}").DefaultIfEmpty(Leesbaar(pad)),
        _ => [pad],
    };

    static IEnumerable<string> Namenin(JsonArray plekken) => plekken.Select(naam => naam!.ToString());

    // alineas.3.tekst
    static string Leesbaar(string pad) => pad.Split('.') is ["alineas", var nummer, _] ? $"alinea {nummer}" : pad;

    static string Naam(JsonNode? deel, int plek) => (deel as JsonObject)?["id"]?.ToString() ?? (deel as JsonObject)?["waarde"]?.ToString() ?? $"{plek + 1}";

    static string Onder(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";

    static string Tekst(JsonValue waarde) => waarde.TryGetValue<string>(out var tekst) ? tekst : waarde.ToJsonString();
}

/// <summary>A piece of words in a document.</summary>
/// <param name="Pad">Where it stands, such as <c>velden[2].label</c>.</param>
/// <param name="Naam">What it is, such as <c>label</c>.</param>
public sealed record Woordplek(string Pad, string Naam, string Tekst, JsonValue Knoop)
{
    /// <summary>Of a choice: the question that it is a choice of, as far as the document says it. Null of all else.</summary>
    public string? Bij { get; init; }

    public bool IsKeuze => Bij is not null;
}
