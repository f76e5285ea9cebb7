using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>Who stands around a person, what they can do and where it ends (seed C3).</summary>
public static class Netwerkkaart
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "netwerkkaart";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Tekst("wie", "Wie?").Verplicht(),
        Kernvraag.Tekst("band", "Hoe kent u elkaar?").Verplicht(),
        Kernvraag.LangeTekst("watKan", "Wat kan deze persoon doen?"),
        Kernvraag.LangeTekst("grens", "Wat is te veel?"),
    ], Kernvraag.GeenRegels);
}
