using System.Security.Cryptography;
using System.Text;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>The local accounts: people with a password, programs with a token. Of both only a hash is kept.</summary>
public sealed class Accounts(Users users, Wachtwoordhash wachtwoorden, TimeProvider real)
{
    readonly string nobody = wachtwoorden.Maak("nobody");

    /// <summary>The active user with this id, or null.</summary>
    public async Task<Actor?> VindAsync(string id) =>
        await users.FindActiveAsync(id) is { } user ? Actor.Van(user) : null;

    /// <summary>The program to which this token was given, or null.</summary>
    public async Task<Actor?> VanTokenAsync(string token) => await users.FindByTokenAsync(HashOf(token)) is { } user ? Actor.Van(user) : null;

    /// <summary>Who has this name and password; null when nobody has, without saying which of the two was wrong.</summary>
    public async Task<Actor?> ControleerAsync(string loginName, string password)
    {
        var user = await users.FindByLoginAsync(loginName.Trim());
        // Also for an unknown name a hash is computed, so that the time it takes tells nothing.
        var klopt = wachtwoorden.Klopt(user?.PasswordHash ?? nobody, password);
        return user?.PasswordHash is not null && klopt ? Actor.Van(user) : null;
    }

    /// <summary>Adds an account.</summary>
    /// <param name="password">For a person; null for a program.</param>
    /// <returns>For a program its token, which is not kept; null for a person.</returns>
    /// <exception cref="RegisterConflictException">The name is taken.</exception>
    public async Task<string?> VoegToeAsync(User user, string? password, string actor)
    {
        var token = password is null ? NewToken() : null;
        user.PasswordHash = password is null ? null : wachtwoorden.Maak(password);
        user.TokenHash = token is null ? null : HashOf(token);
        await users.AddAsync(user, actor, real.GetUtcNow());
        return token;
    }

    /// <summary>Gives a program another token; the old one no longer works.</summary>
    public async Task<string> VernieuwTokenAsync(string id, string actor)
    {
        var token = NewToken();
        await users.SetTokenAsync(id, HashOf(token), actor, real.GetUtcNow());
        return token;
    }

    public Task<List<User>> AlleAsync() => users.AllAsync();

    public static string NieuwWachtwoord() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    static string NewToken() => "kw_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // The token is random and long, so a plain hash cannot be guessed back.
    static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>How a password is hashed: by the framework of the host, which keeps up with what is safe.</summary>
/// <param name="Maak">Password to hash, with a salt of its own.</param>
/// <param name="Klopt">Whether a password belongs to a hash.</param>
public sealed record Wachtwoordhash(Func<string, string> Maak, Func<string, string, bool> Klopt);
