using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>
/// For who owns the machine: an account that is beheerder, with a link to choose its password, for who is locked out; and a second person where there is
/// none yet. Both are in the register changes, and the first in the list of what went without a second person.
/// </summary>
static class Beheerderopdracht
{
    public static async Task<int> HerstelAsync(OpenStorage storage, string naam, TextWriter uitvoer)
    {
        await using (storage)
        {
            if (!(await new Beheerdersherstel(storage.Users, TimeProvider.System).HerstelAsync(naam, Accountopdracht.Door)).Lukt(out var link, out var nee))
            {
                await Console.Error.WriteLineAsync(nee.Zin);
                return 1;
            }
            await uitvoer.WriteLineAsync($"{link.Naam} is beheerder. Kies een wachtwoord op /wachtwoord/{link.Geheim} (achter het adres van dit programma). Dat kan één keer, binnen 24 uur. Een tweede stap bij het aanmelden staat uit.");
            return 0;
        }
    }

    public static async Task<int> BevestigAsync(OpenStorage storage, string naam, TextWriter uitvoer)
    {
        await using (storage)
        {
            if (await new Beheerdersherstel(storage.Users, TimeProvider.System).BevestigAsync(naam, Accountopdracht.Door) is { } nee)
            {
                await Console.Error.WriteLineAsync(nee.Zin);
                return 1;
            }
            await uitvoer.WriteLineAsync($"{naam} is bevestigd als beheerder, en telt nu als tweede persoon.");
            return 0;
        }
    }
}
