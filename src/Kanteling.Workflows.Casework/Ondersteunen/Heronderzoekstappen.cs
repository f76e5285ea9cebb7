using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>
/// Looking again at a decision that runs (art. 2.3.9 Wmo 2015). The law of this file: it is a dossier of its own; the offers
/// and the parts a to g are done again, the six weeks and the written account are not asked by law; and what ends by date
/// only goes on by a new decision.
/// </summary>
static class Heronderzoekstappen
{
    const string Categorie = "Heronderzoek";
    const string Voortzetten = "Ongewijzigd voortzetten";
    const string Lichter = "Lichter";
    const string Zwaarder = "Zwaarder";
    const string NietMeerNodig = "Niet meer nodig";

    public static readonly ActivityKind Begin = ActivityKind.Automatic(
        new ActivityDescriptor(
            "Kanteling.Heronderzoek", 1, Categorie, "Heronderzoek", "We kijken opnieuw naar wat er nodig is, voordat het besluit afloopt. Dit opent een eigen dossier. Bron: Wmo 2015, artikel 2.3.9.",
            [], [], [new PortDescriptor("Done", "Klaar", Embedded: false)], ActivityTraits.Start),
        Open);

    static IReadOnlyList<Effect> Open(ActivityContext c)
    {
        var h = (Huishouden)c.Domain;
        var id = c.Instance.Input.AsObject()["ondersteuning"]?.ToString() ?? "";
        var op = LokaleTijd.Dag(c.Now);
        if (h.MetId(new OndersteuningId(id)) is not { } o || !o.RustOpBesluit)
            throw new StepFailed(Ondersteuningscode.HeronderzoekZonderBesluit, id);
        // Somebody is looking already: once is enough.
        if (o.Heronderzoek != c.Dossier && h.Dossier(o.Heronderzoek) is { IsOpen: true })
            return [new EndInstance(InstanceStatus.Finished, [])];
        if (c.Dossier is not { } dossier || h.Dossier(dossier) is not null)
            return Elders(h, o, op);
        return
        [
            .. Vervolgdossiers.Open(h, o, dossier, DossierSoort.Heronderzoek, Vervolgdossiers.Overgenomen(o.Wat, dossier, "vraag") ?? Content.Of(dossier, "vraag", "Heronderzoek"), op)
                .Concat(o.Heronderzoek == dossier ? [] : [new HeronderzoekBegonnen(o.Id, dossier, op)]).Select(feit => new Happened(feit)),
            new Complete(),
        ];
    }

    /// <summary>Begun within another dossier, by hand: it begins again in one of its own.</summary>
    static IReadOnlyList<Effect> Elders(Huishouden h, Ondersteuning o, DateOnly op)
    {
        var dossier = Vervolgdossiers.Nieuw(h, o.Dossier);
        return [new Happened(new HeronderzoekBegonnen(o.Id, dossier, op)), Vervolgdossiers.Begin(Werkstroomnaam.Heronderzoek, o.Id, dossier, op), new EndInstance(InstanceStatus.Finished, [])];
    }

    public static readonly Stap ClientondersteuningAanbieden = new(
        "ClientondersteuningAanbieden", Categorie, "Clientondersteuning aanbieden",
        "Ook nu mag de inwoner gratis hulp van iemand die niet van de gemeente is. Zijn mantelzorger ook. We vragen het voordat we in gesprek gaan.", Stap.Klaar)
    {
        Waarde = "U kunt gratis hulp krijgen van iemand die naast u staat. Uw mantelzorger ook.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, derde lid", "Wmo 2015, artikel 2.3.9, tweede lid", "K14"],
        Formulier = "clientondersteuning-aanbieden",
        Leest = [Leesveld.MoetKeuze<Aanbodantwoord>("clientondersteuningInwoner"), Leesveld.MagKeuze<Aanbodantwoord>("clientondersteuningMantelzorger")],
        Brief = "heronderzoek",
        Termijn = "5 werkdagen",
        Escalatie = Taakadres.Teammanager,
        Feiten = Contactstappen.Aangeboden,
    };

    public static readonly Stap HeronderzoekBeoordelen = new(
        "HeronderzoekBeoordelen", Categorie, "Klopt het nog?", "We leggen naast elkaar wat er nu loopt en wat er nodig is. Loopt het besluit af, dan kan het alleen doorgaan met een nieuw besluit.",
        [
            new(Voortzetten, "Het blijft zoals het is", "Loopt het besluit af, dan komt er een nieuw besluit. Anders spreken we af wanneer we weer kijken."),
            new(Lichter, "Het kan lichter", "We spreken een lichtere vorm af, of nemen een besluit met minder."),
            new(Zwaarder, "Er is meer nodig", "We nemen een nieuw besluit."),
            new(NietMeerNodig, "Het is niet meer nodig", "De ondersteuning stopt. We bellen nog een keer na."),
        ])
    {
        Waarde = "U hoort wat wij vinden, en wij horen wat u vindt.",
        Bronnen = ["Wmo 2015, artikel 2.3.9", "Wmo 2015, artikel 2.3.10", "A2", "A3"],
        Formulier = "heronderzoek-beoordelen",
        Leest =
        [
            Leesveld.Moet("herzien", VeldSoort.Datum), Leesveld.Moet("akkoordInwoner", VeldSoort.JaNee), Leesveld.Moet("laatsteDag", VeldSoort.Datum),
            Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
        ],
        Termijn = Taaktermijn.Dossier,
        Herinnering = 7,
        Escalatie = Taakadres.Teammanager,
        Bezwaren = s => Bezwaren(s, Van(s)),
        Feiten = s => Feiten(s, Van(s)),
    };

    /// <exception cref="StepFailed">ONDERSTEUNING_ONBEKEND.</exception>
    static Ondersteuning Van(Invulling s) => s.Huishouden.MetId(s.Dossier.Vervolg?.Ondersteuning) ?? Evaluatiestappen.Van(s);

    static bool HeeftMaatwerk(Invulling s) => s.Onderzoek.Maatwerk is { Rijen.IsEmpty: false };

    /// <summary>More needs a decision; so does going on when what runs now ends by date.</summary>
    static bool KrijgtBesluit(Invulling s, Ondersteuning o) => s.Uitkomst == Zwaarder || (s.Uitkomst is Voortzetten or Lichter && o.Einde is not null && HeeftMaatwerk(s));

    static IEnumerable<Refusal> Bezwaren(Invulling s, Ondersteuning o)
    {
        if ((s.Uitkomst == Zwaarder || (s.Uitkomst == Voortzetten && o.Einde is not null)) && !HeeftMaatwerk(s))
            yield return Invulling.Weiger(null, Ondersteuningscode.HeronderzoekZonderMaatwerk);
        if (s.Uitkomst is Voortzetten or Lichter && (s.Antwoorden.Dag("herzien") is { } herzien ? herzien <= s.Vandaag : o.Einde is null))
            yield return s.Antwoorden.Weiger("herzien", Ondersteuningscode.HeronderzoekZonderDatum);
        if (s.Uitkomst == NietMeerNodig && !s.JaNee("akkoordInwoner"))
            yield return s.Antwoorden.Weiger("akkoordInwoner", Ondersteuningscode.HeronderzoekZonderAkkoord);
    }

    static IEnumerable<object> Feiten(Invulling s, Ondersteuning o)
    {
        var metBesluit = KrijgtBesluit(s, o);
        yield return new HeronderzoekBeoordeeld(s.Id, o.Id, s.Uitkomst, s.Inhoud("toelichting"), metBesluit || s.Uitkomst == NietMeerNodig ? null : s.Antwoorden.Dag("herzien"), s.Vandaag);
        if (s.Uitkomst == NietMeerNodig)
            yield return o.Loopt ? new OndersteuningBeeindigd(o.Id, Eindreden.NietMeerNodig, s.Dag("laatsteDag") is var dag && dag < o.Start ? o.Start.Value : dag) : Leveringsstappen.Vervalt(o, Eindreden.NietMeerNodig, s.Inhoud("toelichting"), s.Vandaag);
        if (!metBesluit)
            yield break;
        foreach (var (rij, id) in s.Onderzoek.Maatwerk!.Rijen.Zip(s.Huishouden.NieuweOndersteuning()))
            yield return new OndersteuningVoorgesteld(id, s.Id, rij.Persoon, rij.Hulpvraag, Ondersteuningscirkel.Maatwerkvoorziening, rij.Vorm, rij.Wat, null, rij.Omvang, rij.Zwaarte, s.Vandaag) { Vervangt = o.Id, Product = rij.Product };
    }

    public static readonly Stap Aflopen = new(
        "Aflopen", Categorie, "De indicatie loopt af", "De laatste dag komt dichtbij en het nieuwe besluit is er nog niet. Niemand mag zonder hulp komen te zitten omdat wij nog bezig zijn.",
        [new("Verlengd", "Kort verlengen", "De hulp loopt door tot het nieuwe besluit er is."), new("Loopt af", "Verlengen is niet nodig", "Het nieuwe besluit is er op tijd, er is iets anders geregeld, of het mag aflopen.")])
    {
        Waarde = "U komt niet zonder hulp te zitten omdat wij nog bezig zijn.",
        Bronnen = ["Wmo 2015, artikel 2.3.9", "C7", "P30"],
        Formulier = "aflopen",
        Leest = [Leesveld.Moet("tot", VeldSoort.Datum), Leesveld.Moet("motivering", VeldSoort.LangeTekst)],
        Termijn = "5 werkdagen",
        Herinnering = 2,
        Escalatie = Taakadres.Teammanager,
        Bezwaren = s => s.Uitkomst == "Verlengd" ? Verlengbezwaren(s, Van(s)) : [],
        Feiten = s => s.Uitkomst == "Verlengd"
            ? [new BesluitVerlengd(Van(s).Id, s.Dag("tot"), s.Inhoud("motivering") ?? Content.Of(s.Id, "motivering", ""), s.Door, s.Vandaag)]
            : [],
    };

    static IEnumerable<Refusal> Verlengbezwaren(Invulling s, Ondersteuning o)
    {
        if (!o.Loopt)
            yield return Invulling.Weiger(null, Ondersteuningscode.OndersteuningLooptNiet, o.Id.Text);
        else if (o.Eindreden is not null)
            yield return Invulling.Weiger(null, Ondersteuningscode.VerlengenNaBesluit);
        if (!(s.Antwoorden.Dag("tot") > (o.Einde ?? s.Vandaag)))
            yield return s.Antwoorden.Weiger("tot", Ondersteuningscode.VerlengenNietLanger, o.Einde is { } einde ? Schrijfwijze.Dag(einde) : "-");
    }
}
