using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Sweeps, and asks to be woken for a deadline that falls before the next sweep. Never twice at once in a process.</summary>
[DisallowConcurrentExecution]
sealed class SweepJob(Cases cases, DeadlineSweep sweep, TimerOptions options, TimerHealth health) : IJob
{
    public const string Name = "deadlines";
    static readonly TriggerKey WakeUp = new("deadlines-wake-up");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        health.RunAsync(Name, c => SweepAsync(context, c), cancellationToken);

    async Task SweepAsync(IJobExecutionContext context, CancellationToken cancellation)
    {
        await sweep.RunAsync(cancellation);
        await WakeForNextAsync(context, cancellation);
    }

    async Task WakeForNextAsync(IJobExecutionContext context, CancellationToken cancellation)
    {
        var real = cases.Clock.RealNow;
        if (await cases.Store.NextDeadlineAsync(real, cancellation) is not { } due || due - cases.Clock.Offset is var at && at >= real + options.Interval)
            return;
        var trigger = TriggerBuilder.Create().WithIdentity(WakeUp).ForJob(context.JobDetail.Key).StartAt(at > real ? at : real)
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await context.Scheduler.ScheduleJob(trigger, new ScheduleJobOptions { Replace = true }, cancellation);
    }
}
