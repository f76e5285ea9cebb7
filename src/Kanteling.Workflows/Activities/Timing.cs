using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;
using static Kanteling.Workflows.Activities.BuiltIn;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// Waiting for a moment. As the activity that started the instance, a trigger is done at once; in the middle of a flow
/// it waits for its next moment. A delay always waits, even for no time at all, so a loop with one in it never runs on.
/// Cron is read in the local time zone of the law, so that "every morning" stays morning.
/// </summary>
static class Timing
{
    public static readonly ImmutableArray<ActivityKind> Kinds =
    [
        Lasting(ActivityTypes.Delay, c => [new SetDeadline("due", c.Now + c.RequiredDuration("timeSpan"))], CompleteWhenDone),
        Trigger(ActivityTypes.Timer, c => c.Now + c.RequiredDuration("interval")),
        Trigger(ActivityTypes.Cron, NextOfCron),
        Trigger(ActivityTypes.StartAt, c => c.RequiredMoment("dateTime")),
    ];

    static ActivityKind Trigger(string type, Func<ActivityContext, DateTimeOffset> next) =>
        Lasting(type, c => c.StartedInstance ? [new Complete()] : WaitUntil(c, next(c)), CompleteWhenDone);

    static DateTimeOffset NextOfCron(ActivityContext c)
    {
        var text = c.RequiredText("cronExpression");
        if (!CronExpression.TryParse(text, out var cron))
            throw new StepFailed(RefusalCode.CronInvalid, c.Node.DisplayText, text);
        return cron.Next(c.Now, LocalTime.Zone) ?? throw new StepFailed(RefusalCode.CronNever, c.Node.DisplayText, text);
    }

    /// <summary>A moment that is past already is not waited for.</summary>
    static IReadOnlyList<Effect> WaitUntil(ActivityContext c, DateTimeOffset moment) => moment > c.Now ? [new SetDeadline("due", moment)] : [new Complete()];
}
