using System.Globalization;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// Makes households up: each is a scenario of a flow, moved to a day of the last eighteen months and lived by other people,
/// with another question, in another street, helped by somebody of its own wijkteam. The same seed and day give the same.
/// </summary>
sealed class Verzonnenhuishoudens(Stroommap map, Gemeentebestand gemeente, Kalender kalender, DateTimeOffset nu)
{
    const int Dagen = 548;
    const double Drukker = 1.35;
    const int MeesteAchterstand = 18;
    const int AndersDanAnna = 4;
    readonly DateOnly vandaag = LocalTime.DayOf(nu);
    readonly Dictionary<string, Scenario> scenarios = gemeente.Gewone.Keys.ToDictionary(s => s, s => map.Scenario(s.Split('/')[0], s.Split('/')[1]));

    public IEnumerable<Demohuishouden> Maak(int aantal)
    {
        for (var nummer = 1; nummer <= aantal; nummer++)
            yield return Maak(nummer, aantal, new Random(gemeente.Zaad + nummer));
    }

    Demohuishouden Maak(int nummer, int aantal, Random dobbel)
    {
        var scenario = scenarios[Loting.Trek(dobbel, gemeente.Gewone.Select(s => (s.Key, s.Value)))];
        // Somewhat more of them lately than long ago, a few days to and fro.
        var geleden = Math.Max(1, (int)(Dagen * Math.Pow(1 - nummer / (aantal + 1.0), Drukker)) + dobbel.Next(-5, 6));
        var verschuiving = new Dagverschuiving(vandaag.DayNumber - geleden - LocalTime.DayOf(scenario.Start).DayNumber, vandaag, nu, kalender);
        var buurt = Loting.Trek(dobbel, gemeente.Buurten.Select(b => (b, b.Gewicht)));
        // Anna has the households that were written by hand already.
        var behandelaar = Loting.Trek(dobbel, Demoaccounts.Consulenten(buurt.Team).Select(c => (c.Id, c.Aanmeldnaam == "anna" ? 1 : AndersDanAnna)));
        var rollen = new Demorollen(behandelaar, buurt.Team, buurt.Wijk);
        // In one household of three somebody is behind.
        var tot = dobbel.Next(3) == 0 ? nu.AddDays(-dobbel.Next(1, MeesteAchterstand)) : nu;
        return new Demohuishouden(string.Create(CultureInfo.InvariantCulture, $"huishouden-{nummer}"), scenario, verschuiving, rollen, new Verzonnenwoorden(gemeente, scenario.Invoer, buurt, dobbel, new Verzonnengegevens(gemeente, new Random(gemeente.Zaad - nummer))))
        {
            Consulentwerk = new Consulentwerk(gemeente, dobbel, kalender, tot),
        };
    }
}
