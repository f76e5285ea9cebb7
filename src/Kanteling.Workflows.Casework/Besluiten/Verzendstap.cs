using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Besluiten;

/// <summary>Sending on paper what was agreed or decided.</summary>
static class Verzendstap
{
    public static readonly Stap Verzenden = new(
        "Verzenden", "Overig", "Brief verzenden", "Wat is afgesproken of besloten, krijgt de inwoner ook op papier. Verzenden is iets anders dan maken: de dag telt.", Stap.Klaar)
    {
        Bronnen = ["Awb, artikel 3:40, 3:41 en 3:45", "P36"],
        Waarde = "U hebt op papier wat er is besloten of afgesproken, met de data erbij.",
        Onomkeerbaar = true,
        Formulier = "verzenden",
        Leest = [Leesveld.Moet("verzondenOp", VeldSoort.Datum), Leesveld.MoetKeuze<Kanaal>("kanaal")],
        BriefNodig = true,
        Termijn = "5 werkdagen",
        Escalatie = Taakadres.Teammanager,
    };
}
