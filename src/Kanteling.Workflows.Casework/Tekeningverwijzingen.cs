using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Veiligheid;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// What a drawing names besides its documents: roles, relations, teams, terms and other flows. The law of this file: what stands literally in a
/// drawing is there when it is published, or it is not published; and no drawing takes the shield off a meldcode. What is computed is looked up when the step runs.
/// </summary>
static class Tekeningverwijzingen
{
    static readonly string[] Adressen = ["adres", "escalatie"];
    static readonly string[] Termijnen = ["termijn", "termijnBijAcuut"];

    public static IEnumerable<Finding> Onbekend(WorkflowDefinition tekening, Given given) =>
    [
        .. tekening.Nodes.Values.SelectMany(node => VanStap(node, given).Concat(VanTaak(node, given)).Select(nee => Fout(nee, node.Id))),
        .. from genoemd in NamedFlow.In(tekening) let nee = VanStroom(genoemd, tekening, given) where nee is not null select Fout(nee, genoemd.Step.Id),
        .. Veiligheid(tekening),
        .. MogelijkhedenJson.Lees(tekening, _ => true).Lijst.SelectMany(m => m.Wie.Select(rol => Verwijzingsoort.Rol.Mist(given, rol)).OfType<Refusal>()).Select(nee => Fout(nee, null)),
    ];

    /// <summary>That a meldcode stands apart is no matter of drawing: it begins with the step that sees to that, and that step stands nowhere else.</summary>
    static IEnumerable<Finding> Veiligheid(WorkflowDefinition tekening)
    {
        if (tekening.DefinitionId != Werkstroomnaam.Veiligheid)
            return tekening.Nodes.Values.Where(node => node.Type == Veiligheidsstappen.BeginType).Select(node => Fout(Refusal.Of(Huishoudcode.VeiligheidAlleenDaar), node.Id));
        return tekening.FirstStep?.Type == Veiligheidsstappen.BeginType ? [] : [Fout(Refusal.Of(Huishoudcode.VeiligheidBegin), null)];
    }

    static IEnumerable<Refusal> VanStap(ActivityNode node, Given given) => node.Type.StartsWith("Kanteling.", StringComparison.Ordinal)
        ?
        [
            .. Adressen.Select(node.LiteralOf).OfType<string>().Select(adres => VanAdres(adres, given)).OfType<Refusal>(),
            .. Termijnen.Select(node.LiteralOf).OfType<string>().Select(termijn => Verwijzingsoort.Termijn.Mist(given, termijn)).OfType<Refusal>(),
        ]
        : [];

    static Refusal? VanAdres(string tekst, Given given) =>
        Taakadres.Gelezen(tekst) is { } adres ? Taakontvanger.Onbekend(adres, given) : Refusal.Of(Huishoudcode.TaakadresOnbekend, tekst);

    /// <summary>The role or team of a task of Elsa's own.</summary>
    static IEnumerable<Refusal> VanTaak(ActivityNode node, Given given) =>
        DrawnTask.AddressOf(node) is { } adres && Taakontvanger.Onbekend(adres, given) is { } nee ? [nee] : [];

    /// <summary>
    /// A flow that is named has to be published, save itself. Of one that is used as an activity the version counts, which is looked
    /// up elsewhere; when that is there, the flow may still have been retracted.
    /// </summary>
    static Refusal? VanStroom(NamedFlow genoemd, WorkflowDefinition tekening, Given given) =>
        genoemd.Flow == tekening.DefinitionId || (genoemd.Step.IsWorkflow && given.Find<CompiledDefinition>(Given.DefinitionKey(new DefinitionVersion(genoemd.Flow, genoemd.Step.Version))) is null)
            ? null : Verwijzingsoort.Werkstroom.Mist(given, genoemd.Flow.Text);

    static Finding Fout(Refusal nee, ActivityId? stap) => new(nee.Code, FindingSeverity.Error, stap, [.. nee.Arguments]);
}
