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
        .. MogelijkhedenJson.Lees(tekening, _ => true).Lijst.SelectMany(m => m.Wie.Select(rol => Bezwaar(Verwijzingsoort.Rol, rol, given)).OfType<Refusal>()).Select(nee => Fout(nee, null)),
    ];

    static IEnumerable<Refusal> VanStap(ActivityNode node, Given given) => node.Type.StartsWith("Kanteling.", StringComparison.Ordinal)
        ?
        [
            .. Adressen.Select(invoer => Letterlijk(node, invoer)).OfType<string>().Select(adres => VanAdres(adres, given)).OfType<Refusal>(),
            .. Termijnen.Select(invoer => Letterlijk(node, invoer)).OfType<string>().Select(termijn => Bezwaar(Verwijzingsoort.Termijn, termijn, given)).OfType<Refusal>(),
        ]
        : [];

    static Refusal? VanAdres(string tekst, Given given) =>
        Taakadres.Gelezen(tekst) is { } adres ? Taakontvanger.Onbekend(adres, given) : Refusal.Of(Huishoudcode.TaakadresOnbekend, tekst);

    /// <summary>Elsa's own steps: the flow that one starts by name, and the role or team of a task. A flow may start itself.</summary>
    static IEnumerable<Refusal> VanStroom(ActivityNode node, WorkflowDefinition tekening, Given given) => node.Type switch
    {
        ActivityTypes.ExecuteWorkflow or ActivityTypes.DispatchWorkflow when Letterlijk(node, "workflowDefinitionId") is { } flow && flow != tekening.DefinitionId.Text =>
            Bezwaar(Verwijzingsoort.Werkstroom, flow, given) is { } nee ? [nee] : [],
        _ => DrawnTask.AddressOf(node) is { } adres && Taakontvanger.Onbekend(adres, given) is { } nee ? [nee] : [],
    };

    static string? Letterlijk(ActivityNode node, string invoer) =>
        node.Inputs.Values.FirstOrDefault(i => i.Name.Equals(invoer, StringComparison.OrdinalIgnoreCase)) is { ExpressionType: ExpressionTypes.Literal, Text: { Length: > 0 } tekst } ? tekst : null;

    static Refusal? Bezwaar(Verwijzingsoort soort, string id, Given given) => soort.Bezwaar(new Zoekvraag(given, id, id, null));

    static Finding Fout(Refusal nee, ActivityId? stap) => new(nee.Code, FindingSeverity.Error, stap, [.. nee.Arguments]);
}
