namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>The life of a host inside another: signals of the operating system are for the outer one.</summary>
sealed class Stilleven : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
