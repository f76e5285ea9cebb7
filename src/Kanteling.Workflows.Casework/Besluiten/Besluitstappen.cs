using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Besluiten;

/// <summary>From draft to bekendmaking. What a draft must hold stands in <see cref="Besluitbezwaren"/>.</summary>
static class Besluitstappen
{
    const string Categorie = "Besluit";

    public static readonly Stap BesluitOpstellen = new(
        "BesluitOpstellen", Categorie, "Besluit opstellen", "We schrijven op wat we toekennen, hoeveel, en waarom. De reden volgt uit de vier cirkels.",
        [
            new("Klaar", "Klaar om vast te stellen", "Een collega kijkt het na en stelt het vast."),
            new("Voornemen afwijzen", "We willen (deels) afwijzen of minder geven", "De inwoner mag eerst zeggen wat hij daarvan vindt."),
        ])
    {
        Waarde = "In het besluit leest u waarom, in gewone woorden.",
        Bronnen = ["Wmo 2015, artikel 2.3.5", "Awb, artikel 3:2, 3:46 en 4:8", "CRvB 8 oktober 2018", "B3"],
        Formulier = "besluit-opstellen",
        Leest =
        [
            Leesveld.Blok(Besluitregels.Naam), Leesveld.Moet("soort", VeldSoort.Keuze), Leesveld.Moet("motivering", VeldSoort.LangeTekst),
            Leesveld.Mag("zienswijzeNietNodig", VeldSoort.LangeTekst),
        ],
        Termijn = Taaktermijn.Dossier,
        Herinnering = 4,
        Escalatie = Taakadres.Teammanager,
        Vooraf = s => Voorinvulling.Rijen(Besluitregels.Naam, Voorgesteld(s).Select(o => Voorinvulling.Rij(
            ("ondersteuning", o.Id.Text), ("vorm", o.Vorm == Ondersteuningsvorm.Pgb ? "pgb" : "natura"), ("omvang", Voorinvulling.Omvang(o.Omvang)), ("ingang", Voorinvulling.Dag(o.Start)),
            ("einde", Voorinvulling.Dag(s.Dossier.Soort == DossierSoort.Herziening ? s.Huishouden.MetId(o.Vervangt)?.Einde : o.Einde))))),
        Bezwaren = Besluitbezwaren.Van,
        Feiten = s =>
        [
            new BesluitOpgesteld(
                s.Id, Besluitbezwaren.Soort(s), [.. s.Blok(Besluitregels.Naam).Select(Regel)], s.Inhoud("motivering") ?? Content.Of(s.Id, "motivering", ""), s.Door,
                s.Uitkomst == "Voornemen afwijzen", s.Vandaag),
        ],
    };

    static IEnumerable<Ondersteuning> Voorgesteld(Invulling s) => s.Huishouden.OndersteuningVan(s.Id).Where(o => o is
    {
        IsMaatwerk: true,
        Status: Ondersteuningsstatus.Voorgesteld or Ondersteuningsstatus.Loopt or Ondersteuningsstatus.Toegekend,
    });

    static Besluitregel Regel(Antwoorden rij) => new(
        rij.Id<OndersteuningId>("ondersteuning")!.Value, rij.JaNee("toegekend"), rij.Keuze<Ondersteuningsvorm>("vorm") ?? Ondersteuningsvorm.Natura, rij.Omvang("omvang"), rij.Dag("ingang"), rij.Dag("einde"),
        rij.Inhoud("motivering"));

    public static readonly Stap Zienswijze = new(
        "Zienswijze", Categorie, "Zienswijze vragen", "Voordat we afwijzen, mag de inwoner zeggen wat hij daarvan vindt. Dat kan ons besluit veranderen.", Stap.Klaar)
    {
        Waarde = "U kunt zeggen wat wij over het hoofd zien, voordat er een besluit is.",
        Bronnen = ["Awb, artikel 4:8"],
        Formulier = "zienswijze",
        Leest = [Leesveld.Moet("zienswijze", VeldSoort.LangeTekst), Leesveld.Moet("gegevenOp", VeldSoort.Datum)],
        Brief = "zienswijze",
        Termijn = Taaktermijn.Dossier,
        Herinnering = 2,
        Feiten = s => [new ZienswijzeOntvangen(s.Id, s.Inhoud("zienswijze"), s.Dag("gegevenOp"))],
    };

    public static readonly Stap Vaststellen = new(
        "Vaststellen", Categorie, "Besluit vaststellen", "Een tweede paar ogen: wie het besluit opstelde, stelt het niet zelf vast.",
        [new("Vastgesteld", "Vaststellen", "Het besluit kan naar de inwoner."), new("Terug", "Terug naar de opsteller", "De opsteller past het besluit aan.")])
    {
        Waarde = "Twee mensen hebben naar uw besluit gekeken.",
        Bronnen = ["Awb, afdeling 10.1.1", "P35"],
        Formulier = "vaststellen",
        Leest = [Leesveld.Moet("reden", VeldSoort.LangeTekst)],
        Adres = Taakadres.Kwaliteit,
        Termijn = Taaktermijn.Dossier,
        Herinnering = 2,
        Escalatie = Taakadres.Teammanager,
        Bezwaren = s => s.Dossier.Besluit is not { } besluit ? [Invulling.Weiger(null, Besluitcode.BesluitOntbreekt)]
            : s.Uitkomst == "Vastgesteld" && besluit.Opsteller == s.Door ? [Invulling.Weiger(null, Besluitcode.VaststellerIsOpsteller)]
            : [],
        Feiten = s => s.Uitkomst == "Vastgesteld"
            ? [new BesluitVastgesteld(s.Id, s.Door, s.Vandaag)]
            : [new BesluitTeruggegeven(s.Id, s.Door, s.Inhoud("reden") ?? Content.Of(s.Id, "reden", ""), s.Vandaag)],
    };

    public static readonly Stap Bekendmaken = new(
        "Bekendmaken", Categorie, "Besluit bekendmaken", "Het besluit geldt pas als de inwoner het heeft. Vanaf de verzenddatum heeft hij zes weken voor bezwaar.",
        [
            new("Natura", "Via een aanbieder", "De aanbieder krijgt de opdracht."),
            new("Pgb", "Eigen budget (pgb)", "We richten het budget in."),
            new("Afgewezen", "Afgewezen", "De inwoner kan bezwaar maken."),
            new("Buiten behandeling", "Buiten behandeling", "De inwoner kan bezwaar maken of een nieuwe aanvraag doen."),
        ])
    {
        Waarde = "U krijgt het besluit thuis, met uitleg over bezwaar.",
        Bronnen = ["Awb, artikel 3:40, 3:41 en 3:45", "Awb, artikel 6:7 en 6:8", "C6"],
        Onomkeerbaar = true,
        Formulier = "bekendmaken",
        Leest = [Leesveld.Moet("verzondenOp", VeldSoort.Datum), Leesveld.MoetKeuze<Kanaal>("kanaal")],
        BriefKeuzes = ["buiten-behandeling", "beschikking-afwijzing", "beschikking-toekenning"],
        BriefKeuze = s => s.Dossier.Besluit?.Soort switch
        {
            Besluitsoort.BuitenBehandeling => "buiten-behandeling",
            Besluitsoort.Afwijzing => "beschikking-afwijzing",
            Besluitsoort.Toekenning or Besluitsoort.GedeeltelijkeToekenning => "beschikking-toekenning",
            null => null,
        },
        Termijn = Taaktermijn.Dossier,
        Herinnering = 1,
        Escalatie = Taakadres.Teammanager,
        Poort = s => s.Dossier.Besluit?.Poort ?? "Afgewezen",
        Bezwaren = s => s.Dossier.Besluit?.Vastgesteld is null ? [Invulling.Weiger(null, Besluitcode.BesluitNietVastgesteld)] : [],
        Feiten = s =>
        {
            var bezwaar = Termijn.Bereken(s.Dag("verzondenOp"), s.Dossier.Regels.Termijn(TermijnId.Bezwaar), s.Kalender);
            return [new BesluitBekendgemaakt(s.Id, s.Antwoorden.Keuze<Kanaal>("kanaal"), bezwaar.LaatsteDag, bezwaar.Uitleg, s.Dag("verzondenOp")) { Basis = s.Rekenbasis }, .. Gevolgen(s, s.Dag("verzondenOp")), .. Vervangingen(s)];
        },
    };

    /// <summary>What the decision makes of each support that it names; what is of somebody who died meanwhile stays ended.</summary>
    static IEnumerable<object> Gevolgen(Invulling s, DateOnly op) => s.Dossier.Besluit is not { } besluit ? [] :
        from regel in besluit.Regels
        let o = s.Huishouden.MetId(regel.Ondersteuning)
        where o is not null && !s.Huishouden.IsOverleden(o.Persoon)
        select besluit.Toegekend.Contains(regel) ? Toegekend(o, regel, op)
            : o.Loopt ? new OndersteuningBeeindigd(o.Id, Eindreden.Afgewezen, op)
            : (object)new OndersteuningGeweigerd(o.Id, op);

    /// <summary>What runs as spoed goes on as spoed until the pgb is arranged: before that there is no title for it.</summary>
    internal static OndersteuningToegekend Toegekend(Ondersteuning o, Besluitregel regel, DateOnly op) => new(
        o.Id, o.Loopt ? o.Status : Ondersteuningsstatus.Toegekend, o.Loopt && regel.Vorm == Ondersteuningsvorm.Pgb ? o.Vorm : regel.Vorm,
        regel.Omvang ?? o.Omvang, o.Start ?? regel.Ingang, regel.Einde ?? o.Einde, op);

    /// <summary>What ran before ends the day before the decision takes effect: one fact for each support that it ends.</summary>
    static IEnumerable<object> Vervangingen(Invulling s)
    {
        if (s.Dossier.Besluit is not { } besluit)
            yield break;
        var regels = besluit.Regels.Select(r => (Regel: r, Oud: s.Huishouden.MetId(s.Huishouden.MetId(r.Ondersteuning)?.Vervangt))).Where(x => x.Oud is not null);
        foreach (var groep in regels.GroupBy(x => x.Oud!.Id))
        {
            var (oud, nieuw) = (groep.First().Oud!, groep.Select(x => x.Regel).FirstOrDefault(besluit.Toegekend.Contains));
            var laatste = groep.Min(x => x.Regel.Ingang)?.AddDays(-1) is { } dag && !(dag >= oud.Einde) ? dag : oud.Einde;
            if (laatste is { } laatsteDag)
                yield return Vervangen(oud, nieuw?.Ondersteuning, laatsteDag, s.Vandaag);
        }
    }

    /// <summary>It runs on until that day, and never ends before its own first; what had not begun lapses at once.</summary>
    static OndersteuningVervangen Vervangen(Ondersteuning oud, OndersteuningId? door, DateOnly laatste, DateOnly op) =>
        new(oud.Id, door, door is not null ? Eindreden.Vervangen : laatste == oud.Einde ? Eindreden.Einddatum : Eindreden.Ingetrokken, laatste < oud.Start ? oud.Start.Value : laatste, op)
        {
            Status = oud.Status is Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.NietGestart ? Ondersteuningsstatus.Vervallen : null,
        };
}
