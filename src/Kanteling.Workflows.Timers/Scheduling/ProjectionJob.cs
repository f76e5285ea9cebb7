using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Brings the projections of the host up to date.</summary>
[DisallowConcurrentExecution]
sealed class ProjectionJob(Projecting projecting, TimerHealth health) : IJob
{
    public const string Name = "projections";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        health.RunAsync(Name, projecting.Run, cancellationToken);
}
