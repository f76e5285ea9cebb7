using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;


namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Looks at a name and a password, for the page and for the API.</summary>
public sealed class Aanmelding(Accounts accounts, Aanmeldpogingen pogingen)
{
    /// <returns>Refused: 401 when it is wrong, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> ControleerAsync(HttpContext context, string naam, string wachtwoord)
    {
        var adres = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (pogingen.Wacht(naam, adres) is { } wachttijd)
            return new Weigering(Verzoekcode.TeVaakGeprobeerd, $"{(int)Math.Ceiling(wachttijd.TotalMinutes)}") { OpnieuwNa = wachttijd };
        if (await accounts.ControleerAsync(naam, wachtwoord) is not { } actor)
        {
            pogingen.Mislukt(naam, adres);
            return new Weigering(Verzoekcode.AanmeldenOnjuist);
        }
        pogingen.Gelukt(naam);
        return actor;
    }
}
