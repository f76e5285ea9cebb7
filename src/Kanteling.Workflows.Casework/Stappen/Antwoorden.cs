using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Answers of a form, or of one row, read by field id. What was not answered is null; texts about a person come as <see cref="Content"/>.</summary>
/// <param name="Pad">Where these answers stand, for a refusal about one of them; empty for the whole form.</param>
public sealed record Antwoorden(JsonObject Json, string Pad, DossierId? Dossier)
{
    /// <summary>What a step declared that it reads; null when these are no answers to a form, such as the input of a flow.</summary>
    public ImmutableArray<Leesveld>? Leest { get; init; }

    public string? Tekst(string veld) => Waarde.IsLeeg(Van(veld)) ? null : Waarde.Tekst(Van(veld));

    /// <summary>The id of this kind that was chosen; null when none was.</summary>
    public T? Id<T>(string veld) where T : struct, ITextId<T> => Tekst(veld) is { } tekst ? T.Of(tekst) : null;

    public DateOnly? Dag(string veld) => Waarde.Dag(Van(veld));

    /// <summary>Whether something was said that is no day from 1880 on: it is refused, and never read as nothing.</summary>
    public bool IsGeenDag(string veld) => !Waarde.IsLeeg(Van(veld)) && !(Dag(veld) >= OnvolledigeDatum.Vroegste);

    public bool JaNee(string veld) => Waarde.JaNee(Van(veld)) == true;

    public bool? JaNeeOfNiets(string veld) => Waarde.JaNee(Van(veld));

    public decimal? Getal(string veld) => Waarde.Getal(Van(veld));

    /// <summary>An amount: a form asks euros, what is kept is cents.</summary>
    public Bedrag? Bedrag(string veld) => Getal(veld) is { } euro ? Casework.Bedrag.Euro(euro) : null;

    /// <summary>The option that was chosen, as a word of the domain; null when none was, or none of these.</summary>
    public T? Keuze<T>(string veld) where T : struct, Enum =>
        Lijstwoord.Lees<T>(Tekst(veld));

    /// <summary>Why this is no word of a closed list; nothing when it is one, or when nothing was said.</summary>
    public IEnumerable<Refusal> Vreemd<T>(string veld) where T : struct, Enum =>
        Waarde.IsLeeg(Van(veld)) || Keuze<T>(veld) is not null ? [] : [Weiger(veld, Huishoudcode.WoordOnbekend, string.Join(", ", Lijstwoord.Alle(typeof(T))))];

    /// <summary>The answer as erasable content of the dossier; null when there is none.</summary>
    public Content? Inhoud(string veld) => Waarde.IsLeeg(Van(veld)) ? null : Content.Of(Dossier, veld, Van(veld));

    public Omvang? Omvang(string veld)
    {
        if (Van(veld) is not JsonObject { Count: > 0 } json)
            return null;
        var omvang = new Antwoorden(json, In(veld), Dossier);
        return new Omvang(omvang.Getal("aantal"), omvang.Keuze<Eenheid>("eenheid"), omvang.Keuze<Periode>("periode"), omvang.Inhoud("omschrijving"));
    }

    public IReadOnlyList<Antwoorden> Rijen(string veld) =>
        [.. (Van(veld) as JsonArray ?? []).Select((rij, plek) => (rij, plek)).Where(x => x.rij is JsonObject).Select(x => new Antwoorden((JsonObject)x.rij!, $"{In(veld)}[{x.plek}]", Dossier))];

    /// <exception cref="InvalidOperationException">The step reads what it did not declare: a form without it would be let in.</exception>
    JsonNode? Van(string veld) => Leest is { } leest && !leest.Any(eigen => eigen.Id == veld)
        ? throw new InvalidOperationException($"A step reads the answer '{In(veld)}' without saying so in its list Leest.")
        : Json[veld];

    public string In(string veld) => Pad.Length == 0 ? veld : $"{Pad}.{veld}";

    /// <summary>A refusal about one of these answers.</summary>
    public Refusal Weiger(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], In(veld));
}
