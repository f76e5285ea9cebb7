using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// Passwords that people choose themselves: with a link that works once, or with the one that they have. Of a link only a hash is kept, and nobody
/// but its owner ever knows a password.
/// </summary>
public sealed class Wachtwoordpunt(Users users, Wachtwoordhash wachtwoorden, TimeProvider werkelijk)
{
    public const int Kortste = 12;
    public const int Langste = 200;
    const int KortsteNaam = 3;
    static readonly TimeSpan Geldig = TimeSpan.FromHours(24);

    /// <summary>Whose link this is.</summary>
    /// <returns>Refused: 404 when it does not work, or not any more.</returns>
    public async Task<Uitslag<User>> VanLinkAsync(string token) =>
        await users.LinkAsync(Accounts.HashOf(token)) is { } link && link.Until > werkelijk.GetUtcNow() && await users.FindActiveAsync(link.UserId) is { } gebruiker
            ? gebruiker : new Weigering(Gebruikercode.LinkOngeldig);

    /// <summary>Chooses a password with a link, which then is gone.</summary>
    /// <returns>Refused: 404, or 422 with what is wrong with the password.</returns>
    public async Task<Uitslag<User>> KiesAsync(string token, string wachtwoord)
    {
        if (!(await VanLinkAsync(token)).Lukt(out var gebruiker, out var nee))
            return nee;
        if (Keur(wachtwoord, gebruiker) is { } fout)
            return fout;
        var (sleutel, hash, nu) = (Accounts.HashOf(token), wachtwoorden.Maak(wachtwoord), werkelijk.GetUtcNow());
        return await users.DecideAsync<Uitslag<User>>(boek =>
        {
            if (boek.Links.FirstOrDefault(l => l.LinkHash == sleutel && l.Until > nu) is not { } link || boek.Find(link.UserId) is not { IsActive: true } nog)
                return new Weigering(Gebruikercode.LinkOngeldig);
            nog.PasswordHash = hash;
            boek.Unlink(nog.Id);
            return nog;
        }, gebruiker.Id.Actor, nu);
    }

    /// <summary>Another password, for who gave the one that he has. A link that he had is gone.</summary>
    public async Task<Weigering?> WijzigAsync(UserId id, string wachtwoord)
    {
        if (await users.FindActiveAsync(id) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
        if (gebruiker.TokenHash is not null)
            return new Weigering(Gebruikercode.IsProgramma, gebruiker.LoginName);
        if (Keur(wachtwoord, gebruiker) is { } fout)
            return fout;
        var hash = wachtwoorden.Maak(wachtwoord);
        return await users.DecideAsync(boek =>
        {
            if (boek.Find(id) is not { IsActive: true } nog)
                return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
            nog.PasswordHash = hash;
            boek.Unlink(id);
            return null;
        }, id.Actor, werkelijk.GetUtcNow());
    }

    /// <summary>Gives somebody a new link, in a transaction that is under way.</summary>
    /// <param name="token">Shown once.</param>
    internal static DateTimeOffset Geef(UserBook boek, UserId id, string token, ActorId door, DateTimeOffset nu)
    {
        boek.Link(id, Accounts.HashOf(token), door, nu, nu + Geldig);
        return nu + Geldig;
    }

    internal static string NieuwToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is wrong with a new password; null when it can be chosen.</summary>
    public static Weigering? Keur(string wachtwoord, User gebruiker)
    {
        if (wachtwoord.Trim().Length < Kortste)
            return new Weigering(Gebruikercode.WachtwoordTeKort, $"{Kortste}");
        if (wachtwoord.Length > Langste)
            return new Weigering(Gebruikercode.WachtwoordTeLang, $"{Langste}");
        return new[] { gebruiker.LoginName, gebruiker.DisplayName }.Any(naam => naam.Length >= KortsteNaam && Kaal(wachtwoord).Contains(Kaal(naam), StringComparison.OrdinalIgnoreCase))
            ? new Weigering(Gebruikercode.WachtwoordIsNaam) : null;
    }

    static string Kaal(string tekst) => string.Concat(tekst.Where(teken => !char.IsWhiteSpace(teken)));
}
