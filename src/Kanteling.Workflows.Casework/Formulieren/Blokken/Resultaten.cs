using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>What will be true when it is good: owner, domain and date (seeds B2, P7).</summary>
public static class Resultaten
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "resultaten";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Persoon("persoon", "Voor wie?").Verplicht(),
        Kernvraag.Keuze("levensdomein", "Over welk deel van het leven?", [.. Levensdomeinen.Alle]).Verplicht(),
        Kernvraag.LangeTekst("resultaat", "Wat is er straks beter?").Verplicht(),
        Kernvraag.Tekst("eigenaar", "Wie zorgt daarvoor?").Verplicht(),
        Kernvraag.Datum("datum", "Wanneer is het zover?").Verplicht(),
    ], Kernvraag.GeenRegels);
}
