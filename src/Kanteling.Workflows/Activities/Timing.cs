using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Waiting for a moment. As the activity that started the instance, a trigger is done at once; in the middle of a flow
/// it waits for its next moment. Cron is read in the local time zone of the law, so that "every morning" stays morning.
/// </summary>
static class Timing
{
    const string Category = "Scheduling";
    const ActivityTraits Trigger = ActivityTraits.Trigger | ActivityTraits.Waits;

    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        new(Describe(ActivityTypes.Delay, Category, "Delay", "Waits for some time.", ActivityTraits.Waits, [Input("TimeSpan", "TimeSpan", "Such as 00:05:00, 42.00:00:00 or P6W.", required: true)]), c => WaitUntil(c.Now + (c.Duration("timeSpan") ?? throw new StepFailed("INPUT_MISSING", c.Node.DisplayText, "timeSpan"))), Done),
        new(Describe(ActivityTypes.Timer, Category, "Timer", "Every so often.", Trigger, [Input("Interval", "TimeSpan", "The time between two moments.", required: true)]), StartTrigger, Done),
        new(Describe(ActivityTypes.Cron, Category, "Cron", "At times given by a cron expression of six fields, local time.", Trigger, [Input("CronExpression", "String", "Seconds, minutes, hours, day, month, weekday.", required: true)]), StartTrigger, Done),
        new(Describe(ActivityTypes.StartAt, Category, "Start at", "At one moment.", Trigger, [Input("DateTime", "DateTimeOffset", "The moment.", required: true)]), StartTrigger, Done),
    ];

    static IReadOnlyList<Effect> StartTrigger(ActivityContext c)
    {
        if (c.Instance.StartActivity == c.Node.Id && c.Instance.Scopes.Values.All(s => !s.Visits.ContainsKey(c.Node.Id)))
            return [new Complete()];
        var due = c.Node.Type switch
        {
            ActivityTypes.Timer => c.Now + c.Duration("interval"),
            ActivityTypes.StartAt => c.Moment("dateTime"),
            _ => CronOf(c).Next(c.Now, LocalTime.Zone),
        };
        return due is { } moment && moment > c.Now ? WaitUntil(moment) : [new Complete()];
    }

    static CronExpression CronOf(ActivityContext c) =>
        CronExpression.TryParse(c.RequiredText("cronExpression"), out var cron) ? cron : throw new StepFailed("CRON_INVALID", c.Node.DisplayText);

    static IReadOnlyList<Effect> WaitUntil(DateTimeOffset moment) => [new SetDeadline("due", moment)];

    static IReadOnlyList<Effect> Done(ActivityContext c, Stimulus stimulus) => [new Complete()];
}
