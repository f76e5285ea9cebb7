using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// Tells the other nodes, every few seconds, that this one lives and which version it is, and looks whether a newer one has changed the
/// tables. Then this one leaves: it takes no requests any more, waits until whoever sends them has seen that, and stops.
/// </summary>
sealed partial class Levensteken(OpenStorage storage, TimerOptions naam, Vertrek vertrek, IHostApplicationLifetime leven, ILogger<Levensteken> logger) : BackgroundService
{
    static readonly TimeSpan Ritme = TimeSpan.FromSeconds(5);

    /// <summary>As long as a balancer may take to see that this one is not ready.</summary>
    static readonly TimeSpan Uitloop = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!storage.Nodes.AreSeveral)
            return;
        try
        {
            while (!await IsVoorbijAsync(stoppingToken))
                await Task.Delay(Ritme, stoppingToken);
            await Task.Delay(Uitloop, stoppingToken);
            leven.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It stops already.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            if (storage.Nodes.AreSeveral)
                await storage.Nodes.LeaveAsync(naam.Node, cancellationToken);
        }
        catch (StorageUnavailableException reden)
        {
            // The others see by its silence that it is gone.
            LogMist(logger, reden.Message);
        }
    }

    /// <summary>Whether a newer version came in this one's place.</summary>
    async Task<bool> IsVoorbijAsync(CancellationToken cancellation)
    {
        try
        {
            if (await storage.Nodes.SignAsync(naam.Node, Programmaversie.Nummer, cancellation) is not { } later)
                return false;
            vertrek.Begin();
            LogVertrekt(logger, later);
            return true;
        }
        catch (Exception reden) when (reden is not OperationCanceledException)
        {
            LogMist(logger, reden.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Geen levensteken: {Reden}")]
    static partial void LogMist(ILogger logger, string reden);

    [LoggerMessage(LogLevel.Warning, "Een nieuwere versie van het programma heeft de database gewijzigd ({Migratie}). Deze server neemt niets meer aan, maakt af wat loopt, en stopt.")]
    static partial void LogVertrekt(ILogger logger, string migratie);
}
