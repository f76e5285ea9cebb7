using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// What a drawing names besides its documents: roles, relations, teams, terms and other flows. The law of this file: what stands literally in a
/// drawing is there when it is published, or it is not published. What is computed is looked up when the step runs.
/// </summary>
static class Tekeningverwijzingen
{
    static readonly string[] Adressen = ["adres", "escalatie"];
    static readonly string[] Termijnen = ["termijn", "termijnBijAcuut"];

    public static IEnumerable<Finding> Onbekend(WorkflowDefinition tekening, Given given) =>
    [
        .. tekening.Nodes.Values.SelectMany(node => VanStap(node, given).Concat(VanStroom(node, tekening, given)).Select(nee => Fout(nee, node.Id))),
        .. MogelijkhedenJson.Lees(tekening, _ => true).Lijst.SelectMany(m => m.Wie.Select(rol => Verwijzingsoort.Rol.Mist(given, rol)).OfType<Refusal>()).Select(nee => Fout(nee, null)),
    ];

    static IEnumerable<Refusal> VanStap(ActivityNode node, Given given) => node.Type.StartsWith("Kanteling.", StringComparison.Ordinal)
        ?
        [
            .. Adressen.Select(node.LiteralOf).OfType<string>().Select(adres => VanAdres(adres, given)).OfType<Refusal>(),
            .. Termijnen.Select(node.LiteralOf).OfType<string>().Select(termijn => Verwijzingsoort.Termijn.Mist(given, termijn)).OfType<Refusal>(),
        ]
        : [];

    static Refusal? VanAdres(string tekst, Given given) =>
        Taakadres.Gelezen(tekst) is { } adres ? Taakontvanger.Onbekend(adres, given) : Refusal.Of(Huishoudcode.TaakadresOnbekend, tekst);

    /// <summary>Elsa's own steps: the flow that one starts by name, and the role or team of a task. A flow may start itself.</summary>
    static IEnumerable<Refusal> VanStroom(ActivityNode node, WorkflowDefinition tekening, Given given) => node.Type switch
    {
        ActivityTypes.ExecuteWorkflow or ActivityTypes.DispatchWorkflow when node.LiteralOf("workflowDefinitionId") is { } flow && flow != tekening.DefinitionId.Text =>
            Verwijzingsoort.Werkstroom.Mist(given, flow) is { } nee ? [nee] : [],
        _ => DrawnTask.AddressOf(node) is { } adres && Taakontvanger.Onbekend(adres, given) is { } nee ? [nee] : [],
    };

    static Finding Fout(Refusal nee, ActivityId? stap) => new(nee.Code, FindingSeverity.Error, stap, [.. nee.Arguments]);
}
