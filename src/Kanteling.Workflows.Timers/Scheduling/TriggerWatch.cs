using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Hears of triggers that the scheduler gave up: it parks one that failed five times to move on, and those of a job that
/// it cannot make. Nothing would fire them again, so it must be seen.
/// </summary>
sealed class TriggerWatch(TimerHealth health) : ISchedulerListener
{
    public ValueTask TriggerInError(IScheduler scheduler, TriggerKey triggerKey, CancellationToken cancellationToken = default)
    {
        health.TriggerStopped(triggerKey.Name);
        return ValueTask.CompletedTask;
    }

    public ValueTask TriggersInError(IScheduler scheduler, JobKey jobKey, CancellationToken cancellationToken = default)
    {
        health.TriggerStopped(jobKey.Name);
        return ValueTask.CompletedTask;
    }
}
