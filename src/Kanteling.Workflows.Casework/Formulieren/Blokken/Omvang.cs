using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>
/// How much support: amount, unit and period, or an extent in words (a traplift, toezicht). A decision that only names a
/// result has no extent (CRvB 8-10-2018), and an invented number is worse than words.
/// </summary>
public static class Omvang
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "omvang";

    static readonly string[] Hoeveelheid = ["aantal", "eenheid", "periode"];

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Groep,
    [
        new("aantal", VeldSoort.Getal, "Hoeveel?") { Min = Grens.Van(0.01m), Max = Grens.Van(100_000m) },
        Kernvraag.Keuze("eenheid", "Waarvan?",
            ("minuut", "minuten"), ("uur", "uren"), ("dagdeel", "dagdelen"), ("dag", "dagen"), ("etmaal", "etmalen"),
            ("keer", "keer"), ("stuk", "stuks"), ("kilometer", "kilometers"), ("euro", "euro")),
        Kernvraag.Keuze("periode", "Per",
            ("dag", "dag"), ("week", "week"), ("vierWeken", "vier weken"), ("maand", "maand"), ("jaar", "jaar"), ("eenmalig", "één keer")),
        Kernvraag.LangeTekst("omschrijving", "Of beschrijf het"),
    ], Regels);

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject omvang)
    {
        if (Hoeveelheid.Any(omvang.IsIngevuld))
            return Hoeveelheid.Where(deel => !omvang.IsIngevuld(deel)).Select(Kernvraag.Ontbreekt);
        return omvang.IsIngevuld("omschrijving") ? [] : [("", new Zin(Formuliercode.AntwoordOmvangOntbreekt))];
    }
}
