using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Facts of the household as answers, to be filled in beforehand.</summary>
static class Voorinvulling
{
    public static JsonNode? Omvang(Omvang? omvang) => omvang is null ? null : omvang.IsHoeveelheid
        ? new JsonObject { ["aantal"] = omvang.Aantal, ["eenheid"] = omvang.Eenheid?.Woord(), ["periode"] = omvang.Periode?.Woord() }
        : omvang.Omschrijving?.AsString() is { } woorden ? new JsonObject { ["omschrijving"] = woorden } : null;

    public static JsonNode? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A row without what is not known.</summary>
    public static JsonNode Rij(params (string Veld, JsonNode? Waarde)[] velden) =>
        new JsonObject(velden.Where(v => v.Waarde is not null).Select(v => KeyValuePair.Create(v.Veld, v.Waarde)));

    /// <summary>The rows of a block; nothing when there are none.</summary>
    public static JsonObject Rijen(string blok, IEnumerable<JsonNode> rijen) => new JsonArray([.. rijen]) is { Count: > 0 } lijst ? new JsonObject { [blok] = lijst } : [];
}
