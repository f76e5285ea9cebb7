using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>A task that a process owner words himself.</summary>
static partial class Vrijestap
{
    public static readonly Stap VrijeTaak = new(
        "VrijeTaak", "Overig", "Taak", "Een taak die u zelf beschrijft, met uitkomsten die u zelf kiest.", Stap.Klaar)
    {
        Waarde = "Er is ruimte voor wat bij u past, ook als het niet in een vaste stap staat.",
        Bronnen = ["P26"],
        OokNaOverlijden = true,
        EigenUitkomsten = true,
        // Who asks for a task says what it is about; that goes in an answer, because a title is never erased.
        Vooraf = s => s.Formulier?.Velden.Any(v => v.Id == "wat") == true && s.Context.Instance.Input.AsObject()["toelichting"] is { } wat ? new() { ["wat"] = wat.DeepClone() } : [],
        EigenInvoer = [new InputDescriptor("Uitkomsten", "String[]", "Uitkomsten", "Waar de taak op uit kan komen.", InputDescriptor.DynamicOutcomes, DefaultSyntax: "Object") { IsFixed = true }],
    };

    /// <summary>Why this cannot begin a task whose last day is asked of who begins it; another drawing may mean something else by a <c>datum</c>.</summary>
    public static IReadOnlyList<Refusal> Controleer(ActivityNode stap, JsonObject invoer, DateOnly vandaag)
    {
        var gevraagd = new Antwoorden(invoer, "", null);
        return !Laatstedag().IsMatch(stap.Inputs.GetValueOrDefault("termijn")?.Text ?? "") ? []
            : gevraagd.IsGeenDag("datum") ? [gevraagd.Weiger("datum", Huishoudcode.DagBuitenBereik)]
            : gevraagd.Dag("datum") < vandaag ? [gevraagd.Weiger("datum", Huishoudcode.TaakdagVoorbij)]
            : [];
    }

    [GeneratedRegex(@"\bdatum\b")]
    private static partial Regex Laatstedag();
}
