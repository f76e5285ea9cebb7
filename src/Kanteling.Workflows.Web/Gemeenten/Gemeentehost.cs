using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.Http.Features;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>
/// The life of one gemeente in a node: a whole host of its own, that is opened, and opened again when that could not be or when its
/// demonstration begins anew. Whatever goes wrong here, the others go on.
/// </summary>
/// <param name="maak">Makes its host, ready to start, behind a door.</param>
/// <param name="rust">Between two attempts.</param>
sealed partial class Gemeentehost(Gemeenteplaats plaats, Func<Gemeenteplaats, Binnendeur, Task<WebApplication>> maak, TimeSpan rust, ILogger logger)
{
    readonly TaskCompletionSource geprobeerd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile Binnendeur? deur;
    string? reden;

    public Gemeenteplaats Plaats => plaats;

    /// <summary>Done when it was tried to open it, whether or not that went well.</summary>
    public Task Geprobeerd => geprobeerd.Task;

    public bool IsOpen => deur is { IsOpen: true };

    /// <returns>Null when it is closed.</returns>
    public Bezoek? Binnen(IFeatureCollection features) => deur?.Binnen(features);

    /// <summary>Until the node stops.</summary>
    public async Task LeefAsync(CancellationToken einde)
    {
        while (!einde.IsCancellationRequested)
        {
            try
            {
                await OpenAsync(einde);
            }
            catch (OperationCanceledException) when (einde.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fout)
            {
                Meld(fout);
                geprobeerd.TrySetResult();
                await Task.Delay(rust, einde).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        geprobeerd.TrySetResult();
    }

    async Task OpenAsync(CancellationToken einde)
    {
        var nieuw = new Binnendeur();
        StorageOptions? leegte;
        await using (var host = await maak(plaats, nieuw))
        {
            var herbegin = host.Services.GetRequiredService<Herbegin>();
            await host.StartAsync(einde);
            deur = nieuw;
            reden = null;
            LogOpen(logger, plaats.Naam);
            geprobeerd.TrySetResult();
            await host.WaitForShutdownAsync(einde);
            leegte = plaats.Instellingen.IsDemo && herbegin.IsGevraagd ? plaats.Instellingen.Storage : null;
        }
        if (leegte is not null)
            await StorageSetup.EmptyAsync(leegte, einde);
        LogGesloten(logger, plaats.Naam);
    }

    /// <summary>The same reason is told once, not at every attempt.</summary>
    void Meld(Exception fout)
    {
        if (reden == fout.Message)
            return;
        reden = fout.Message;
        if (fout is StartGeweigerdException)
            LogGeweigerd(logger, plaats.Naam, fout.Message);
        else if (StorageUnavailableException.In(fout) is { } weg)
            LogGeweigerd(logger, plaats.Naam, "De database is er niet. " + weg.InnerException?.Message);
        else
            LogMislukt(logger, plaats.Naam, fout);
    }

    [LoggerMessage(LogLevel.Information, "{Gemeente} is open.")]
    static partial void LogOpen(ILogger logger, string gemeente);

    [LoggerMessage(LogLevel.Information, "{Gemeente} is gesloten.")]
    static partial void LogGesloten(ILogger logger, string gemeente);

    [LoggerMessage(LogLevel.Error, "{Gemeente} gaat niet open, de andere gemeenten wel; we proberen het steeds opnieuw. {Reden}")]
    static partial void LogGeweigerd(ILogger logger, string gemeente, string reden);

    [LoggerMessage(LogLevel.Error, "{Gemeente} gaat niet open, de andere gemeenten wel; we proberen het steeds opnieuw.")]
    static partial void LogMislukt(ILogger logger, string gemeente, Exception reden);
}
