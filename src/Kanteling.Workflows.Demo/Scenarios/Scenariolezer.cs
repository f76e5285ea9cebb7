using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>One object of a scenario file, with its place, so that every error names where it is.</summary>
sealed class Scenariolezer(JsonObject knoop, string plek, List<Scenariofout> fouten)
{
    public IReadOnlyList<Scenariofout> Fouten => fouten;

    public void Fout(string naam, string zin) => fouten.Add(new Scenariofout(In(naam), zin));

    public void KentAlleen(params string[] bekend)
    {
        foreach (var onbekend in knoop.Select(p => p.Key).Except(bekend))
            Fout(onbekend, $"Deze eigenschap kennen we niet. Mogelijk: {string.Join(", ", bekend)}.");
    }

    public JsonNode? Waarde(string naam) => knoop[naam]?.DeepClone();

    public string? Tekst(string naam)
    {
        if (knoop[naam] is not { } waarde || (waarde is JsonObject && naam == "einde"))
            return null;
        if (waarde is JsonValue tekst && tekst.TryGetValue<string>(out var gelezen) && !string.IsNullOrWhiteSpace(gelezen))
            return gelezen;
        Fout(naam, "Hier hoort een tekst.");
        return null;
    }

    public DateOnly? Dag(string naam)
    {
        if (Tekst(naam) is not { } tekst)
            return null;
        if (DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            return dag;
        Fout(naam, "Schrijf een dag, zoals 2026-04-13.");
        return null;
    }

    public string Nodig(string naam)
    {
        if (knoop[naam] is null)
            Fout(naam, "Dit ontbreekt.");
        return Tekst(naam) ?? "";
    }

    public int? Heel(string naam) => knoop[naam] is JsonValue waarde && waarde.TryGetValue<int>(out var getal) ? getal : null;

    public bool? JaNee(string naam)
    {
        if (knoop[naam] is not { } waarde)
            return null;
        if (waarde is JsonValue gegeven && gegeven.TryGetValue<bool>(out var janee))
            return janee;
        Fout(naam, "Schrijf true of false.");
        return null;
    }

    public JsonObject? Object(string naam)
    {
        if (knoop[naam] is not { } waarde)
            return null;
        if (waarde is JsonObject groep)
            return (JsonObject)groep.DeepClone();
        Fout(naam, "Hier hoort een groep met antwoorden: { … }.");
        return null;
    }

    public Scenariolezer? Groep(string naam)
    {
        if (knoop[naam] is not { } waarde)
            return null;
        if (waarde is JsonObject groep)
            return new Scenariolezer(groep, In(naam), fouten);
        Fout(naam, "Hier hoort een groep: { … }.");
        return null;
    }

    public IEnumerable<Scenariolezer> Lijst(string naam)
    {
        if (knoop[naam] is not { } waarde)
            yield break;
        if (waarde is not JsonArray lijst)
        {
            Fout(naam, "Hier hoort een lijst: [ … ].");
            yield break;
        }
        foreach (var (nummer, item) in lijst.Index())
        {
            if (item is JsonObject groep)
                yield return new Scenariolezer(groep, $"{In(naam)}[{nummer}]", fouten);
            else
                Fout($"{naam}[{nummer}]", "Hier hoort een groep: { … }.");
        }
    }

    public ImmutableArray<string>? Teksten(string naam)
    {
        if (knoop[naam] is not { } waarde)
            return null;
        if (waarde is JsonArray lijst && lijst.All(t => t is JsonValue tekst && tekst.TryGetValue<string>(out _)))
            return [.. lijst.Select(t => t!.GetValue<string>())];
        Fout(naam, "Hier hoort een lijst van teksten.");
        return null;
    }

    string In(string naam) => naam.Length == 0 ? plek : plek.Length == 0 ? naam : $"{plek}.{naam}";
}
