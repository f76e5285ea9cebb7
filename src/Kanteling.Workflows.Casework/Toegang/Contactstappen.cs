using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>Reaching the inwoner, the offers that the law asks for, and the seven days.</summary>
static class Contactstappen
{
    const string Categorie = "Contact";

    public static readonly Stap EersteContact = new(
        "EersteContact", Categorie, "Eerste contact", "We bellen, stellen ons voor, bieden gratis clientondersteuning aan en spreken af waar en met wie het gesprek is.",
        [
            new("Afspraak", "Afspraak gemaakt", "We gaan verder met het persoonlijk plan en de voorbereiding."),
            new("Niet bereikt", "Niet bereikt", "We proberen het later opnieuw."),
            new("Ingetrokken", "De inwoner trekt de melding in", "We stoppen hier."),
        ])
    {
        Waarde = "U kiest waar en wanneer we praten, en wie erbij is.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, derde lid", "K14", "L8"],
        Formulier = "eerste-contact",
        Leest =
        [
            Leesveld.MoetKeuze<Aanbodantwoord>("clientondersteuningInwoner"), Leesveld.MagKeuze<Aanbodantwoord>("clientondersteuningMantelzorger"),
            Leesveld.Moet("afspraakDag", VeldSoort.Datum), Leesveld.Mag("afspraakTijd", VeldSoort.Tekst), Leesveld.Mag("plaats", VeldSoort.Tekst),
            Leesveld.Mag("met", VeldSoort.Tekst), Leesveld.MagKeuze<Contactwijze>("wijze"), Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
            Leesveld.Mag("reden", VeldSoort.LangeTekst),
        ],
        Termijn = "5 werkdagen",
        Herinnering = 1,
        Bezwaren = s => s.Uitkomst == "Afspraak" ? Clientondersteuning(s) : [],
        Feiten = s => s.Uitkomst switch
        {
            "Afspraak" => [.. Aangeboden(s), new AfspraakGemaakt(s.Id, s.Dag("afspraakDag"), s.Inhoud("afspraakTijd"), s.Inhoud("plaats"), s.Inhoud("met"), s.Vandaag)],
            "Niet bereikt" => [new ContactMislukt(s.Id, s.Antwoorden.Keuze<Contactwijze>("wijze"), s.Inhoud("toelichting"), s.Vandaag) { Keer = s.Onderzoek.VergeefsContact + 1 }],
            _ => [new MeldingIngetrokken(s.Id, s.Inhoud("reden"), s.Vandaag)],
        },
    };

    public static readonly Stap OpnieuwContact = new(
        "OpnieuwContact", Categorie, "Opnieuw contact zoeken", "Het lukte niet om de inwoner te bereiken. We zoeken een andere weg: een brief, een huisbezoek of iemand die hij vertrouwt.", Stap.Klaar)
    {
        Waarde = "We komen niet steeds op dezelfde manier, en niet te vaak.",
        Bronnen = ["K7", "P15"],
        Formulier = "opnieuw-contact",
        Termijn = "3 werkdagen",
    };

    public static readonly Stap PersoonlijkPlan = new(
        "PersoonlijkPlan", Categorie, "Persoonlijk plan", "De inwoner mag eerst zelf opschrijven wat hij nodig heeft. Daar krijgt hij zeven dagen voor. Een gezin kan een familiegroepsplan maken.",
        [
            new("Ontvangen", "Plan ontvangen", "We gebruiken het plan in het onderzoek."),
            new("Ziet af", "De inwoner ziet ervan af", "We gaan verder."),
            new("Zeven dagen om", "Zeven dagen om", "We gaan verder."),
        ])
    {
        Waarde = "U mag eerst zelf opschrijven wat u nodig heeft.",
        Bronnen = ["Wmo 2015, artikel 2.3.2, tweede en vijfde lid"],
        Formulier = "persoonlijk-plan",
        Leest = [Leesveld.Moet("plan", VeldSoort.LangeTekst)],
        Termijn = TermijnId.PersoonlijkPlan,
        WegNaTermijn = "Zeven dagen om",
        Feiten = s => [new PersoonlijkPlanAfgehandeld(s.Id, s.Uitkomst == "Ontvangen" ? PersoonlijkPlanUitkomst.Ontvangen : PersoonlijkPlanUitkomst.ZietAf, s.Inhoud("plan"), s.Vandaag)],
        NaTermijn = s => [new PersoonlijkPlanAfgehandeld(s.Id, PersoonlijkPlanUitkomst.ZevenDagenOm, null, s.Vandaag)],
    };

    public static readonly ActivityKind ContactVastleggen = Automatischestap.Van(
        "ContactVastleggen", "Overig", "Contact vastleggen", "Iemand had contact met de inwoner of met een ander, en schrijft op wat er is besproken. Bron: P10.",
        ActivityTraits.Start, Vastgelegd);

    /// <summary>What was talked about stands on the timeline at once; nobody has to finish a task for it.</summary>
    static IReadOnlyList<Effect> Vastgelegd(ActivityContext c)
    {
        if (((Huishouden)c.Domain).Dossier(c.Dossier) is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, c.Dossier?.Text ?? "");
        var invoer = new Antwoorden(c.Instance.Input.AsObject(), "", dossier.Id);
        if (invoer.IsGeenDag("datum"))
            throw new StepFailed(Huishoudcode.DagBuitenBereik);
        return [new Happened(new ContactVastgelegd(dossier.Id, invoer.Inhoud("toelichting") ?? Content.Of(dossier.Id, "toelichting", ""), invoer.Dag("datum") ?? LokaleTijd.Dag(c.Now))), new Complete()];
    }

    /// <summary>The offer of free help, when this form asked it.</summary>
    internal static IEnumerable<object> Aangeboden(Invulling s) => s.Antwoorden.Keuze<Aanbodantwoord>("clientondersteuningInwoner") is { } inwoner
        ? [new ClientondersteuningAangeboden(s.Id, inwoner, s.Antwoorden.Keuze<Aanbodantwoord>("clientondersteuningMantelzorger") ?? Aanbodantwoord.GeenMantelzorger, s.Vandaag)]
        : [];

    /// <summary>The offer has to be made before the onderzoek begins.</summary>
    internal static IEnumerable<Refusal> Clientondersteuning(Invulling s) =>
        s.Onderzoek.Clientondersteuning is null && s.Tekst("clientondersteuningInwoner") is null
            ? [s.Antwoorden.Weiger("clientondersteuningInwoner", Huishoudcode.ClientondersteuningNietAangeboden)]
            : [];
}
