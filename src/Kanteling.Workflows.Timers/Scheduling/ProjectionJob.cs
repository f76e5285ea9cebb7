using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Brings the projections of the host up to date.</summary>
[DisallowConcurrentExecution]
sealed class ProjectionJob(Projecting projecting, TimerHealth health) : IJob
{
    public const string Name = "projections";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await projecting.Run(cancellationToken);
            health.JobRan(Name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops; the next start goes on.
        }
        catch (Exception exception)
        {
            // Kept from the scheduler, which would log the message; the next run comes anyhow.
            health.JobFailed(Name, exception);
        }
    }
}
