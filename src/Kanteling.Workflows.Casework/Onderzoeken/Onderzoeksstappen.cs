using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;
using Blokken = Kanteling.Workflows.Casework.Formulieren.Blokken;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>What is known, the talk at the kitchen table, and what the question is.</summary>
static class Onderzoeksstappen
{
    const string Categorie = "Onderzoek";

    public static readonly Stap Vooronderzoek = new(
        "Vooronderzoek", Categorie, "Wat we al weten", "We kijken wat de gemeente al weet en mag gebruiken. Dan hoeft de inwoner zijn verhaal maar één keer te vertellen.", Stap.Klaar)
    {
        Waarde = "U hoeft uw verhaal niet opnieuw te vertellen.",
        Bronnen = ["Wmo 2015, artikel 2.3.4", "Wmo 2015, artikel 2.3.2, vierde lid, onder f", "Wmo 2015, artikel 2.3.5, zesde lid", "K8", "L15"],
        Formulier = "vooronderzoek",
        Leest =
        [
            Leesveld.Moet("identiteitVastgesteld", VeldSoort.JaNee), Leesveld.MagKeuze<Identiteitsbewijs>("document"), Leesveld.MoetKeuze<WlzStand>("wlz"),
            Leesveld.Mag("bevindingen", VeldSoort.LangeTekst), Leesveld.Mag("nietDoorgeven", VeldSoort.LangeTekst),
        ],
        Termijn = Taaktermijn.Dossier,
        Feiten = s =>
        [
            new VooronderzoekGedaan(s.Id, s.JaNee("identiteitVastgesteld"), s.Antwoorden.Keuze<Identiteitsbewijs>("document"), s.Antwoorden.Keuze<WlzStand>("wlz") ?? WlzStand.Geen, s.Inhoud("bevindingen"), s.Inhoud("nietDoorgeven"), s.Vandaag),
        ],
    };

    public static readonly Stap Keukentafelgesprek = new(
        "Keukentafelgesprek", Categorie, "Keukentafelgesprek", "Een gesprek over het hele leven, niet over voorzieningen. Eerst wat goed gaat en wat iemand kan, dan wat niet meer lukt.", Stap.Klaar)
    {
        Waarde = "We praten eerst over uw leven en wat u belangrijk vindt, en daarna over wat er kan.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, vierde lid, onder a en d", "K1", "K2", "K3", "P5", "P21"],
        Formulier = "keukentafelgesprek",
        Leest =
        [
            Leesveld.Moet("gesprekOp", VeldSoort.Datum), Leesveld.Moet("draagkrachtgrens", VeldSoort.JaNee),
            Leesveld.Moet("mantelzorgerGehoord", VeldSoort.Keuze), Leesveld.MagKeuze<Aanbodantwoord>("clientondersteuningInwoner"),
            Leesveld.MagKeuze<Aanbodantwoord>("clientondersteuningMantelzorger"),
        ],
        Leidraad = "gesprek",
        Termijn = Taaktermijn.Dossier,
        Herinnering = 7,
        Escalatie = Taakadres.Teammanager,
        Vooraf = Verteld,
        Bezwaren = s => [.. Contactstappen.Clientondersteuning(s), .. TeVroeg(s)],
        Feiten = s =>
        [
            .. Contactstappen.Aangeboden(s),
            new KeukentafelgesprekGevoerd(
                s.Id, Content.Of(s.Id, "gesprek", s.Antwoorden.Json.DeepClone()), s.Tekst("mantelzorgerGehoord") is "ja" or "geenMantelzorger", s.JaNee("draagkrachtgrens"), s.Dag("gesprekOp"))
            {
                Leidraad = Taakleidraad.Verwijzing(s),
            },
        ],
    };

    /// <summary>What does not belong to the talk itself: its day, who was there, and the offers that are made anew.</summary>
    static readonly string[] NietOvergenomen = ["gesprekOp", "aanwezig", "planGebruikt", "clientondersteuningInwoner", "clientondersteuningMantelzorger"];

    /// <summary>What was told in the dossier that this one goes on from, of the same client: the story is told once.</summary>
    static JsonObject Verteld(Invulling s)
    {
        if (s.Onderzoek.Gesprek is not null || s.Huishouden.Dossier(s.Dossier.Vervolg?.Dossier) is not { Onderzoek.Gesprek: { } gesprek } vorig || vorig.Client != s.Dossier.Client || s.Formulier is not { } formulier)
            return [];
        return new JsonObject(gesprek.Antwoorden.AsObject().Where(a => !NietOvergenomen.Contains(a.Key) && formulier.Velden.Any(v => v.Id == a.Key)).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
    }

    /// <summary>Seven days for the inwoner's own plan, unless it came in or was waived.</summary>
    static IEnumerable<Refusal> TeVroeg(Invulling s)
    {
        var laatste = Termijn.Bereken(s.Dossier.Ontvangen, s.Dossier.Regels.Termijn(TermijnId.PersoonlijkPlan), s.Kalender).LaatsteDag;
        return s.Onderzoek.PersoonlijkPlan is null && s.Dag("gesprekOp") <= laatste
            ? [s.Antwoorden.Weiger("gesprekOp", Huishoudcode.GesprekVoorZevendeDag, Schrijfwijze.Dag(laatste))]
            : [];
    }

    public static readonly Stap Hulpvragen = new(
        "Hulpvragen", Categorie, "Hulpvragen en resultaten", "Samen schrijven we op wat iemand weer wil kunnen, wat dat tegenhoudt, en hoeveel er in totaal nodig is. Nog zonder te kijken wie dat doet.",
        [
            new("Ondersteuning nodig", "Er is ondersteuning nodig", "We kijken cirkel voor cirkel wat er kan."),
            new("Gewoon leven", "Dit hoort bij het gewone leven", "Er is geen ondersteuning nodig. De inwoner krijgt het verslag."),
            new("Advies nodig", "Er is deskundig advies nodig", "We vragen advies en vullen dit daarna aan."),
        ])
    {
        Waarde = "We schrijven samen op wat er nu nodig is, in het geheel.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, vierde lid, onder a", "CRVB:2018:819", "P2", "P6", "P33"],
        Formulier = "hulpvragen",
        Leest = [Leesveld.Blok(Blokken.Hulpvragen.Naam, Leesveld.MagKeuze<Wet>("wet"))],
        Termijn = Taaktermijn.Dossier,
        Vooraf = s => Bekend(s) is { Count: > 0 } bekend ? new JsonObject { [Blokken.Hulpvragen.Naam] = new JsonArray([.. bekend.Select(Rij)]) } : [],
        Bezwaren = s => s.Uitkomst == "Ondersteuning nodig" && s.Blok(Blokken.Hulpvragen.Naam).Count == 0
            ? [Invulling.Weiger(s.Blokpad(Blokken.Hulpvragen.Naam), Huishoudcode.HulpvragenOntbreken)]
            : [],
        Feiten = s => s.Uitkomst == "Advies nodig" && s.Blok(Blokken.Hulpvragen.Naam).Count == 0 ? [] : [Nieuw(s)],
    };

    /// <summary>Those of an earlier talk lapse, and so does what was weighed for them.</summary>
    static HulpvragenVastgesteld Nieuw(Invulling s) => new(s.Id, Vastgesteld(s), s.Uitkomst, s.Vandaag)
    {
        Vervallen = [.. s.Hulpvragen.Select(v => v.Id)],
        VervallenWegingen = [.. s.Onderzoek.Overwegingen.Select(o => o.Stap)],
        MaatwerkVervalt = s.Onderzoek.Maatwerk is not null,
    };

    /// <summary>Those of this dossier, or else of the one that it goes on from: the story is told once.</summary>
    static IReadOnlyList<Hulpvraag> Bekend(Invulling s) =>
        s.Hulpvragen.Count > 0 || s.Dossier.Vervolg is not { } vervolg ? s.Hulpvragen : [.. s.Huishouden.HulpvragenVan(vervolg.Dossier)];

    static ImmutableArray<Hulpvraag> Vastgesteld(Invulling s) =>
    [
        .. s.Blok(Blokken.Hulpvragen.Naam).Zip(s.Huishouden.NieuweHulpvragen(), (rij, id) => new Hulpvraag(
            id, s.Id, rij.Id<PersoonId>("persoon")!.Value, rij.Keuze<Wet>("wet") ?? Wet.Wmo, rij.Inhoud("vraag")!, rij.Inhoud("belemmering"), rij.Inhoud("gewenstResultaat"), rij.Omvang("omvang")!)),
    ];

    static JsonNode Rij(Hulpvraag v) => new JsonObject
    {
        ["persoon"] = v.Persoon.Text,
        ["wet"] = v.Wet.Woord(),
        ["vraag"] = v.Vraag.AsString(),
        ["belemmering"] = v.Belemmering?.AsString(),
        ["gewenstResultaat"] = v.GewenstResultaat?.AsString(),
        ["omvang"] = Voorinvulling.Omvang(v.Omvang),
    };

    public static readonly Stap DeskundigAdvies = new(
        "DeskundigAdvies", Categorie, "Deskundig advies", "Soms is er kennis nodig die wij niet hebben. Dan vragen we een deskundige, en de inwoner krijgt het advies ook.", Stap.Klaar)
    {
        Waarde = "Is er kennis nodig die wij niet hebben, dan vragen we die.",
        Bronnen = ["CRVB:2018:819", "Awb, artikel 3:2"],
        Formulier = "deskundig-advies",
        Leest = [Leesveld.Moet("van", VeldSoort.Tekst), Leesveld.Moet("advies", VeldSoort.LangeTekst), Leesveld.Moet("ontvangenOp", VeldSoort.Datum)],
        Termijn = Taaktermijn.Dossier,
        Herinnering = 7,
        Feiten = s => [new DeskundigAdviesOntvangen(s.Id, s.Inhoud("van") ?? Content.Of(s.Id, "van", ""), s.Inhoud("advies") ?? Content.Of(s.Id, "advies", ""), s.Dag("ontvangenOp"))],
    };
}
