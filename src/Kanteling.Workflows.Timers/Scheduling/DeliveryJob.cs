using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Delivers messages. HTTP requests go on after it ended, so that the next run is not held up.</summary>
[DisallowConcurrentExecution]
sealed class DeliveryJob(MessageDelivery delivery, TimerHealth health) : IJob
{
    public const string Name = "messages";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        health.RunAsync(Name, delivery.RunAsync, cancellationToken);
}
