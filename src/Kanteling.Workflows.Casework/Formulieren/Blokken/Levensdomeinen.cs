using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>The nine levensdomeinen (seed K3), all of them: a domain that was not talked about says why.</summary>
public static class Levensdomeinen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "levensdomeinen";

    /// <summary>Not talked about; asks for a reason.</summary>
    public const string NietBesproken = "nietBesproken";

    /// <summary>Id and label, in the order of the seed.</summary>
    public static readonly ImmutableArray<(string Id, string Label)> Alle =
    [
        ("wonen", "Wonen"), ("huishoudenVoeren", "Huishouden voeren"), ("ontmoeten", "Ontmoeten"), ("meedoen", "Meedoen"),
        ("werken", "Werken"), ("opgroeien", "Opgroeien"), ("rondkomen", "Rondkomen"), ("leren", "Leren"), ("zorgen", "Zorgen"),
    ];

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Groep, [.. Alle.Select(Domein)], Regels);

    static Veld Domein((string Id, string Label) domein) => new(domein.Id, VeldSoort.Groep, domein.Label)
    {
        Verplicht = true,
        Velden =
        [
            Kernvraag.Keuze("status", domein.Label,
                ("goed", "Goed"), ("aandacht", "Vraagt aandacht"), ("probleem", "Probleem"), (NietBesproken, "Niet besproken")).Verplicht(),
            Kernvraag.LangeTekst("reden", "Waarom?"),
        ],
    };

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject domeinen) =>
        from domein in Alle
        where domeinen[domein.Id] is JsonObject antwoord && Waarde.Tekst(antwoord["status"]) == NietBesproken && !antwoord.IsIngevuld("reden")
        select ($"{domein.Id}.reden", new Zin(Formuliercode.AntwoordRedenOntbreekt));
}
