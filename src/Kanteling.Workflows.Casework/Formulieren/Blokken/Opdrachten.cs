using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>Which aanbieder delivers which support, and from when (seed C6).</summary>
public static class Opdrachten
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "opdrachten";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Ondersteuning("ondersteuning", "Welke ondersteuning?").Verplicht().Feit(),
        Kernvraag.Aanbieder("aanbieder", "Welke aanbieder?").Verplicht().Feit(),
        Kernvraag.Datum("start", "Wanneer begint het?").Verplicht().Feit(),
    ], Kernvraag.GeenRegels);
}
