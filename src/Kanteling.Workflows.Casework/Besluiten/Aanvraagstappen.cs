using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Besluiten;

/// <summary>The aanvraag, and the clock that stands still while it is completed.</summary>
static class Aanvraagstappen
{
    const string Categorie = "Besluit";

    public static readonly Stap Aanvraag = new(
        "Aanvraag", Categorie, "Aanvraag ontvangen", "De dag waarop we de aanvraag krijgen, is het begin van twee weken. We kijken of alles erin staat.",
        [new("Volledig", "Volledig", "We stellen het besluit op."), new("Onvolledig", "Er ontbreekt iets", "De inwoner krijgt tijd om aan te vullen. De klok staat dan stil.")])
    {
        Waarde = "U weet dat uw aanvraag binnen is en wanneer u uiterlijk een besluit krijgt.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, negende lid", "Wmo 2015, artikel 2.3.5, tweede lid", "Awb, artikel 4:1 en 4:2"],
        Formulier = "aanvraag",
        Leest = [Leesveld.Moet("ontvangenOp", VeldSoort.Datum), Leesveld.Mag("ontbreekt", VeldSoort.LangeTekst)],
        Termijn = "1 werkdag",
        Bezwaren = TeVroeg,
        // A decision that was made known answered an earlier aanvraag: a herziening begins anew.
        Feiten = s => [new AanvraagOntvangen(s.Id, s.Dag("ontvangenOp"), s.Uitkomst == "Volledig", s.Inhoud("ontbreekt"), s.Vandaag) { EerderBesluit = s.Dossier.Besluit?.Bekendgemaakt }],
    };

    /// <summary>Not before the onderzoek is done, unless the six weeks are over.</summary>
    static IEnumerable<Refusal> TeVroeg(Invulling s)
    {
        if (s.Dossier is not { Verslag: null, RechtOpAanvraag: null, Onderzoeksklok: { } klok })
            return [];
        var laatste = klok.Stand(s.Kalender).Uitkomst!.LaatsteDag;
        return s.Dag("ontvangenOp") <= laatste ? [s.Antwoorden.Weiger("ontvangenOp", Besluitcode.AanvraagTeVroeg, Schrijfwijze.Dag(laatste))] : [];
    }

    public static readonly Stap AanvraagAanvullen = new(
        "AanvraagAanvullen", Categorie, "Aanvraag aanvullen", "De inwoner krijgt tijd om te geven wat ontbreekt. Zolang staat de klok van het besluit stil.",
        [new("Aangevuld", "Aangevuld", "De klok loopt weer. We stellen het besluit op."), new("Termijn om", "Termijn om", "De klok loopt weer. We mogen besluiten de aanvraag niet te behandelen.")])
    {
        Waarde = "U hoort precies wat er ontbreekt en krijgt tijd om het te sturen.",
        Bronnen = ["Awb, artikel 4:5", "Awb, artikel 4:15, eerste lid"],
        Formulier = "aanvraag-aanvullen",
        Leest = [Leesveld.Moet("aangevuldOp", VeldSoort.Datum)],
        Brief = "aanvullen",
        Termijn = TermijnId.Aanvulling,
        Herinnering = 5,
        WegNaTermijn = "Termijn om",
        BijBegin = s => Klok(s) is { } klok && klok.WeigerOpschorting(Opschorting.NaUitnodiging(s.Vandaag), s.Kalender) is null
            ? [new KlokOpgeschort(s.Id, Opschortingsgrond.Aanvulling, Opschorting.NaUitnodiging(s.Vandaag).Vanaf, s.Vandaag)]
            : [],
        Bezwaren = s => StaatStil(s) && Klok(s)!.WeigerHervatting(Opschortingsgrond.Aanvulling, s.Dag("aangevuldOp")) is { } zin
            ? [s.Antwoorden.Weiger("aangevuldOp", zin.Code, [.. zin.Argumenten])]
            : [],
        Feiten = s => [.. Hervat(s, s.Dag("aangevuldOp")), new AanvraagAangevuld(s.Id, s.Dag("aangevuldOp"))],
        NaTermijn = s => [.. Hervat(s, s.Vandaag), new AanvultermijnVerstreken(s.Id, s.Vandaag)],
    };

    static Klok? Klok(Invulling s) => s.Dossier.Beslisklok;

    static bool StaatStil(Invulling s) => Open(s).Any();

    static IEnumerable<Opschorting> Open(Invulling s) => s.Dossier.Aanvraag?.Opschortingen.Where(o => o is { Grond: Opschortingsgrond.Aanvulling, Tot: null }) ?? [];

    static IEnumerable<object> Hervat(Invulling s, DateOnly tot) => Open(s).Select(o => new KlokHervat(s.Id, o.Grond, tot, s.Vandaag) { Vanaf = o.Vanaf });
}
