using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>Help at once, and a task that a process owner words himself.</summary>
static class Overigestappen
{
    public static readonly Stap Spoedvoorziening = new(
        "Spoedvoorziening", "Spoed", "Spoedvoorziening", "Wie niet kan wachten, krijgt meteen tijdelijke hulp. Besluit en opdracht leggen we in één keer vast. Het onderzoek gaat gewoon door.",
        [new("Gestart", "Hulp is gestart", "De inwoner krijgt het besluit op papier."), new("Niet nodig", "Spoed is niet nodig", "Het gewone onderzoek gaat door.")])
    {
        Waarde = "U krijgt vandaag hulp. Wat daarna nodig is, zoeken we rustig met u uit.",
        Bronnen = ["Wmo 2015, artikel 2.3.3", "P30"],
        Onomkeerbaar = true,
        Formulier = "spoedvoorziening",
        Leest =
        [
            Leesveld.Moet("persoon", VeldSoort.Persoon), Leesveld.Moet("wat", VeldSoort.LangeTekst), Leesveld.MoetOmvang("omvang"),
            Leesveld.Moet("aanbieder", VeldSoort.Voorziening), Leesveld.Moet("start", VeldSoort.Datum), Leesveld.Moet("einde", VeldSoort.Datum),
            Leesveld.Moet("motivering", VeldSoort.LangeTekst), Leesveld.Mag("reden", VeldSoort.LangeTekst),
        ],
        Termijn = "1 werkdag",
        Escalatie = Taakadres.Teammanager,
        Vooraf = s => new() { ["persoon"] = s.Dossier.Client },
        Bezwaren = s => s.Uitkomst == "Gestart" ? Bezwaren(s) : [],
        Feiten = s => s.Uitkomst == "Gestart"
            ?
            [
                new SpoedvoorzieningGetroffen(
                    s.Huishouden.NieuweOndersteuning().First(), s.Id, s.Tekst("persoon") ?? s.Dossier.Client, s.Inhoud("wat") ?? Content.Of(s.Id, "wat", ""), s.Antwoorden.Omvang("omvang")!,
                    s.Tekst("aanbieder")!, s.Dag("start"), s.Dag("einde"), s.Inhoud("motivering") ?? Content.Of(s.Id, "motivering", ""), s.Door, s.Vandaag),
            ]
            : [new SpoedNietNodig(s.Id, s.Inhoud("reden"), s.Vandaag)],
    };

    static IEnumerable<Refusal> Bezwaren(Invulling s)
    {
        if (s.Antwoorden.Omvang("omvang") is null)
            yield return s.Antwoorden.Weiger("omvang", Huishoudcode.BesluitZonderOmvang);
        if (s.Antwoorden.Dag("einde") is not { } einde || einde < s.Dag("start"))
            yield return s.Antwoorden.Weiger("einde", Huishoudcode.SpoedZonderEinde);
        if (Leveringsstappen.Contract(s, s.Antwoorden, "aanbieder", s.Dag("start")) is { } bezwaar)
            yield return bezwaar;
    }

    public static readonly Stap Verzenden = new(
        "Verzenden", "Overig", "Brief verzenden", "Wat is afgesproken of besloten, krijgt de inwoner ook op papier. Verzenden is iets anders dan maken: de dag telt.", Stap.Klaar)
    {
        Bronnen = ["Awb, artikel 3:40, 3:41 en 3:45", "P36"],
        Waarde = "U hebt op papier wat er is besloten of afgesproken, met de data erbij.",
        Onomkeerbaar = true,
        Formulier = "verzenden",
        Leest = [Leesveld.Moet("verzondenOp", VeldSoort.Datum), Leesveld.Moet("kanaal", VeldSoort.Keuze)],
        BriefNodig = true,
        Termijn = "5 werkdagen",
        Escalatie = Taakadres.Teammanager,
    };

    public static readonly Stap VrijeTaak = new(
        "VrijeTaak", "Overig", "Taak", "Een taak die u zelf beschrijft, met uitkomsten die u zelf kiest.", Stap.Klaar)
    {
        Waarde = "Er is ruimte voor wat bij u past, ook als het niet in een vaste stap staat.",
        Bronnen = ["P26"],
        OokNaOverlijden = true,
        EigenUitkomsten = true,
        // Who asks for a task says what it is about; that goes in an answer, because a title is never erased.
        Vooraf = s => s.Formulier?.Velden.Any(v => v.Id == "wat") == true && s.Context.Instance.Input.AsObject()["toelichting"] is { } wat ? new() { ["wat"] = wat.DeepClone() } : [],
        EigenInvoer = [new InputDescriptor("Uitkomsten", "String[]", "Uitkomsten", "Waar de taak op uit kan komen.", InputDescriptor.DynamicOutcomes, DefaultSyntax: "Object")],
    };
}
