using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>What a decision says of each support. What is refused has its reason (art. 3:46 Awb); the extent is looked at by the step itself.</summary>
public static class Besluitregels
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "besluitregels";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Ondersteuning("ondersteuning", "Welke ondersteuning?").Verplicht().Feit(),
        Kernvraag.JaNee("toegekend", "Kennen we dit toe?").Verplicht().Feit(),
        Kernvraag.Keuze("vorm", "In welke vorm?", ("natura", "Via een aanbieder"), ("pgb", "Met een eigen budget (pgb)")).Feit(),
        Kernvraag.Omvang("omvang", "Hoeveel?"),
        Kernvraag.Datum("ingang", "Vanaf wanneer?").Feit(),
        Kernvraag.Datum("einde", "Tot en met wanneer?").Feit(),
        Kernvraag.LangeTekst("motivering", "Waarom?"),
    ], Regels);

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject rij)
    {
        string[] nodig = Waarde.JaNee(rij["toegekend"]) switch { true => ["vorm", "ingang"], false => ["motivering"], _ => [] };
        return nodig.Where(veld => !rij.IsIngevuld(veld)).Select(Kernvraag.Ontbreekt);
    }
}
