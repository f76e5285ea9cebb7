using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>The calendar as JSON: <c>{versie, bekendVanaf, bekendTotEnMet, gelijkgesteld:[{dag, omschrijving}], lokaalGesloten:[…]}</c>.</summary>
public static class KalenderJson
{
    /// <summary>Writes the calendar; days in order, so that the same calendar gives the same text.</summary>
    public static JsonObject Schrijf(Kalender kalender) => new()
    {
        ["versie"] = kalender.Versie,
        ["bekendVanaf"] = kalender.BekendVanaf,
        ["bekendTotEnMet"] = kalender.BekendTotEnMet,
        ["gelijkgesteld"] = SchrijfDagen(kalender.Gelijkgesteld),
        ["lokaalGesloten"] = SchrijfDagen(kalender.LokaalGesloten),
    };

    /// <summary>Reads a calendar from text; null with findings when it is none. Never throws on its content.</summary>
    public static (Kalender? Kalender, IReadOnlyList<Zin> Bevindingen) Lees(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject wortel ? Lees(wortel) : (null, [new(Termijncode.KalenderOnleesbaar, "geen object")]);
        }
        catch (Exception fout) when (fout is JsonException or ArgumentException)
        {
            // JsonNode reports a double key only when the object is first read, and then as an ArgumentException.
            return (null, [new(Termijncode.KalenderOnleesbaar, fout.Message)]);
        }
    }

    static (Kalender?, IReadOnlyList<Zin>) Lees(JsonObject wortel)
    {
        var bevindingen = new List<Zin>();
        var versie = Getal(wortel["versie"]);
        if (versie is null or < 1)
            bevindingen.Add(new(Termijncode.KalenderVersieOntbreekt));
        var (vanaf, tot) = (Getal(wortel["bekendVanaf"]), Getal(wortel["bekendTotEnMet"]));
        if (vanaf is null || tot is null || vanaf > tot)
            bevindingen.Add(new(Termijncode.KalenderJarenOngeldig));
        var gelijkgesteld = LeesDagen(wortel, "gelijkgesteld", bevindingen);
        var gesloten = LeesDagen(wortel, "lokaalGesloten", bevindingen);
        return bevindingen.Count > 0 ? (null, bevindingen) : (new Kalender(versie!.Value, gelijkgesteld, vanaf!.Value, tot!.Value, gesloten), []);
    }

    static JsonArray SchrijfDagen(ImmutableSortedDictionary<DateOnly, string> dagen) => new(
        [.. dagen.Select(dag => new JsonObject
        {
            ["dag"] = dag.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["omschrijving"] = dag.Value,
        })]);

    static ImmutableSortedDictionary<DateOnly, string> LeesDagen(JsonObject wortel, string naam, List<Zin> bevindingen)
    {
        var dagen = ImmutableSortedDictionary.CreateBuilder<DateOnly, string>();
        var regels = wortel[naam] as JsonArray ?? [];
        for (var regel = 0; regel < regels.Count; regel++)
        {
            if (LeesDag(regels[regel]) is not var (dag, omschrijving))
                bevindingen.Add(new(Termijncode.KalenderDagOngeldig, $"{regel + 1}", naam));
            else if (!dagen.TryAdd(dag, omschrijving))
                bevindingen.Add(new(Termijncode.KalenderDagDubbel, Schrijfwijze.Dag(dag), naam));
        }

        return dagen.ToImmutable();
    }

    static (DateOnly, string)? LeesDag(JsonNode? regel) =>
        regel is JsonObject dag
        && DateOnly.TryParseExact(Tekst(dag["dag"]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
        && Tekst(dag["omschrijving"]) is { Length: > 0 } omschrijving
            ? (datum, omschrijving)
            : null;

    static string? Tekst(JsonNode? knoop) => knoop is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) ? tekst : null;

    static int? Getal(JsonNode? knoop) => knoop is JsonValue waarde && waarde.TryGetValue<int>(out var getal) ? getal : null;
}
