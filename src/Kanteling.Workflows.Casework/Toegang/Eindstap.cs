using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>The end of a procedure, whatever it was about; nobody does it.</summary>
static class Eindstap
{
    public static readonly ActivityKind Einde = ActivityKind.Automatic(
        new ActivityDescriptor(
            "Kanteling.Einde", 1, "Begin en einde", "Einde", "De procedure is klaar.",
            [new InputDescriptor("Resultaat", "String", "Resultaat", "Hoe het afloopt, zoals: nulde lijn, ondersteuning loopt, vraag beantwoord.", "singleline", IsRequired: true) { IsFixed = true }], [], [], ActivityTraits.Terminal),
        Sluit);

    /// <summary>
    /// Closes the dossier, when this flow is the one that carries it: not a flow that another waits for, and not one that began later
    /// while the first still runs (spoed, evaluatie).
    /// </summary>
    static IReadOnlyList<Effect> Sluit(ActivityContext c)
    {
        var draagt = c.Instance.Parent is not { Waits: true } && !c.Case.Instances.Values.Any(i => i.Dossier == c.Dossier && i.Parent is not { Waits: true } && i.Id.CompareTo(c.Instance.Id) < 0);
        return draagt && ((Huishouden)c.Domain).Dossier(c.Dossier) is { } d && c.RequiredText("resultaat") is var resultaat && d.Einde?.Resultaat != resultaat
            ? [new Happened(new DossierGesloten(d.Id, resultaat, LokaleTijd.Dag(c.Now))), new Complete()]
            : [new Complete()];
    }
}
