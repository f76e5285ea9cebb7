using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Looptijden;

/// <summary>Steps that nobody does and that wait: for a last day that is computed, or for a day, a duration or a condition.</summary>
static class Wachtstappen
{
    const string Categorie = "Wachten";
    const string OpTijd = "Op tijd om";
    const string Sleutel = "wacht";

    public static readonly ActivityKind Termijn = new(
        new ActivityDescriptor(
            "Kanteling.Termijn", 1, Categorie, "Termijn", "Wacht tot een termijn om is, en zegt hoe de laatste dag is berekend. Bron: P28; Algemene termijnenwet.",
            [
                new InputDescriptor("Termijn", "String", "Welke termijn?", "dossier (de wettelijke klok), de naam van een wettelijke termijn, P5D, P2W of 5 werkdagen.", "singleline", IsRequired: true),
                new InputDescriptor("Sinds", "DateTime", "Sinds wanneer?", "De dag waarop de termijn begint te lopen. Leeg: vandaag.", "singleline", DefaultSyntax: "FEEL"),
            ],
            [], [new PortDescriptor("Verstreken", "De termijn is om", Embedded: false)], ActivityTraits.Waits),
        BeginTermijn, (_, stimulus) => stimulus is DeadlineDue ? [new Complete("Verstreken")] : throw Onverwacht(stimulus));

    public static readonly ActivityKind Wachten = new(
        new ActivityDescriptor(
            "Kanteling.Wachten", 1, Categorie, "Wachten", "Wacht tot een dag, een duur lang, of tot iets waar is. Bron: P28.",
            [
                new InputDescriptor("Tot", "DateTime", "Tot welke dag?", "Op deze dag gaat het verder.", "singleline", DefaultSyntax: "FEEL"),
                new InputDescriptor("Duur", "String", "Of hoe lang?", "Zoals P6W of P3D.", "singleline"),
                new InputDescriptor("Voorwaarde", "Boolean", "Of tot wat waar is?", "Een voorwaarde over het huishouden. Een dag of duur is dan de langste tijd dat er gewacht wordt.", "singleline", DefaultSyntax: "FEEL"),
            ],
            [], [new PortDescriptor("Done", "Klaar", Embedded: false), new PortDescriptor(OpTijd, "De tijd is om", Embedded: false)], ActivityTraits.Waits),
        BeginWachten, VerderNaWachten);

    static IReadOnlyList<Effect> BeginTermijn(ActivityContext c)
    {
        var due = Taaktermijn.Bereken(c.RequiredText("termijn"), Invulling.Van(c, [], "", null, null), c.Date("sinds")) ?? throw new StepFailed(Termijncode.TermijnLooptNiet, c.RequiredText("termijn"));
        return due.DueAt <= c.Now ? [new Complete("Verstreken")] : [new SetDeadline(Sleutel, due.DueAt, due.LastDay, due.Explanation)];
    }

    static IReadOnlyList<Effect> BeginWachten(ActivityContext c)
    {
        var voorwaarde = Voorwaarde(c);
        if (voorwaarde is not null && c.Condition(voorwaarde))
            return [new Complete()];
        var moment = c.Moment("tot") ?? (c.Duration("duur") is { } duur ? c.Now + duur : (DateTimeOffset?)null);
        if (voorwaarde is null && moment is null)
            throw new StepFailed(Huishoudcode.WachtenZonderDoel, c.Node.DisplayText);
        if (moment <= c.Now)
            return [new Complete(voorwaarde is null ? "Done" : OpTijd)];
        return
        [
            .. voorwaarde is { ExpressionType: ExpressionTypes.Feel } ? [new AwaitCondition(voorwaarde.Name)] : Array.Empty<Effect>(),
            .. moment is { } dan ? [new SetDeadline(Sleutel, dan)] : Array.Empty<Effect>(),
        ];
    }

    /// <summary>When there is something to wait for, time is what was too long; else time is what was waited for.</summary>
    static IReadOnlyList<Effect> VerderNaWachten(ActivityContext c, Stimulus stimulus) => stimulus switch
    {
        ConditionTrue => [new Complete()],
        DeadlineDue => [new Complete(Voorwaarde(c) is null ? "Done" : OpTijd)],
        _ => throw Onverwacht(stimulus),
    };

    static ActivityInput? Voorwaarde(ActivityContext c) => c.Node.Inputs.GetValueOrDefault("voorwaarde") is { Text.Length: > 0 } voorwaarde ? voorwaarde : null;

    static StepFailed Onverwacht(Stimulus stimulus) => new(Huishoudcode.StimulusOnverwacht, stimulus.GetType().Name);
}
