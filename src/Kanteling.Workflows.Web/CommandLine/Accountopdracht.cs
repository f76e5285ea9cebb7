using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>Adds an account. What is shown here is shown once: only a hash is kept.</summary>
static class Accountopdracht
{
    public static async Task<int> VoegToeAsync(OpenStorage storage, string name, string? display, string[] roles, string? team, bool isProgram, TextWriter output)
    {
        await using (storage)
        {
            if (roles.Except(Rollen.Meegeleverd.Namen).ToList() is { Count: > 0 } unknown)
                return await RefuseAsync($"Deze rol bestaat niet: {string.Join(", ", unknown)}. Kies uit: {string.Join(", ", Rollen.Meegeleverd.Namen)}.");
            var wijk = (await storage.Teams.AllAsync()).Find(t => t.Id == team)?.Wijk;
            if (team is not null)
                await storage.Teams.AddMissingAsync([new Team { Id = team, Name = team }], "opdrachtregel", TimeProvider.System.GetUtcNow());
            var password = isProgram ? null : Accounts.NieuwWachtwoord();
            var user = new User { Id = name, LoginName = name, DisplayName = display ?? name, Roles = [.. roles], Team = team, Wijk = wijk };
            try
            {
                var token = await new Accounts(storage.Users, Wachtwoorden.Hash, TimeProvider.System).VoegToeAsync(user, password, "opdrachtregel");
                await output.WriteLineAsync(token is null ? $"Wachtwoord van {name}: {password}" : $"Token van {name}: {token}");
                return 0;
            }
            catch (RegisterConflictException)
            {
                return await RefuseAsync($"De naam {name} bestaat al.");
            }
        }
    }

    static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
