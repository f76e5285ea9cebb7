using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Signalen;

/// <summary>A signal of the nulde lijn: looked at soon, contact sought with care, and the signaller always answered.</summary>
static class Signaalstappen
{
    const string Categorie = "Signaal";

    public static readonly ActivityKind Signaal = Automatischestap.Van(
        "Signaal", "Begin en einde", "Signaal", "Iemand uit de buurt laat weten dat hij zich zorgen maakt. Er loopt geen wettelijke termijn. Bron: L10.",
        ActivityTraits.Start, Begin);

    public static readonly Stap SignaalBeoordelen = new(
        "SignaalBeoordelen", Categorie, "Signaal beoordelen", "Iemand uit de buurt maakt zich zorgen. We kijken snel wat er nodig is, zonder meteen een onderzoek te beginnen.",
        [
            new("Contact zoeken", "Contact zoeken", "We zoeken de inwoner op."),
            new("Vraag beantwoord", "Vraag beantwoord", "Er is genoeg gedaan. De signaalgever hoort het."),
            new("Al in beeld", "Al in beeld", "Er helpt al iemand. Die krijgt het signaal. De signaalgever hoort het."),
            new("Melding", "Het wordt een melding", "De inwoner wil hulp. De zes weken beginnen."),
            new("Onveilig", "Het is misschien niet veilig", "We beoordelen eerst de veiligheid."),
        ])
    {
        Waarde = "Er wordt snel gekeken of u hulp wilt. Wat we opschrijven, mag u lezen.",
        Bronnen = ["L7", "L10", "K7", "P15"],
        Formulier = "signaal-beoordelen",
        Leest =
        [
            Leesveld.Moet("client", VeldSoort.Persoon), Leesveld.Moet("vraag", VeldSoort.LangeTekst), Leesveld.MoetKeuze<Melderrol>("melder"),
            Leesveld.Moet("gemeldOp", VeldSoort.Datum), Leesveld.Mag("toelichting", VeldSoort.LangeTekst), Leesveld.Mag("patroon", VeldSoort.Keuze),
            Leesveld.Mag("patroonReden", VeldSoort.LangeTekst),
        ],
        Adres = Taakadres.Wijkteam,
        Termijn = "2 werkdagen",
        Herinnering = 1,
        Escalatie = Taakadres.Teammanager,
        Bezwaren = s => s.Uitkomst == "Melding" ? Nieuwemelding.Bezwaren(s, Melding(s)!, "gemeldOp") : [],
        Feiten = s => [new SignaalBeoordeeld(s.Id, s.Uitkomst, s.Inhoud("toelichting"), Patroon(s), Patroon(s) is null ? null : s.Inhoud("patroonReden"), Melding(s), s.Vandaag)],
    };

    static Content? Patroon(Invulling s) => s.Tekst("patroon") is null or "geen" ? null : s.Inhoud("patroon");

    static Meldinggegevens? Melding(Invulling s) =>
        s.Uitkomst == "Melding" ? new Meldinggegevens(s.Antwoorden.Id<PersoonId>("client") ?? new(""), s.Inhoud("vraag") ?? Content.Of(s.Id, "vraag", ""), s.Antwoorden.Keuze<Melderrol>("melder"), s.Dag("gemeldOp")) : null;

    public static readonly Stap ContactZoeken = new(
        "ContactZoeken", Categorie, "Contact zoeken", "We zoeken de inwoner op, thuis of waar hij graag is. We luisteren eerst. Hij hoeft niets.",
        [
            new("Bereikt", "Bereikt", "We beoordelen opnieuw wat er nodig is."),
            new("Niet thuis", "Niet thuis", "We proberen het op een andere manier."),
            new("Wil geen contact", "Wil geen contact", "We wegen af of we dat kunnen respecteren."),
        ])
    {
        Waarde = "Iemand komt bij u langs en luistert. U hoeft niets.",
        Bronnen = ["L11", "K7", "P15"],
        Formulier = "contact-zoeken",
        Leest = [Leesveld.MagKeuze<Contactwijze>("wijze"), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Adres = Taakadres.Wijkteam,
        Termijn = "3 werkdagen",
        Escalatie = Taakadres.Teammanager,
        Feiten = s => s.Uitkomst == "Niet thuis"
            ? [new ContactMislukt(s.Id, s.Antwoorden.Keuze<Contactwijze>("wijze"), s.Inhoud("toelichting"), s.Vandaag) { Keer = s.Onderzoek.VergeefsContact + 1 }]
            : [new ContactGelegd(s.Id, s.Antwoorden.Keuze<Contactwijze>("wijze"), s.Uitkomst == "Bereikt", s.Inhoud("toelichting"), s.Vandaag)],
    };

    public static readonly Stap BemoeizorgWegen = new(
        "BemoeizorgWegen", Categorie, "Bemoeizorg wegen", "De inwoner wil geen contact, of we krijgen hem niet te pakken. Hulp die niemand vroeg, mag alleen met een goede reden.",
        [
            new("Loslaten", "We laten het los", "We stoppen. De signaalgever hoort dat we het hebben geprobeerd."),
            new("Bemoeizorg", "We blijven komen", "We zoeken weer contact, ook al vraagt hij er niet om."),
        ])
    {
        Waarde = "U mag nee zeggen. Blijven we toch komen, dan leggen we uit waarom.",
        Bronnen = ["C5", "K7", "P26"],
        Formulier = "bemoeizorg-wegen",
        Leest = [Leesveld.Moet("reden", VeldSoort.LangeTekst), Leesveld.Mag("lichter", VeldSoort.LangeTekst)],
        Adres = Taakadres.Wijkteam,
        Termijn = "3 werkdagen",
        Escalatie = Taakadres.Teammanager,
        Feiten = s => [new BemoeizorgAfgewogen(s.Id, s.Uitkomst == "Bemoeizorg", s.Inhoud("reden")!, s.Inhoud("lichter"), s.Vandaag)],
    };

    public static readonly Stap SignaalTerugkoppelen = new(
        "SignaalTerugkoppelen", Categorie, "Signaalgever antwoorden", "Wie zich zorgen maakte, hoort dat we er iets mee deden. We vertellen niets over het huishouden.",
        [
            new("Signaal beantwoord", "Signaal beantwoord", "We sluiten het signaal af."), new("Melding", "Het werd een melding", "We sluiten het signaal af. De melding loopt."),
            new("Al in beeld", "Al in beeld", "We sluiten het signaal af."), new("Geen contact", "Geen contact", "We sluiten het signaal af."),
        ])
    {
        Waarde = "Wie zich zorgen maakte, hoort iets terug. Over u vertellen we niets.",
        Bronnen = ["L10", "P15"],
        Formulier = "signaal-terugkoppelen",
        Leest =
        [
            Leesveld.Moet("nietsVerteld", VeldSoort.JaNee), Leesveld.MoetKeuze<Kanaal>("kanaal"), Leesveld.Mag("antwoord", VeldSoort.LangeTekst),
        ],
        Adres = Taakadres.Wijkteam,
        Termijn = "5 werkdagen",
        Herinnering = 1,
        Escalatie = Taakadres.Teammanager,
        OokNaOverlijden = true,
        Vanzelf = s => s.Dossier.Signaal is { WilAntwoord: false } signaal ? signaal.Afloop : null,
        Poort = s => s.Dossier.Signaal?.Afloop ?? "Signaal beantwoord",
        Bezwaren = s => s.JaNee("nietsVerteld") ? [] : [s.Antwoorden.Weiger("nietsVerteld", Huishoudcode.TerugkoppelingMetGegevens)],
        Feiten = s => [new SignaalTeruggekoppeld(s.Id, s.Antwoorden.Keuze<Kanaal>("kanaal"), s.Inhoud("antwoord"), s.Vandaag)],
    };

    public static readonly ActivityKind MeldingOpnemen = Automatischestap.Van(
        "MeldingOpnemen", "Signaal", "Melding opnemen", "Er komt een melding in hetzelfde huishouden, met een eigen dossier en eigen zes weken. Bron: Wmo 2015, artikel 2.3.2.",
        ActivityTraits.Irreversible, NeemOp);

    static IReadOnlyList<Effect> Begin(ActivityContext c)
    {
        if (c.Dossier is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, "");
        var (feiten, bezwaren) = Signaalinvoer.Lees(c.Instance.Input.AsObject(), (Huishouden)c.Domain, dossier, LokaleTijd.Dag(c.Now), c.Given);
        return bezwaren.Count > 0 ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [.. feiten.Select(feit => new Happened(feit)), new Complete()];
    }

    static IReadOnlyList<Effect> NeemOp(ActivityContext c) => ((Huishouden)c.Domain).Dossier(c.Dossier)?.Signaal?.Melding is { } melding
        ? [Nieuwemelding.Begin(c, melding, Kanaal.Signaal), new Complete()]
        : throw new StepFailed(Huishoudcode.MeldingZonderVraag);
}
