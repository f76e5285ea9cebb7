using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Tests.Formulieren;

/// <summary>Forms with good defaults, and conditions that the tests understand: a field name, or <c>?</c> for undecided.</summary>
static class Form
{
    public static readonly DateOnly Vandaag = new(2026, 7, 1);

    public static Formulier Met(params Veld[] velden) => new("proef", "Proef", 1, [.. velden]);

    public static Veld Veld(VeldSoort soort, string id = "x") => new(id, soort, "De vraag?");

    public static Veld Keuze(string id, params string[] waarden) =>
        new(id, VeldSoort.Keuze, "De keuze?") { Opties = [.. waarden.Select(waarde => new Optie(waarde, waarde))] };

    public static Veld Blok(string blok) => new(blok, VeldSoort.Vraagblok, blok) { Blok = blok, Verplicht = true };

    public static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>A condition is the name of a jaNee field; "?" can never be decided.</summary>
    public static bool? Ja(string feel, JsonObject antwoorden) => feel == "?" ? null : antwoorden[feel] is JsonValue waarde && waarde.TryGetValue<bool>(out var ja) && ja;

    public static IReadOnlyList<AntwoordFout> Fouten(this Formulier formulier, string json) =>
        FormulierValidatie.Valideer(formulier, Json(json), Vandaag, Ja);

    /// <summary>What is wrong with one field, as "path: CODE".</summary>
    public static string[] Fouten(this Veld veld, string antwoord) =>
        [.. Met(veld).Fouten($$"""{"{{veld.Id}}":{{antwoord}}}""").Select(fout => fout.ToString())];
}
