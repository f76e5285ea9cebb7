using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren.Blokken;

/// <summary>
/// Per support: did it start, when is it looked at again, when does it end, and how does it become lighter (seeds P25, A2).
/// Or it is structureel, with the reason and the day on which that is asked again (A3).
/// </summary>
public static class Afspraken
{
    /// <summary>Name of the block.</summary>
    public const string Naam = "afspraken";

    internal static Vragenblok Blok { get; } = new(Naam, VeldSoort.Lijst,
    [
        Kernvraag.Ondersteuning("ondersteuning", "Welke ondersteuning?").Verplicht().Feit(),
        Kernvraag.JaNee("gestart", "Is het begonnen?").Verplicht().Feit(),
        Kernvraag.Datum("start", "Sinds wanneer?").Feit(),
        Kernvraag.LangeTekst("waaromNiet", "Waarom is het niet begonnen?"),
        Kernvraag.Datum("evaluatie", "Wanneer kijken we of het helpt?").Feit(),
        Kernvraag.Datum("einde", "Wat is de laatste dag?").Feit(),
        Kernvraag.LangeTekst("afschaalplan", "Hoe wordt het daarna lichter?"),
        Kernvraag.JaNee("structureel", "Blijft het altijd nodig?").Feit(),
        Kernvraag.LangeTekst("structureelReden", "Waarom blijft het nodig?"),
    ], Regels);

    static IEnumerable<(string Veld, Zin Zin)> Regels(JsonObject rij)
    {
        if (Waarde.JaNee(rij["gestart"]) != true)
            return [];
        string[] nodig = Waarde.JaNee(rij["structureel"]) == true ? ["start", "evaluatie", "structureelReden"] : ["start", "evaluatie"];
        return nodig.Where(veld => !rij.IsIngevuld(veld)).Select(Kernvraag.Ontbreekt);
    }
}
