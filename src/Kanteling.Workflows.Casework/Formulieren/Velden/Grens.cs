using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Formulieren.Velden;

/// <summary>A lowest or highest value: a number, a day, or the day on which the answer is given.</summary>
public readonly record struct Grens
{
    const string Vandaag = "vandaag";

    Grens(decimal? getal, DateOnly? dag) => (Getal, VasteDag) = (getal, dag);

    /// <summary>The number, or null when it is a day.</summary>
    public decimal? Getal { get; }

    DateOnly? VasteDag { get; }

    /// <summary>A number.</summary>
    public static Grens Van(decimal getal) => new(getal, null);

    /// <summary>A fixed day.</summary>
    public static Grens Van(DateOnly dag) => new(null, dag);

    /// <summary>The day on which the answer is given.</summary>
    public static Grens OpVandaag => new(null, null);

    /// <summary>The day, given what today is; null when it is a number.</summary>
    public DateOnly? Dag(DateOnly vandaag) => Getal is null ? VasteDag ?? vandaag : null;

    internal static Grens? Lees(JsonNode? knoop) => knoop switch
    {
        JsonValue waarde when Waarde.Getal(waarde) is { } getal => Van(getal),
        JsonValue waarde when Waarde.Tekst(waarde) is Vandaag => OpVandaag,
        JsonValue waarde when Waarde.Dag(waarde) is { } dag => Van(dag),
        _ => null,
    };

    internal JsonNode Schrijf() => (Getal, VasteDag) switch
    {
        ({ } getal, _) => JsonValue.Create(getal),
        (_, { } dag) => JsonValue.Create(dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Vandaag),
    };
}

/// <summary>
/// Reads single JSON values without ever throwing. Numbers go by their text, because a node made in memory only answers
/// to the exact CLR type that it was made from.
/// </summary>
static class Waarde
{
    public static string? Tekst(JsonNode? knoop) => knoop is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) ? tekst : null;

    public static bool? JaNee(JsonNode? knoop) => knoop is JsonValue waarde && waarde.TryGetValue<bool>(out var janee) ? janee : null;

    public static decimal? Getal(JsonNode? knoop) =>
        knoop is JsonValue waarde && waarde.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(waarde.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
            ? getal
            : null;

    /// <summary>A day between 1850 and 2200: further away it is a mistake, and legal terms have to be computable from it.</summary>
    public static DateOnly? Dag(JsonNode? knoop) =>
        DateOnly.TryParseExact(Tekst(knoop), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
        && dag.Year is >= 1850 and <= 2200
            ? dag
            : null;

    /// <summary>Nothing was answered: absent, an empty text, list or group.</summary>
    public static bool IsLeeg(JsonNode? knoop) => knoop switch
    {
        null => true,
        JsonArray lijst => lijst.Count == 0,
        JsonObject groep => groep.Count == 0,
        _ => Tekst(knoop) is { } tekst && string.IsNullOrWhiteSpace(tekst),
    };
}
