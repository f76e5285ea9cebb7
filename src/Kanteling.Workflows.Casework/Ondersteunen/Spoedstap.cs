using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>Help at once, while the onderzoek goes on.</summary>
static class Spoedstap
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
            Leesveld.Moet("aanbieder", VeldSoort.Aanbieder), Leesveld.Moet("start", VeldSoort.Datum), Leesveld.Moet("einde", VeldSoort.Datum),
            Leesveld.Moet("motivering", VeldSoort.LangeTekst), Leesveld.Mag("reden", VeldSoort.LangeTekst), Leesveld.Mag("product", VeldSoort.Product),
        ],
        Termijn = "1 werkdag",
        Escalatie = Taakadres.Teammanager,
        Vooraf = s => new() { ["persoon"] = s.Dossier.Client.Text },
        Bezwaren = s => s.Uitkomst == "Gestart" ? Bezwaren(s) : [],
        Feiten = s => s.Uitkomst == "Gestart"
            ?
            [
                new SpoedvoorzieningGetroffen(
                    s.Huishouden.NieuweOndersteuning().First(), s.Id, s.Antwoorden.Id<PersoonId>("persoon") ?? s.Dossier.Client, s.Inhoud("wat") ?? Content.Of(s.Id, "wat", ""), s.Antwoorden.Omvang("omvang")!,
                    s.Aanbieder("aanbieder")!, s.Dag("start"), s.Dag("einde"), s.Inhoud("motivering") ?? Content.Of(s.Id, "motivering", ""), s.Door, s.Vandaag)
                {
                    Contract = Leveringsstappen.Contractperiode(s, s.Tekst("aanbieder"), s.Dag("start")),
                    Agb = Leveringsstappen.Agb(s, s.Tekst("aanbieder")),
                    Product = s.Product(s.Antwoorden, "product"),
                },
            ]
            : [new SpoedNietNodig(s.Id, s.Inhoud("reden"), s.Vandaag)],
    };

    static IEnumerable<Refusal> Bezwaren(Invulling s)
    {
        if (s.Antwoorden.Omvang("omvang") is null)
            yield return s.Antwoorden.Weiger("omvang", Besluitcode.BesluitZonderOmvang);
        if (s.Antwoorden.Dag("einde") is not { } einde || einde < s.Dag("start"))
            yield return s.Antwoorden.Weiger("einde", Ondersteuningscode.SpoedZonderEinde);
        if (Leveringsstappen.Contract(s, s.Antwoorden, "aanbieder", s.Dag("start")) is { } bezwaar)
            yield return bezwaar;
        if (s.ProductVoorbij(s.Antwoorden, "product", s.Dag("start")) is { } voorbij)
            yield return voorbij;
    }
}
