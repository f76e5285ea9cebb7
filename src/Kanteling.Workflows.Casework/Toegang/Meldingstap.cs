using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>The beginning with a melding; nobody does it.</summary>
static class Meldingstap
{
    public static readonly ActivityKind Melding = Automatischestap.Van(
        "Melding", "Begin en einde", "Melding", "Iemand laat weten dat er ondersteuning nodig kan zijn. Hier beginnen de zes weken. Bron: Wmo 2015, artikel 2.3.2, eerste lid.",
        ActivityTraits.Start, Begin);

    static IReadOnlyList<Effect> Begin(ActivityContext c)
    {
        if (c.Dossier is not { } dossier)
            throw new StepFailed(Huishoudcode.DossierOntbreekt, "");
        var (feiten, bezwaren) = Meldinginvoer.Lees(c.Instance.Input.AsObject(), (Huishouden)c.Domain, dossier, LokaleTijd.Dag(c.Now), c.Given);
        return bezwaren.Count > 0 ? throw new StepFailed(bezwaren[0].Code, [.. bezwaren[0].Arguments]) : [.. feiten.Select(feit => new Happened(feit)), new Complete()];
    }
}
