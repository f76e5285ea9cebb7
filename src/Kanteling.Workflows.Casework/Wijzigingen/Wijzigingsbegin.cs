using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>The beginning with a wijziging, and what stops by itself after a death; nobody does these.</summary>
static class Wijzigingsbegin
{
    public static readonly ActivityKind Wijziging = Automatischestap.Van(
        "Wijziging", "Begin en einde", "Wijziging", "Er is iets veranderd of binnengekomen. We leggen vast wat. Bron: Wmo 2015, artikel 2.3.8.",
        ActivityTraits.Start, Begin);

    public static readonly ActivityKind AllesStoppen = Automatischestap.Van(
        "AllesStoppen", "Wijziging", "Alles stoppen na overlijden", "Wat voor deze persoon liep, stopt meteen: ondersteuning, taken, brieven en termijnen. Wie blijft, houdt zijn hulp. Bron: casus 12.",
        ActivityTraits.Irreversible, Overlijden.AllesStoppen);

    static IReadOnlyList<Effect> Begin(ActivityContext c)
    {
        var (feit, bezwaren) = Wijzigingsinvoer.Feit(c.Instance.Input.AsObject(), (Huishouden)c.Domain, c.Dossier, LokaleTijd.Dag(c.Now));
        return feit is null ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [new Happened(feit), new Complete()];
    }
}
