using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Kalenders;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Runs the <see cref="Kalendertocht"/> in the background. What goes wrong is in the log, and tried again: it never ends the host.</summary>
sealed partial class Kalenderdienst(Kalendertocht tocht, ILogger<Kalenderdienst> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await tocht.WachtAsync(stoppingToken);
                Meld(await tocht.LoopAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageUnavailableException reden)
            {
                LogLater(logger, reden);
            }
            catch (Exception reden)
            {
                LogFailed(logger, reden);
            }
        }
    }

    void Meld(TochtVerslag? verslag)
    {
        if (verslag is null)
            return;
        foreach (var (huishouden, code) in verslag.Blijft)
            LogStays(logger, huishouden, code);
        LogDone(logger, verslag.Stand.Versie, verslag.Stand.Gezien, verslag.Stand.Verschoven);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De nieuwe kalender wordt later verwerkt: de opslag is er even niet.")]
    static partial void LogLater(ILogger logger, Exception reden);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Huishouden {Stream} is nog niet op de nieuwe kalender: {Code}")]
    static partial void LogStays(ILogger logger, StreamId stream, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Kalender {Versie}: {Gezien} huishoudens bekeken, bij {Verschoven} verschoof een datum.")]
    static partial void LogDone(ILogger logger, int versie, int gezien, int verschoven);

    [LoggerMessage(Level = LogLevel.Error, Message = "De nieuwe kalender kon niet worden verwerkt; over een minuut opnieuw.")]
    static partial void LogFailed(ILogger logger, Exception reden);
}
