using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>Elsa's own activities with a task of a domain beside them: <c>Proef.Taak</c>, whose outcomes are drawn.</summary>
static class Catalogues
{
    public static ActivityDescriptor Task { get; } = new(
        "Proef.Taak", 1, "Proef", "Taak", "",
        [
            new InputDescriptor("Uitkomsten", "String[]", "Uitkomsten", "", InputDescriptor.DynamicOutcomes, DefaultSyntax: "Object",
                UiSpecifications: (JsonObject)JsonNode.Parse("""{ "DynamicOutcomesOptions": { "fixedOutcomes": [ "Verlopen" ] } }""")!),
        ],
        [], [], ActivityTraits.Waits | ActivityTraits.DynamicOutcomes);

    public static ActivityDescriptor Simple { get; } = new("Proef.Wacht", 1, "Proef", "Wacht", "", [], [], [], ActivityTraits.Waits);

    /// <summary>Requires a plain choice; what has a default is not asked for.</summary>
    public static ActivityDescriptor Choosing { get; } = new(
        "Proef.Kiest", 1, "Proef", "Kiest", "",
        [
            new InputDescriptor("Keuze", "Object", "Keuze", "", "variable-picker", IsWrapped: false, IsRequired: true),
            new InputDescriptor("Duur", "TimeSpan", "Duur", "", "singleline", DefaultValue: "P7D", IsRequired: true),
        ],
        [], [], ActivityTraits.None);

    public static ActivityCatalogue All { get; } = new(
        [.. BuiltIn.All.Select(kind => kind.Descriptor), Task, Simple, Choosing], text => text.Contains('!') ? new FeelProblem("SYNTAX", text.IndexOf('!') + 1, "!") : null);
}
