using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>What is left for maatwerk, per hulpvraag and person: nature, extent, weight, form, and why nothing lighter will do (art. 2.3.5 l3 Wmo 2015).</summary>
public static class Maatwerkrijen
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "maatwerkrijen";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Hulpvraag("hulpvraag", "Welke hulpvraag?").Verplicht(),
        Kernvraag.Persoon("persoon", "Voor wie?").Verplicht(),
        Kernvraag.LangeTekst("wat", "Wat is er nodig?").Verplicht(),
        Kernvraag.Product("product", "Welk product is dat?").Feit(),
        Kernvraag.Omvang("omvang", "Hoeveel blijft er over?").Verplicht(),
        Kernvraag.Keuze("zwaarte", "Hoe zwaar is de ondersteuning?", ("licht", "Licht"), ("midden", "Gemiddeld"), ("zwaar", "Zwaar")).Verplicht().Feit(),
        Kernvraag.Keuze("vorm", "Hoe wil de inwoner het krijgen?", ("natura", "Via een aanbieder"), ("pgb", "Met een eigen budget (pgb)")).Verplicht().Feit(),
        Kernvraag.LangeTekst("motivering", "Waarom kan het niet lichter?"),
        Kernvraag.LangeTekst("omgeving", "Hoe wordt de omgeving hier sterker van?"),
    ], Kernvraag.GeenRegels);
}
