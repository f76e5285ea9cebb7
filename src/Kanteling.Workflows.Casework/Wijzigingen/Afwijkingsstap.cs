using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>A term of the law has passed. Not to find who is to blame: what is explained can be learned from, what is not stays visible.</summary>
static class Afwijkingsstap
{
    public static readonly Stap AfwijkingVerklaren = new(
        "AfwijkingVerklaren", "Wijziging", "Termijn voorbij: hoe kwam dat?", "Een termijn van de wet is voorbij. De teammanager legt uit hoe dat kwam en wat er nu gebeurt. Het gaat niet om schuld.", Stap.Klaar)
    {
        Waarde = "De gemeente kijkt waarom het te lang duurde, en doet er iets aan.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, eerste lid", "P34"],
        Formulier = "afwijking-verklaren",
        Leest =
        [
            Leesveld.MoetKeuze<Vertragingsoorzaak>("oorzaak"), Leesveld.Moet("toelichting", VeldSoort.LangeTekst), Leesveld.Mag("maatregel", VeldSoort.LangeTekst),
            Leesveld.Mag("verwacht", VeldSoort.Datum),
        ],
        Adres = Taakadres.Teammanager,
        Termijn = "5 werkdagen",
        Herinnering = 2,
        OokNaOverlijden = true,
        Vanzelf = s => Onverklaard(s) is null ? "Done" : null,
        Feiten = s => Onverklaard(s) is not { } afwijking ? [] :
        [
            new AfwijkingVerklaard(
                s.Id, afwijking.Termijn, s.Antwoorden.Keuze<Vertragingsoorzaak>("oorzaak") ?? Vertragingsoorzaak.Anders, s.Inhoud("toelichting") ?? Content.Of(s.Id, "toelichting", ""), s.Inhoud("maatregel"), s.Antwoorden.Dag("verwacht"), s.Door, s.Vandaag),
        ],
    };

    /// <summary>The first that waits for an explanation; null when none does.</summary>
    static Afwijking? Onverklaard(Invulling s) => s.Dossier.Afwijkingen.FirstOrDefault(a => a.Verklaring is null);
}
