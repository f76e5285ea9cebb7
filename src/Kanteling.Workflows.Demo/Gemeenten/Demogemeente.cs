using Microsoft.Extensions.Logging;
using System.Globalization;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Handelen;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// Makes the demo gemeente on an empty database: twelve households that were written by hand and a few hundred that are made
/// up, of the last eighteen months. They live through the engine itself, by the commands that people and timers give.
/// </summary>
public sealed class Demogemeente(OpenStorage storage, Demowens wens, TimeProvider werkelijk, ILoggerFactory loggers)
{
    static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");
    readonly ILogger logger = loggers.CreateLogger<Demogemeente>();

    /// <summary>Does nothing when there is a household already.</summary>
    public async Task MaakAsync()
    {
        if (await storage.Streams.AnyAsync(Uitvoering.Huishouden))
            return;
        var (nu, begin) = (werkelijk.GetUtcNow(), werkelijk.GetTimestamp());
        var opstelling = Proefopstelling.Van(new Stroommap(wens.Workflows));
        var huishoudens = Huishoudens(opstelling, nu);
        await using (var verleden = new Verledenmotor(storage, huishoudens.Min(l => l.Volgende), werkelijk, loggers))
            await new Demospeler(verleden, opstelling, loggers.CreateLogger<Demospeler>()).SpeelAsync(huishoudens, nu, Voortgang(huishoudens.Count));
        logger.LogInformation("De demogemeente heeft {Count} huishoudens; het maken duurde {Seconds} seconden.", huishoudens.Count, (int)Math.Ceiling(werkelijk.GetElapsedTime(begin).TotalSeconds));
    }

    List<Demohuishouden> Huishoudens(Proefopstelling opstelling, DateTimeOffset nu)
    {
        var (map, gemeente, kalender) = (new Stroommap(wens.Workflows), Gemeentebestand.Lees(wens.Workflows), opstelling.Kalender);
        var anna = new Demorollen(new(Demoaccounts.Prefix + "anna"), Demoaccounts.Team, "Noord");
        return
        [
            .. map.Scenarios(Stroommap.Demo).Select(naam => (naam, scenario: map.Scenario(Stroommap.Demo, naam)))
                .Select(v => new Demohuishouden(v.naam, v.scenario, Dagverschuiving.Van(v.scenario.Vandaag!.Value, nu, kalender), anna, new Verhaalwoorden(gemeente.Teksten))),
            .. new Verzonnenhuishoudens(map, gemeente, kalender, nu).Maak(wens.Huishoudens),
        ];
    }

    /// <summary>A line for every month, so that whoever waits sees that it goes on.</summary>
    Action<int, DateTimeOffset> Voortgang(int alle)
    {
        var maand = 0;
        return (aantal, op) =>
        {
            if (op.Month != maand)
                logger.LogInformation("Demogemeente: {Count} van {All} huishoudens, {Month}…", aantal, alle, op.ToString("MMMM yyyy", Nederlands));
            maand = op.Month;
        };
    }
}

/// <summary>What demo gemeente is asked for.</summary>
/// <param name="Workflows">Folder with the flows.</param>
/// <param name="Huishoudens">How many are made up, besides those that were written by hand.</param>
public sealed record Demowens(string Workflows, int Huishoudens);
