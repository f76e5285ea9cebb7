using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>Adds an account, or changes one. What is shown of a new one is shown once: only a hash is kept.</summary>
static class Accountopdracht
{
    public static async Task<int> VoegToeAsync(OpenStorage storage, string naam, string? display, string[] rollen, TeamId? team, bool isProgram, TextWriter uitvoer)
    {
        await using (storage)
        {
            if (rollen.Except(Rollen.Meegeleverd.Namen).ToList() is { Count: > 0 } unknown)
                return await RefuseAsync($"Deze rol bestaat niet: {string.Join(", ", unknown)}. Kies uit: {string.Join(", ", Rollen.Meegeleverd.Namen)}.");
            if ((Accountregels.Naam(display ?? naam) ?? (team is { } gevraagd ? Accountregels.Naam(gevraagd.Text) : null)) is { } onzichtbaar)
                return await RefuseAsync(onzichtbaar.Zin);
            var wijk = (await storage.Teams.AllAsync()).Find(t => t.Id == team)?.Wijk;
            if (team is { } nieuw)
                await storage.Teams.AddMissingAsync([new Team { Id = nieuw, Name = nieuw.Text }], Door, TimeProvider.System.GetUtcNow());
            var wachtwoord = isProgram ? null : Accounts.NieuwWachtwoord();
            var gebruiker = new User { Id = new(naam), LoginName = naam, DisplayName = display ?? naam, Roles = [.. rollen], Team = team, Wijk = wijk };
            try
            {
                var token = await new Accounts(storage.Users, Wachtwoorden.Hash, TimeProvider.System).VoegToeAsync(gebruiker, wachtwoord, Door, isAlleen: true);
                await uitvoer.WriteLineAsync(token is null ? $"Wachtwoord van {naam}: {wachtwoord}" : $"Token van {naam}: {token}");
                return 0;
            }
            catch (RegisterConflictException)
            {
                return await RefuseAsync(await storage.Users.FindByNameAsync(naam) is { IsActive: false } ? Zinnen.Voor(Gebruikercode.WerktNietMeer, naam) : $"De naam {naam} bestaat al.");
            }
        }
    }

    /// <summary>Hands over first when that is asked, then changes the account; nothing of who leaves stays behind with nobody.</summary>
    /// <param name="draagOverAan">Name by which the colleague signs in; null to hand over nothing.</param>
    public static async Task<int> WijzigAsync(OpenStorage storage, string naam, Gebruikerswijziging? wijziging, string? draagOverAan, TextWriter uitvoer)
    {
        await using (storage)
        {
            if (wijziging?.Rollen is { } rollen && rollen.Except(Rollen.Meegeleverd.Namen).ToList() is { Count: > 0 } unknown)
                return await RefuseAsync($"Deze rol bestaat niet: {string.Join(", ", unknown)}. Kies uit: {string.Join(", ", Rollen.Meegeleverd.Namen)}.");
            if (await ZoekAsync(storage, naam) is not { } gebruiker)
                return await RefuseAsync(Zinnen.Voor(Gebruikercode.GebruikerOnbekend, naam));
            var beheer = new Gebruikersbeheer(storage, Opdrachtregel.MotorOp(storage), TimeProvider.System) { NoemtWat = true };
            if (draagOverAan is not null && !await DraagOverAsync(storage, beheer, gebruiker, draagOverAan, uitvoer))
                return 1;
            if (wijziging is null)
                return 0;
            if (await beheer.WijzigAsync(gebruiker.Id, wijziging, Door) is { } nee)
                return await RefuseAsync(string.Join(Environment.NewLine, nee.Uitleg));
            await uitvoer.WriteLineAsync(wijziging.Actief switch { false => $"{naam} kan zich niet meer aanmelden.", true => $"{naam} kan zich weer aanmelden.", _ => $"{naam} is gewijzigd." });
            return 0;
        }
    }

    static async Task<bool> DraagOverAsync(OpenStorage storage, Gebruikersbeheer beheer, User van, string draagOverAan, TextWriter uitvoer)
    {
        if (await ZoekAsync(storage, draagOverAan) is not { IsActive: true } aan)
        {
            await RefuseAsync(Zinnen.Voor(await ZoekAsync(storage, draagOverAan) is null ? Gebruikercode.GebruikerOnbekend : Gebruikercode.WerktNietMeer, draagOverAan));
            return false;
        }
        if (!(await beheer.DraagOverAsync(van.Id, aan.Id, Door, $"overdracht:{TimeProvider.System.GetUtcNow().UtcTicks}")).Lukt(out var verslag, out var nee))
        {
            await RefuseAsync(nee.Zin);
            return false;
        }
        await uitvoer.WriteLineAsync($"Overgedragen aan {draagOverAan}: {Schrijfwijze.Aantal(verslag.Gelukt, "huishouden", "huishoudens")}.");
        var (terug, bleef) = verslag.Genoemd;
        foreach (var zin in terug)
            await uitvoer.WriteLineAsync(zin);
        foreach (var zin in bleef)
            await Console.Error.WriteLineAsync(zin);
        return verslag.Bleef.IsEmpty;
    }

    static async Task<User?> ZoekAsync(OpenStorage storage, string naam) => await storage.Users.FindByNameAsync(naam) ?? await storage.Users.FindAsync(new(naam));

    internal static readonly ActorId Door = new("opdrachtregel");

    static async Task<int> RefuseAsync(string zin)
    {
        await Console.Error.WriteLineAsync(zin);
        return 1;
    }
}
