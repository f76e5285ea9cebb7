using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>The steps of signaal and wijziging that nobody does.</summary>
static class Wijzigingsautomaten
{
    static readonly PortDescriptor Klaar = new("Done", "Klaar", Embedded: false);

    public static ImmutableArray<ActivityKind> Alle =>
    [
        Van("Signaal", "Begin en einde", "Signaal", "Iemand uit de buurt laat weten dat hij zich zorgen maakt. Er loopt geen wettelijke termijn. Bron: L10.", ActivityTraits.Start, Signaal),
        Van("MeldingOpnemen", "Signaal", "Melding opnemen", "Er komt een melding in hetzelfde huishouden, met een eigen dossier en eigen zes weken. Bron: Wmo 2015, artikel 2.3.2.", ActivityTraits.Irreversible, MeldingOpnemen),
        Van("Wijziging", "Begin en einde", "Wijziging", "Er is iets veranderd of binnengekomen. We leggen vast wat. Bron: Wmo 2015, artikel 2.3.8.", ActivityTraits.Start, Wijziging),
        Van("AllesStoppen", "Wijziging", "Alles stoppen na overlijden", "Wat voor deze persoon liep, stopt meteen: ondersteuning, taken, brieven en termijnen. Wie blijft, houdt zijn hulp. Bron: casus 12.", ActivityTraits.Irreversible, Overlijden.AllesStoppen),
    ];

    static ActivityKind Van(string naam, string categorie, string titel, string uitleg, ActivityTraits eigenschappen, Func<ActivityContext, IReadOnlyList<Effect>> begin) =>
        ActivityKind.Automatic(new ActivityDescriptor($"Kanteling.{naam}", 1, categorie, titel, uitleg, [], [], [Klaar], eigenschappen), begin);

    static IReadOnlyList<Effect> Signaal(ActivityContext c)
    {
        if (c.Dossier is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, "");
        var (feiten, bezwaren) = Signaalinvoer.Lees(c.Instance.Input.AsObject(), (Huishouden)c.Domain, dossier, LokaleTijd.Dag(c.Now));
        return bezwaren.Count > 0 ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [.. feiten.Select(feit => new Happened(feit)), new Complete()];
    }

    static IReadOnlyList<Effect> MeldingOpnemen(ActivityContext c) => ((Huishouden)c.Domain).Dossier(c.Dossier)?.Signaal?.Melding is { } melding
        ? [Nieuwemelding.Begin(c, melding, "signaal"), new Complete()]
        : throw new StepFailed(Huishoudcode.MeldingZonderVraag);

    static IReadOnlyList<Effect> Wijziging(ActivityContext c)
    {
        var (feit, bezwaren) = Wijzigingsinvoer.Feit(c.Instance.Input.AsObject(), (Huishouden)c.Domain, c.Dossier, LokaleTijd.Dag(c.Now));
        return feit is null ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [new Happened(feit), new Complete()];
    }
}
