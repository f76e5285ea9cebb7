using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// What goes out of the program without what nobody needs there: of a BSN the last four digits, and no address that is kept secret,
/// wherever it stands in what was stored, also in the answers to a form and in the body of a melding.
/// </summary>
static class Verborgen
{
    const string Weg = "afgeschermd";

    public static JsonNode? In(JsonNode? json, bool zonderAdres)
    {
        switch (json)
        {
            case JsonArray lijst:
                return new JsonArray([.. lijst.Select(deel => In(deel, zonderAdres))]);
            // A content: its value is JSON in a text.
            case JsonObject inhoud when inhoud.All(veld => veld.Key is "dossier" or "kind" or "text") && inhoud["kind"] is { } kind && inhoud["text"] is { } tekst:
                var zonder = (JsonObject)inhoud.DeepClone();
                zonder["text"] = Veld(kind.ToString(), JsonNode.Parse(tekst.ToString()), zonderAdres)?.ToJsonString(Json.Compact) ?? "null";
                return zonder;
            case JsonObject groep:
                return new JsonObject(groep.Select(veld => KeyValuePair.Create(veld.Key, Veld(veld.Key, veld.Value, zonderAdres))));
            default:
                return json?.DeepClone();
        }
    }

    static JsonNode? Veld(string naam, JsonNode? waarde, bool zonderAdres) => naam switch
    {
        "bsn" when waarde is JsonValue => Bsn.Lees(waarde.ToString())?.Verborgen ?? Weg,
        "adres" when zonderAdres && waarde is not null && (waarde as JsonObject)?["kind"] is null => Weg,
        _ => In(waarde, zonderAdres),
    };
}
