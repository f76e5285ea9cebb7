using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Veiligheid;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>The steps that nobody does: the beginning with a melding, following running support, and the ends.</summary>
static class Automatisch
{
    const string Categorie = "Begin en einde";

    public static ImmutableArray<ActivityKind> Alle =>
    [
        ActivityKind.Automatic(
            new ActivityDescriptor(
                "Kanteling.Melding", 1, Categorie, "Melding", "Iemand laat weten dat er ondersteuning nodig kan zijn. Hier beginnen de zes weken. Bron: Wmo 2015, artikel 2.3.2, eerste lid.",
                [], [], [Klaar], ActivityTraits.Start),
            Melding),
        ActivityKind.Automatic(
            new ActivityDescriptor(
                "Kanteling.Volgen", 1, "Ondersteuning", "Volgen", "De ondersteuning loopt. Op de afgesproken datum begint vanzelf de evaluatie. Bron: P25; A2.", [], [], [Klaar], ActivityTraits.None),
            Volgen),
        ActivityKind.Automatic(
            new ActivityDescriptor(
                "Kanteling.ContactVastleggen", 1, "Overig", "Contact vastleggen", "Iemand had contact met de inwoner of met een ander, en schrijft op wat er is besproken. Bron: P10.", [], [], [Klaar], ActivityTraits.Start),
            Contact),
        ActivityKind.Automatic(
            new ActivityDescriptor(
                "Kanteling.Veiligheid", 1, "Veiligheid", "Zorgen over veiligheid", "Het begin van de meldcode, apart van het huishouden. Bron: Wmo 2015, artikel 3.3.", [], [], [Klaar], ActivityTraits.Start),
            Veiligheidsinvoer.Begin),
        ActivityKind.Automatic(
            new ActivityDescriptor(
                "Kanteling.Einde", 1, Categorie, "Einde", "De procedure is klaar.",
                [new InputDescriptor("Resultaat", "String", "Resultaat", "Hoe het afloopt, zoals: nulde lijn, ondersteuning loopt, vraag beantwoord.", "singleline", IsRequired: true)], [], [], ActivityTraits.Terminal),
            Einde),
    ];

    static readonly PortDescriptor Klaar = new("Done", "Klaar", Embedded: false);

    static IReadOnlyList<Effect> Melding(ActivityContext c)
    {
        if (c.Dossier is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, "");
        var (feiten, bezwaren) = Meldinginvoer.Lees(c.Instance.Input.AsObject(), (Huishouden)c.Domain, dossier, LokaleTijd.Dag(c.Now));
        return bezwaren.Count > 0 ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [.. feiten.Select(feit => new Happened(feit)), new Complete()];
    }

    /// <summary>What was talked about stands on the timeline at once; nobody has to finish a task for it.</summary>
    static IReadOnlyList<Effect> Contact(ActivityContext c)
    {
        if (((Huishouden)c.Domain).Dossier(c.Dossier) is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, c.Dossier ?? "");
        var invoer = new Antwoorden(c.Instance.Input.AsObject(), "", dossier.Id);
        return [new Happened(new ContactVastgelegd(dossier.Id, invoer.Inhoud("toelichting") ?? Content.Of(dossier.Id, "toelichting", ""), invoer.Dag("datum") ?? LokaleTijd.Dag(c.Now))), new Complete()];
    }

    /// <summary>Support without a date to look at it would run for ever unseen (seed P25).</summary>
    static IReadOnlyList<Effect> Volgen(ActivityContext c)
    {
        var vergeten = ((Huishouden)c.Domain).Lopend.Where(o => o.Dossier == c.Dossier && o is { Evaluatiedatum: null, EvaluatieLoopt: false }).Select(o => o.Id).ToList();
        return vergeten.Count > 0 ? throw new StepFailed(Huishoudcode.OndersteuningZonderEvaluatie, string.Join(", ", vergeten)) : [new Complete()];
    }

    /// <summary>
    /// Closes the dossier, when this flow is the one that carries it: not a flow that another waits for, and not one that began later
    /// while the first still runs (spoed, evaluatie).
    /// </summary>
    static IReadOnlyList<Effect> Einde(ActivityContext c)
    {
        var draagt = c.Instance.Parent is not { Waits: true } && !c.Case.Instances.Values.Any(i => i.Dossier == c.Dossier && i.Parent is not { Waits: true } && i.Id < c.Instance.Id);
        return draagt && ((Huishouden)c.Domain).Dossier(c.Dossier) is { } d && c.RequiredText("resultaat") is var resultaat && d.Einde?.Resultaat != resultaat
            ? [new Happened(new DossierGesloten(d.Id, resultaat, LokaleTijd.Dag(c.Now))), new Complete()]
            : [new Complete()];
    }
}
