using System.Net;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;


namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Looks at a name and a password, for the page and for the API.</summary>
public sealed class Aanmelding(Accounts accounts, Aanmeldpogingen pogingen)
{
    /// <returns>Refused: 401 when it is wrong, 403 over http from elsewhere, 429 after too many attempts.</returns>
    public async Task<Uitslag<Actor>> ControleerAsync(HttpContext context, string naam, string wachtwoord)
    {
        // The cookie would not come back, and the password would have gone over the line for everybody to read.
        if (!context.Request.IsHttps && !IsHier(context.Request.Host))
            return new Weigering(Verzoekcode.VerbindingOnveilig);
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

    static bool IsHier(HostString host) => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var adres) && IPAddress.IsLoopback(adres));
}
