using Microsoft.Extensions.Hosting;

namespace Kanteling.Workflows.Timers;

/// <summary>Stops the HTTP requests under way when the program stops: after the scheduler, before the store is closed.</summary>
sealed class RequestService(MessageDelivery delivery) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => delivery.DisposeAsync().AsTask().WaitAsync(cancellationToken);
}
