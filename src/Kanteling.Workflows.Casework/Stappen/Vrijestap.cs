using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>A task that a process owner words himself.</summary>
static class Vrijestap
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
}
