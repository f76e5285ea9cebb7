using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>What somebody wants to be able to do again, what hinders it, and the whole need before anything is taken off (seed P6; CRVB:2018:819, step 3).</summary>
public static class Hulpvragen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "hulpvragen";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Persoon("persoon", "Voor wie?").Verplicht(),
        Kernvraag.LangeTekst("vraag", "Wat wil deze persoon weer kunnen?").Verplicht(),
        Kernvraag.LangeTekst("belemmering", "Wat houdt dat tegen?").Verplicht(),
        Kernvraag.LangeTekst("gewenstResultaat", "Wanneer is het goed?").Verplicht(),
        Kernvraag.Omvang("omvang", "Hoeveel is er in totaal nodig?").Verplicht(),
    ], Kernvraag.GeenRegels);
}
