using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>Adds an account. What is shown here is shown once: only a hash is kept.</summary>
static class Accountopdracht
{
    public static async Task<int> VoegToeAsync(OpenStorage storage, string naam, string? display, string[] rollen, TeamId? team, bool isProgram, TextWriter uitvoer)
    {
        await using (storage)
        {
            if (rollen.Except(Rollen.Meegeleverd.Namen).ToList() is { Count: > 0 } unknown)
                return await RefuseAsync($"Deze rol bestaat niet: {string.Join(", ", unknown)}. Kies uit: {string.Join(", ", Rollen.Meegeleverd.Namen)}.");
            var wijk = (await storage.Teams.AllAsync()).Find(t => t.Id == team)?.Wijk;
            if (team is { } nieuw)
                await storage.Teams.AddMissingAsync([new Team { Id = nieuw, Name = nieuw.Text }], new("opdrachtregel"), TimeProvider.System.GetUtcNow());
            var wachtwoord = isProgram ? null : Accounts.NieuwWachtwoord();
            var gebruiker = new User { Id = new(naam), LoginName = naam, DisplayName = display ?? naam, Roles = [.. rollen], Team = team, Wijk = wijk };
            try
            {
                var token = await new Accounts(storage.Users, Wachtwoorden.Hash, TimeProvider.System).VoegToeAsync(gebruiker, wachtwoord, new("opdrachtregel"));
                await uitvoer.WriteLineAsync(token is null ? $"Wachtwoord van {naam}: {wachtwoord}" : $"Token van {naam}: {token}");
                return 0;
            }
            catch (RegisterConflictException)
            {
                return await RefuseAsync($"De naam {naam} bestaat al.");
            }
        }
    }

    static async Task<int> RefuseAsync(string zin)
    {
        await Console.Error.WriteLineAsync(zin);
        return 1;
    }
}
