using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// A program that starts while PostgreSQL is away listens already: it lives, it is not ready, and says so to whoever comes. It goes on
/// by itself when there is a database: after a power cut everything starts at once, and the database last.
/// </summary>
static partial class Wachtkamer
{
    static readonly TimeSpan Rust = TimeSpan.FromSeconds(2);

    /// <summary>Waits until the start can be tried again.</summary>
    /// <returns>False when somebody stopped the program meanwhile.</returns>
    public static async Task<bool> WachtAsync(string[] args, StorageUnavailableException reden)
    {
        var builder = Programmabegin.Maak(args);
        builder.BepaalAdres();
        var opslag = Programmainstellingen.Lees(builder.Configuration, builder.Environment).Storage;
        builder.BegrensKestrel();
        await using var app = builder.Build();
        app.GebruikBeveiligingskoppen();
        app.MapGet("/health/live", () => Results.Json(new { status = "leeft" }));
        app.MapGet("/health/ready", () => Results.Json(new { status = Gezondheid.GeenDatabase }, statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/health", () => Results.Json(new { versie = Programmaversie.Nummer, status = Gezondheid.GeenDatabase }, statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapFallback(context => Kalepagina.SchrijfAsync(context, new Weigering(Verzoekcode.OpslagNietBereikbaar)));
        await app.StartAsync();
        LogWacht(app.Logger, reden.InnerException?.Message);
        var stopt = app.Lifetime.ApplicationStopping;
        try
        {
            do
            {
                await Task.Delay(Rust, stopt);
            }
            while (!await StorageSetup.IsFreeAsync(opslag, stopt));
            LogVerder(app.Logger);
        }
        catch (OperationCanceledException) when (stopt.IsCancellationRequested)
        {
            // Somebody has other plans.
        }
        var isGevraagd = stopt.IsCancellationRequested;
        await app.StopAsync();
        return !isGevraagd;
    }

    [LoggerMessage(LogLevel.Warning, "De database is er nog niet, of een andere server maakt hem klaar. Dit programma wacht, en gaat vanzelf verder. {Reden}")]
    static partial void LogWacht(ILogger logger, string? reden);

    [LoggerMessage(LogLevel.Warning, "De database is er. Het programma start verder.")]
    static partial void LogVerder(ILogger logger);
}
