using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Aandachtspunten;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>Who holds it together, the plan, the written account, and what the inwoner says to it.</summary>
static class Planstappen
{
    const string Categorie = "Plan";

    public static readonly Stap CasusregieBeleggen = new(
        "CasusregieBeleggen", Categorie, "Casusregie beleggen", "Bij meer dan één vraag of partij houdt één persoon het plan bij elkaar. Dat kan een professional zijn, maar ook de inwoner of iemand uit zijn netwerk.",
        [new("Belegd", "Belegd", "Deze persoon wordt casusregisseur van het huishouden."), new("Behandelaar volstaat", "Eén vraag, de behandelaar volstaat", "Er komt geen casusregisseur.")])
    {
        Waarde = "Eén gezin, één plan, en één iemand die het overzicht heeft.",
        Bronnen = ["R1", "R2", "R4", "R5", "R6"],
        Formulier = "casusregie-beleggen",
        Leest =
        [
            Leesveld.Moet("soort", VeldSoort.Keuze), Leesveld.Moet("medewerker", VeldSoort.Medewerker), Leesveld.Moet("persoon", VeldSoort.Persoon),
            Leesveld.Moet("naam", VeldSoort.Tekst), Leesveld.Moet("contactpersoon", VeldSoort.Medewerker), Leesveld.Moet("vervangt", VeldSoort.JaNee),
            Leesveld.Moet("reden", VeldSoort.LangeTekst), Leesveld.MagKeuze<Levensdomein>("primaat"),
        ],
        Termijn = Taaktermijn.Dossier,
        OokNaOverlijden = true,
        Bezwaren = s => s.Uitkomst == "Belegd" ? Belegbezwaren(s) : Volstaatbezwaren(s),
        Feiten = s => s.Uitkomst == "Belegd"
            ? [new CasusregieBelegd(s.Id, Soort(s), s.Medewerker("medewerker"), s.Antwoorden.Id<PersoonId>("persoon"), s.Inhoud("naam"), s.Medewerker("contactpersoon"), s.Antwoorden.Keuze<Levensdomein>("primaat"), s.Vandaag)]
            : [new CasusregieNietNodig(s.Id, s.Inhoud("reden"), s.Vandaag)],
    };

    static Regiesoort Soort(Invulling s) => s.Antwoorden.Keuze<Regiesoort>("soort") ?? Regiesoort.Professional;

    static IEnumerable<Refusal> Belegbezwaren(Invulling s)
    {
        if (s.Huishouden.Casusregisseur is not null && !s.JaNee("vervangt"))
            yield return s.Antwoorden.Weiger("vervangt", Huishoudcode.CasusregieAlBelegd);
        if (Soort(s) == Regiesoort.Professional && s.Tekst("medewerker") is null)
            yield return s.Antwoorden.Weiger("medewerker", Huishoudcode.CasusregisseurOntbreekt);
        if (Soort(s) == Regiesoort.Inwoner && s.Tekst("persoon") is null)
            yield return s.Antwoorden.Weiger("persoon", Huishoudcode.CasusregisseurOntbreekt);
        if (Soort(s) == Regiesoort.Netwerk && s.Tekst("naam") is null)
            yield return s.Antwoorden.Weiger("naam", Huishoudcode.CasusregisseurOntbreekt);
        if (Soort(s) != Regiesoort.Professional && s.Tekst("contactpersoon") is null)
            yield return s.Antwoorden.Weiger("contactpersoon", Huishoudcode.CasusregieZonderContactpersoon);
    }

    /// <summary>With more than one law or person asked for, doing without a casusregisseur needs a reason.</summary>
    static IEnumerable<Refusal> Volstaatbezwaren(Invulling s)
    {
        var vragen = s.Huishouden.Hulpvragen.Where(v => !v.Vervallen).ToList();
        var meer = vragen.Select(v => v.Wet).Distinct().Count() > 1 || vragen.Select(v => v.Persoon).Distinct().Count() > 1;
        return meer && s.Huishouden.Casusregisseur is null && s.Tekst("reden") is null ? [s.Antwoorden.Weiger("reden", Huishoudcode.CasusregieNodig)] : [];
    }

    public static readonly Stap Ondersteuningsplan = new(
        "Ondersteuningsplan", Categorie, "Ondersteuningsplan", "Eén plan voor het hele huishouden: wat er beter wordt, wie wat doet, en wat we daarna weer kunnen laten. De inwoner is eigenaar van het plan.", Stap.Klaar)
    {
        Waarde = "Het is uw plan. U vult het zelf aan en zegt of u het ermee eens bent.",
        Bronnen = ["K9", "K10", "K11", "K13", "B1", "B2", "P14", "P28", "P31", "L4", "L6", "A1"],
        Formulier = "ondersteuningsplan",
        Leest =
        [
            Leesveld.Blok(Resultaten.Naam, Leesveld.MagKeuze<Planeffect>(Planvelden.Effect)), Leesveld.Moet("afspraken", VeldSoort.LangeTekst),
            Leesveld.Mag("mantelzorg", VeldSoort.LangeTekst), Leesveld.Mag(Planvelden.Basis, VeldSoort.LangeTekst),
            Leesveld.Mag(Planvelden.Omgeving, VeldSoort.LangeTekst), Leesveld.MagKeuze<Planoverleg>(Planvelden.Overleg),
            Leesveld.Mag(Planvelden.Reactie, VeldSoort.LangeTekst),
        ],
        Adres = Taakadres.Casusregisseur,
        Termijn = Taaktermijn.Dossier,
        Aandacht = (h, dossier, formulier, antwoorden, op) => Planregels.Van(h, dossier, Planinhoud.Lees(formulier, antwoorden), op),
        Feiten = s => [Vastgesteld(s), .. Voorstellen(s)],
    };

    static OndersteuningsplanVastgesteld Vastgesteld(Invulling s) =>
        new(s.Id, [.. s.Blok(Resultaten.Naam).Select(Resultaat)], s.Inhoud("afspraken"), s.Inhoud("mantelzorg"), s.Vandaag)
        {
            Aandachtspunten = s.Formulier is { } formulier ? Aandachtspunt.Bewaard(s.Id, Planregels.Van(s.Huishouden, s.Id, Planinhoud.Lees(formulier, s.Antwoorden.Json), s.Vandaag)) : null,
            Reactie = s.Inhoud(Planvelden.Reactie),
            Overleg = s.Antwoorden.Keuze<Planoverleg>(Planvelden.Overleg),
        };

    static Planresultaat Resultaat(Antwoorden rij) =>
        new(rij.Id<PersoonId>("persoon")!.Value, rij.Keuze<Levensdomein>("levensdomein")!.Value, rij.Inhoud("resultaat")!, rij.Inhoud("eigenaar")!, rij.Dag("datum")) { Effect = rij.Keuze<Planeffect>(Planvelden.Effect) };

    /// <summary>
    /// What was weighed becomes what is tried: every contribution that somebody gives, and the maatwerk that is left. What
    /// the inwoner and his housemates do themselves is no support (seed C2).
    /// </summary>
    static IEnumerable<object> Voorstellen(Invulling s)
    {
        foreach (var oud in s.Huishouden.OndersteuningVan(s.Id).Where(o => o.Status == Ondersteuningsstatus.Voorgesteld))
            yield return new VoorstelVervallen(oud.Id, s.Vandaag);
        using var ids = s.Huishouden.NieuweOndersteuning().GetEnumerator();
        foreach (var (stap, rij) in s.Onderzoek.Overwegingen.SelectMany(o => o.Rijen.Where(r => r.DraagtBij && !s.Huishouden.IsOverleden(r.Persoon)).Select(r => (o.Stap, r))))
        {
            if (Vorm(rij.Soort) is { } vorm && ids.MoveNext())
                yield return new OndersteuningVoorgesteld(ids.Current, s.Id, rij.Persoon, rij.Hulpvraag, stap.Cirkel(), vorm, rij.WatDoet, rij.Wie, rij.Omvang, null, s.Vandaag);
        }
        foreach (var rij in (s.Onderzoek.Maatwerk?.Rijen ?? []).Where(r => !s.Huishouden.IsOverleden(r.Persoon)))
        {
            if (ids.MoveNext())
            {
                yield return new OndersteuningVoorgesteld(
                    ids.Current, s.Id, rij.Persoon, rij.Hulpvraag, Ondersteuningscirkel.Maatwerkvoorziening, rij.Vorm, rij.Wat, null, rij.Omvang, rij.Zwaarte, s.Vandaag) { Product = rij.Product };
            }
        }
    }

    static Ondersteuningsvorm? Vorm(Bijdragesoort soort) => soort switch
    {
        Bijdragesoort.Mantelzorg or Bijdragesoort.Netwerk => Ondersteuningsvorm.Netwerk,
        Bijdragesoort.AlgemeneVoorziening or Bijdragesoort.Wijkteam => Ondersteuningsvorm.Algemeen,
        Bijdragesoort.Voorliggend => Ondersteuningsvorm.AndereWet,
        Bijdragesoort.EigenKracht or Bijdragesoort.AlgemeenGebruikelijk or Bijdragesoort.GebruikelijkeHulp => null,
    };

    public static readonly Stap Verslag = new(
        "Verslag", Categorie, "Verslag verstrekken", "De inwoner krijgt op papier wat we samen hebben gevonden, met zijn eigen opmerkingen erbij. Dan stopt de klok van zes weken.", Stap.Klaar)
    {
        Waarde = "U krijgt op papier wat we samen hebben gevonden.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, achtste lid", "K11"],
        Onomkeerbaar = true,
        Formulier = "verslag",
        Leest =
        [
            Leesveld.Moet("verzondenOp", VeldSoort.Datum), Leesveld.MoetKeuze<Kanaal>("kanaal"), Leesveld.Mag("opmerkingen", VeldSoort.LangeTekst),
            Leesveld.Mag("akkoord", VeldSoort.JaNee),
        ],
        Brief = "verslag",
        Termijn = Taaktermijn.Dossier,
        Herinnering = 5,
        Escalatie = Taakadres.Teammanager,
        Feiten = s => [new VerslagVerstrekt(s.Id, s.Antwoorden.Keuze<Kanaal>("kanaal"), s.Inhoud("opmerkingen"), s.Antwoorden.JaNeeOfNiets("akkoord"), s.Dag("verzondenOp"))],
    };

    public static readonly Stap ReactieInwoner = new(
        "ReactieInwoner", Categorie, "Reactie van de inwoner", "De inwoner leest het verslag en zegt wat hij wil. Hij mag altijd een aanvraag doen, ook later.",
        [
            new("Aanvraag", "De inwoner doet een aanvraag", "We maken een besluit. Dat duurt hooguit twee weken."),
            new("Geen aanvraag", "Er is geen aanvraag nodig", "We starten wat in het plan staat."),
            new("Geen reactie", "Geen reactie", "We starten wat in het plan staat. De inwoner kan nog steeds een aanvraag doen."),
            new("Gesprek opnieuw", "De inwoner wil opnieuw in gesprek", "We kijken opnieuw naar de hulpvragen."),
        ])
    {
        Waarde = "U beslist zelf of u een aanvraag doet. Ook later mag dat nog.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, negende lid", "CRVB:2018:2013"],
        Formulier = "reactie-inwoner",
        Leest = [Leesveld.Mag("opmerkingen", VeldSoort.LangeTekst)],
        Termijn = "P2W",
        Herinnering = 7,
        WegNaTermijn = "Geen reactie",
        Feiten = s => [new ReactieOntvangen(s.Id, s.Uitkomst, s.Inhoud("opmerkingen"), s.Vandaag)],
        NaTermijn = s => [new ReactieOntvangen(s.Id, "Geen reactie", null, s.Vandaag)],
    };
}
