using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Activities;

/// <summary>Activities that start instances by the clock. Their inputs are read at publish, so only literals count there.</summary>
static class Triggers
{
    public static IEnumerable<ActivityNode> Of(WorkflowDefinition definition) =>
        definition.Nodes.Values.Where(n => n is { CanStartWorkflow: true, Type: ActivityTypes.Timer or ActivityTypes.Cron or ActivityTypes.StartAt });

    /// <summary>
    /// The first moment after now: a recurrence counts from the moment that was due, so it does not drift, and moments
    /// missed in a standstill are not made up for. Null when it never fires (again).
    /// </summary>
    public static DateTimeOffset? Next(ActivityNode trigger, DateTimeOffset due, DateTimeOffset now) => trigger.Type switch
    {
        ActivityTypes.Timer => NextInterval(trigger, due, now),
        ActivityTypes.Cron => CronExpression.TryParse(Text(trigger, "cronExpression"), out var cron) ? cron.Next(now, LocalTime.Zone) : null,
        _ => ElsaTime.TryParseMoment(Text(trigger, "dateTime"), out var moment) && moment > now ? moment : null,
    };

    static DateTimeOffset? NextInterval(ActivityNode trigger, DateTimeOffset due, DateTimeOffset now)
    {
        if (!ElsaTime.TryParseDuration(Text(trigger, "interval"), out var interval) || interval <= TimeSpan.Zero)
            return null;
        var missed = Math.Max(0, (now - due).Ticks / interval.Ticks);
        return due + TimeSpan.FromTicks((missed + 1) * interval.Ticks);
    }

    static string Text(ActivityNode node, string input) => node.Inputs.GetValueOrDefault(input)?.Text ?? "";
}
