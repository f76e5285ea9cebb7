using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Answers of a form, or of one row, read by field id. What was not answered is null; texts about a person come as <see cref="Content"/>.</summary>
/// <param name="Pad">Where these answers stand, for a refusal about one of them; empty for the whole form.</param>
public sealed record Antwoorden(JsonObject Json, string Pad, string? Dossier)
{
    public string? Tekst(string veld) => Waarde.IsLeeg(Json[veld]) ? null : Waarde.Tekst(Json[veld]);

    public DateOnly? Dag(string veld) => Waarde.Dag(Json[veld]);

    public bool JaNee(string veld) => Waarde.JaNee(Json[veld]) == true;

    public bool? JaNeeOfNiets(string veld) => Waarde.JaNee(Json[veld]);

    public decimal? Getal(string veld) => Waarde.Getal(Json[veld]);

    /// <summary>The option that was chosen, as a word of the domain; null when none was, or none of these.</summary>
    public T? Keuze<T>(string veld) where T : struct, Enum =>
        Enum.TryParse<T>(Tekst(veld), ignoreCase: true, out var keuze) && Enum.IsDefined(keuze) ? keuze : null;

    /// <summary>The answer as erasable content of the dossier; null when there is none.</summary>
    public Content? Inhoud(string veld) => Waarde.IsLeeg(Json[veld]) ? null : Content.Of(Dossier, veld, Json[veld]);

    public Omvang? Omvang(string veld)
    {
        if (Json[veld] is not JsonObject { Count: > 0 } json)
            return null;
        var omvang = new Antwoorden(json, In(veld), Dossier);
        return new Omvang(omvang.Getal("aantal"), omvang.Tekst("eenheid"), omvang.Tekst("periode"), omvang.Inhoud("omschrijving"));
    }

    public IReadOnlyList<Antwoorden> Rijen(string veld) =>
        [.. (Json[veld] as JsonArray ?? []).Select((rij, plek) => (rij, plek)).Where(x => x.rij is JsonObject).Select(x => new Antwoorden((JsonObject)x.rij!, $"{In(veld)}[{x.plek}]", Dossier))];

    public string In(string veld) => Pad.Length == 0 ? veld : $"{Pad}.{veld}";

    /// <summary>A refusal about one of these answers.</summary>
    public Refusal Weiger(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], In(veld));
}
