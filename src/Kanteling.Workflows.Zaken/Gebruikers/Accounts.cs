using System.Security.Cryptography;
using System.Text;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>The local accounts: people with a password, programs with a token. Of both only a hash is kept.</summary>
public sealed class Accounts(Users users, Wachtwoordhash wachtwoorden, TimeProvider werkelijk)
{
    readonly string niemand = wachtwoorden.Maak("nobody");

    /// <summary>The active user with this id, or null.</summary>
    public async Task<Actor?> VindAsync(UserId id) =>
        await users.FindActiveAsync(id) is { } gebruiker ? Actor.Van(gebruiker) : null;

    /// <summary>The program to which this token was given, or null.</summary>
    public async Task<Actor?> VanTokenAsync(string token) => await users.FindByTokenAsync(HashOf(token)) is { } gebruiker ? Actor.Van(gebruiker) : null;

    /// <summary>The active user who signs in by this name, or null.</summary>
    public Task<User?> ZoekAsync(string inlognaam) => users.FindByLoginAsync(inlognaam.Trim());

    /// <summary>Whether this is his password. Also for nobody a hash is computed, so that the time it takes tells nothing.</summary>
    public bool Klopt(User? gebruiker, string wachtwoord) =>
        wachtwoorden.Klopt(gebruiker?.PasswordHash ?? niemand, wachtwoord) && gebruiker?.PasswordHash is not null;

    /// <summary>Adds an account.</summary>
    /// <param name="wachtwoord">For a person; null for a program.</param>
    /// <param name="isAlleen">His roles were given by one person, which is written down.</param>
    /// <returns>For a program its token, which is not kept; null for a person.</returns>
    /// <exception cref="RegisterConflictException">The name is taken.</exception>
    public async Task<string?> VoegToeAsync(User gebruiker, string? wachtwoord, ActorId actor, bool isAlleen = false)
    {
        var token = wachtwoord is null ? NewToken() : null;
        gebruiker.PasswordHash = wachtwoord is null ? null : wachtwoorden.Maak(wachtwoord);
        gebruiker.TokenHash = token is null ? null : HashOf(token);
        var nu = werkelijk.GetUtcNow();
        await users.DecideAsync(boek =>
        {
            if (isAlleen && gebruiker is { IsActive: true, Roles.IsEmpty: false })
                boek.Ask(Tweedepersoon.Leeg(gebruiker), new(gebruiker.Roles, true, gebruiker.Team), Rolbesluit.Opdrachtregel, RoleRequest.Alone, actor, nu);
            boek.Add(gebruiker);
            return true;
        }, actor, nu);
        return token;
    }

    /// <summary>Gives a program another token; the old one no longer works.</summary>
    public async Task<string> VernieuwTokenAsync(UserId id, ActorId actor)
    {
        var token = NewToken();
        await users.SetTokenAsync(id, HashOf(token), actor, werkelijk.GetUtcNow());
        return token;
    }

    public Task<List<User>> AlleAsync() => users.AllAsync();

    public static string NieuwWachtwoord() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>A token for a program, which is shown once, and what is kept of it.</summary>
    internal static (string Token, string Hash) Programma()
    {
        var token = NewToken();
        return (token, HashOf(token));
    }

    static string NewToken() => "kw_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // The token is random and long, so a plain hash cannot be guessed back.
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>How a password is hashed: by the framework of the host, which keeps up with what is safe.</summary>
/// <param name="Maak">Password to hash, with a salt of its own.</param>
/// <param name="Klopt">Whether a password belongs to a hash.</param>
public sealed record Wachtwoordhash(Func<string, string> Maak, Func<string, string, bool> Klopt);
