using System.Globalization;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>No two triggers of one definition answer to the same thing: it would start two instances at once.</summary>
static class TriggerCheck
{
    public static IEnumerable<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        var triggers = definition.Nodes.Values.Where(node => IsTrigger(node, catalogue)).ToList();
        if (triggers.Count > DefinitionCheck.MaxTriggers)
            yield return Finding.Error(FindingCode.TooManyTriggers, null, DefinitionCheck.MaxTriggers.ToString(CultureInfo.InvariantCulture));
        foreach (var same in triggers.GroupBy(Payload).Where(group => group.Count() > 1))
        {
            foreach (var later in same.Skip(1))
                yield return Finding.Error(FindingCode.TriggerClash, later.Id, same.First().Id.Text, later.Type);
        }
    }

    /// <summary>Whether the activity starts instances by itself.</summary>
    public static bool IsTrigger(ActivityNode node, ActivityCatalogue catalogue) => node.CanStartWorkflow && catalogue.Has(node, ActivityTraits.Trigger);

    static string Payload(ActivityNode node) => string.Join('\n', node.Inputs.Values
        .OrderBy(input => input.Name, StringComparer.OrdinalIgnoreCase)
        .Select(input => $"{input.Name.ToUpperInvariant()} {input.ExpressionType} {input.Text}")
        .Prepend(node.Type));
}
