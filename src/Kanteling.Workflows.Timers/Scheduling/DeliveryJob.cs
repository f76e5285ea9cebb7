using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Delivers messages. HTTP requests go on after it ended, so that the next run is not held up.</summary>
[DisallowConcurrentExecution]
sealed class DeliveryJob(MessageDelivery delivery, TimerHealth health) : IJob
{
    public const string Name = "messages";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await delivery.RunAsync(cancellationToken);
            health.JobRan(Name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops; what was taken is done, but for HTTP requests: their leases run out by themselves.
        }
        catch (Exception exception)
        {
            // Kept from the scheduler, which would log the message; the next run comes anyhow.
            health.JobFailed(Name, exception);
        }
    }
}
