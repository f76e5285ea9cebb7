using System.Globalization;

namespace Kanteling.Workflows.Definitions.Checks;

/// <summary>
/// No two triggers of one definition answer to the same thing: it would start two instances at once. And none begins more often than once an
/// hour: each beginning is a case of its own, which is kept.
/// </summary>
static class TriggerCheck
{
    static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    public static IEnumerable<Finding> Run(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        var triggers = definition.Nodes.Values.Where(node => IsTrigger(node, catalogue)).ToList();
        if (triggers.Count > DefinitionCheck.MaxTriggers)
            yield return Finding.Error(FindingCode.TooManyTriggers, null, DefinitionCheck.MaxTriggers.ToString(CultureInfo.InvariantCulture));
        foreach (var hasty in triggers)
        {
            if (TooOften(hasty) is { } written)
                yield return Finding.Error(FindingCode.TriggerTooOften, hasty.Id, written);
        }
        foreach (var same in triggers.GroupBy(Payload).Where(group => group.Count() > 1))
        {
            foreach (var later in same.Skip(1))
                yield return Finding.Error(FindingCode.TriggerClash, later.Id, same.First().Id.Text, later.Type);
        }
    }

    /// <summary>Whether the activity starts instances by itself.</summary>
    public static bool IsTrigger(ActivityNode node, ActivityCatalogue catalogue) => node.CanStartWorkflow && catalogue.Has(node, ActivityTraits.Trigger);

    /// <summary>By the text that stands there, whatever kind of expression it says to be: the clock reads it so.</summary>
    /// <returns>The interval or the expression as written; null when it is not too often, or cannot be read.</returns>
    static string? TooOften(ActivityNode node) => node.Type switch
    {
        ActivityTypes.Timer when Text(node, "interval") is { } text => ElsaTime.TryParseDuration(text, out var interval) && interval < Shortest ? text : null,
        ActivityTypes.Cron when Text(node, "cronExpression") is { } text => CronExpression.TryParse(text, out var cron) && cron.IsOftenerThanHourly ? text : null,
        _ => null,
    };

    static string? Text(ActivityNode node, string input) => node.Inputs.GetValueOrDefault(input)?.Text;

    static string Payload(ActivityNode node) => string.Join('\n', node.Inputs.Values
        .OrderBy(input => input.Name, StringComparer.OrdinalIgnoreCase)
        .Select(input => $"{input.Name.ToUpperInvariant()} {input.ExpressionType} {input.Text}")
        .Prepend(node.Type));
}
