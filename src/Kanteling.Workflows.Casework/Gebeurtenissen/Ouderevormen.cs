using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>What was stored by an earlier program, made into what this one reads. Pure, from JSON to JSON; what is stored stays as it is.</summary>
static class Ouderevormen
{
    /// <summary>Facts, by name and number to the next number.</summary>
    public static readonly ImmutableDictionary<(string Name, int Number), Func<JsonObject, JsonObject>> Gebeurtenissen = new Dictionary<(string, int), Func<JsonObject, JsonObject>>
    {
        [("PgbIngericht", 1)] = fact => InCenten(fact, "bedrag"),
        [("IngebrekestellingOntvangen", 1)] = fact => InCenten(fact, "hoogsteDwangsom"),
        [("StapTeruggedraaid", 1)] = fact => DwangsomInCenten(fact, fact["deel"]?["dossier"]),
    }.ToImmutableDictionary();

    /// <summary>The household inside a checkpoint, by format to the next format.</summary>
    public static readonly ImmutableDictionary<int, Func<JsonObject, JsonObject>> Toestanden = new Dictionary<int, Func<JsonObject, JsonObject>>
    {
        [3] = DwangsommenInCenten,
    }.ToImmutableDictionary();

    static JsonObject DwangsommenInCenten(JsonObject huishouden)
    {
        foreach (var dossier in huishouden["dossiers"]?.AsObject() ?? [])
            DwangsomInCenten(huishouden, dossier.Value);
        return huishouden;
    }

    static JsonObject DwangsomInCenten(JsonObject geheel, JsonNode? dossier)
    {
        if (dossier?["ingebrekestelling"] is JsonObject ingebrekestelling)
            InCenten(ingebrekestelling, "hoogsteDwangsom");
        return geheel;
    }

    /// <summary>Amounts were decimal euros until 0.1.0.</summary>
    static JsonObject InCenten(JsonObject json, string veld)
    {
        if (json[veld] is JsonValue euro)
            json[veld] = Bedrag.Euro(euro.GetValue<decimal>()).Centen;
        return json;
    }
}
