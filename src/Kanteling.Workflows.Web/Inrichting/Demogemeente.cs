using System.Globalization;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Demo;
using Kanteling.Workflows.Web.Proef;

namespace Kanteling.Workflows.Web.Inrichting;

/// <summary>
/// Makes the demo gemeente on an empty database: twelve households that were written by hand and a few hundred that are made
/// up, of the last eighteen months. They live through the engine itself, by the commands that people and timers give.
/// </summary>
public sealed partial class Demogemeente(OpenStorage storage, KantelingSettings settings, TimeProvider real, ILoggerFactory loggers)
{
    static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");
    readonly ILogger logger = loggers.CreateLogger<Demogemeente>();

    /// <summary>Does nothing when there is a household already.</summary>
    public async Task SeedAsync()
    {
        if (await storage.Registers.ReadAsync(db => db.CountAsync(db.Streams.Where(s => s.Kind == Uitvoering.Huishouden))) > 0)
            return;
        var (nu, begin) = (real.GetUtcNow(), real.GetTimestamp());
        var opstelling = Proefopstelling.Van(new FlowFolder(settings.Workflows));
        var levens = Levens(opstelling, nu);
        await using (var verleden = new Verleden(storage, levens.Min(l => l.Volgende), real, loggers))
            await new Levensloop(verleden, opstelling, loggers.CreateLogger<Levensloop>()).SpeelAsync(levens, nu, Voortgang(levens.Count));
        LogMade(logger, levens.Count, (int)Math.Ceiling(real.GetElapsedTime(begin).TotalSeconds));
    }

    List<Leven> Levens(Proefopstelling opstelling, DateTimeOffset nu)
    {
        var (map, gemeente, kalender) = (new FlowFolder(settings.Workflows), Gemeente.Lees(settings.Workflows), opstelling.Kalender);
        var anna = new Rolverdeling(DemoAccounts.Prefix + "anna", DemoAccounts.Team, "Noord");
        return
        [
            .. map.Scenarios(FlowFolder.Demo).Select(naam => (naam, scenario: map.Scenario(FlowFolder.Demo, naam)))
                .Select(v => new Leven(v.naam, v.scenario, Dagschuif.Van(v.scenario.Vandaag!.Value, nu, kalender), anna, new Verwoording(gemeente.Teksten))),
            .. new Bevolking(map, gemeente, kalender, nu).Maak(settings.DemoHuishoudens),
        ];
    }

    /// <summary>A line for every month, so that whoever waits sees that it goes on.</summary>
    Action<int, DateTimeOffset> Voortgang(int alle)
    {
        var maand = 0;
        return (aantal, op) =>
        {
            if (op.Month != maand)
                LogProgress(logger, aantal, alle, op.ToString("MMMM yyyy", Nederlands));
            maand = op.Month;
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demogemeente: {Count} van {All} huishoudens, {Month}…")]
    static partial void LogProgress(ILogger logger, int count, int all, string month);

    [LoggerMessage(Level = LogLevel.Information, Message = "De demogemeente heeft {Count} huishoudens; het maken duurde {Seconds} seconden.")]
    static partial void LogMade(ILogger logger, int count, int seconds);
}
