using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>From melding to behandelaar.</summary>
static class Toegangsstappen
{
    const string Categorie = "Melding";

    public static readonly Stap EersteBeoordeling = new(
        "EersteBeoordeling", Categorie, "Eerste beoordeling", "We kijken dezelfde dag wat er nodig is. Zo hoeft niemand te wachten of langs verschillende loketten.",
        [
            new("Onderzoek", "Onderzoek", "We bevestigen de melding en gaan in gesprek."),
            new("Spoed", "Spoed", "Er komt meteen tijdelijke hulp. Het onderzoek gaat gewoon door."),
            new("Vraag beantwoord", "Vraag beantwoord", "De inwoner wil geen melding. We stoppen hier."),
            new("Elders", "Elders beter geholpen", "We dragen de inwoner warm over."),
        ])
    {
        Waarde = "U hoort dezelfde dag of er meteen iets nodig is.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, eerste lid", "Wmo 2015, artikel 2.3.3", "P10", "P33"],
        Formulier = "eerste-beoordeling",
        Leest = [Leesveld.Moet("wilGeenMelding", VeldSoort.JaNee), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Adres = Taakadres.Wijkteam,
        Termijn = "1 werkdag",
        Escalatie = Taakadres.Teammanager,
        // A melding may only be let go by the inwoner himself: every melding has a right to an onderzoek.
        Bezwaren = s => s.Uitkomst == "Vraag beantwoord" && !s.JaNee("wilGeenMelding") ? [s.Antwoorden.Weiger("wilGeenMelding", Huishoudcode.MeldingNietIngetrokken)] : [],
        Feiten = s => [new MeldingBeoordeeld(s.Id, s.Uitkomst, s.Inhoud("toelichting"), s.Vandaag)],
    };

    public static readonly Stap WarmeOverdracht = new(
        "WarmeOverdracht", Categorie, "Warm overdragen", "We brengen de inwoner zelf in contact en horen dat de ander het overneemt. Niemand gaat van het kastje naar de muur.",
        [new("Aangenomen", "Aangenomen", "De ander helpt verder. We stoppen hier."), new("Niet aangenomen", "Niet aangenomen", "We beoordelen de melding opnieuw.")])
    {
        Waarde = "U hoeft uw verhaal niet opnieuw te zoeken: wij bellen zelf met wie u verder helpt.",
        Bronnen = ["P10"],
        Formulier = "warme-overdracht",
        Leest = [Leesveld.Moet("naar", VeldSoort.Tekst), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Adres = Taakadres.Wijkteam,
        Termijn = "5 werkdagen",
        Feiten = s => [new WarmOvergedragen(s.Id, s.Inhoud("naar") ?? Content.Of(s.Id, "naar", ""), s.Uitkomst == "Aangenomen", s.Inhoud("toelichting"), s.Vandaag)],
    };

    public static readonly Stap OntvangstBevestigen = new(
        "OntvangstBevestigen", Categorie, "Ontvangst bevestigen en behandelaar kiezen",
        "De inwoner krijgt een brief met de data, de gratis clientondersteuning en het persoonlijk plan. En één medewerker die zijn vaste gezicht is.", Stap.Klaar)
    {
        Waarde = "U weet wie u kunt bellen, wat uw rechten zijn en wanneer het onderzoek klaar is.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, eerste tot en met derde lid", "K5", "P11"],
        Formulier = "ontvangst-bevestigen",
        Leest =
        [
            Leesveld.Moet("behandelaar", VeldSoort.Medewerker), Leesveld.MoetKeuze<Kanaal>("kanaal"), Leesveld.Moet("verzondenOp", VeldSoort.Datum),
        ],
        Brief = "ontvangstbevestiging",
        Adres = Taakadres.Wijkteam,
        Termijn = "2 werkdagen",
        Escalatie = Taakadres.Teammanager,
        Feiten = s =>
        [
            new OntvangstBevestigd(s.Id, s.Antwoorden.Keuze<Kanaal>("kanaal"), s.Dag("verzondenOp")),
            .. s.Medewerker("behandelaar") is { } behandelaar ? new object[] { new BehandelaarToegewezen(s.Id, behandelaar, null, s.Vandaag) } : [],
        ],
        Bezwaren = s => s.Tekst("behandelaar") is null && s.Dossier.Behandelaar is null ? [s.Antwoorden.Weiger("behandelaar", Huishoudcode.BehandelaarOntbreekt, s.Id.Text)] : [],
    };
}
