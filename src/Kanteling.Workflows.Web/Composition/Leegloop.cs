using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// Who stops a node while others go on: for a moment it says that it is not ready and still answers everybody, so that whoever sends
/// requests has seen it and goes to another. Where it is alone, or somebody develops it, it stops at once.
/// </summary>
sealed class Leegloop(OpenStorage storage, Programmainstellingen instellingen, Vertrek vertrek, IHostEnvironment omgeving) : IHostedLifecycleService
{
    /// <summary>More than two questions of a balancer that asks every second.</summary>
    static readonly TimeSpan Even = TimeSpan.FromSeconds(5);

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Who leaves for a newer version has waited already; of several gemeenten the node stops listening first.
        if (!storage.Nodes.AreSeveral || vertrek.IsBegonnen || omgeving.IsDevelopment() || instellingen.Adres.Length > 0)
            return Task.CompletedTask;
        vertrek.StopStraks();
        return Task.Delay(Even, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
