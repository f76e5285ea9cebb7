using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;


namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Looks at a name and a password, for the page and for the API.</summary>
public sealed class Aanmelding(Accounts accounts, Aanmeldpogingen attempts)
{
    /// <returns>Refused: 401 when it is wrong, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> ControleerAsync(HttpContext context, string naam, string wachtwoord)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (attempts.Wacht(naam, address) is { } wait)
            return new Weigering(Verzoekcode.TeVaakGeprobeerd, $"{(int)Math.Ceiling(wait.TotalMinutes)}") { OpnieuwNa = wait };
        if (await accounts.ControleerAsync(naam, wachtwoord) is not { } actor)
        {
            attempts.Mislukt(naam, address);
            return new Weigering(Verzoekcode.AanmeldenOnjuist);
        }
        attempts.Gelukt(naam);
        return actor;
    }
}
