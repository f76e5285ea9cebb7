using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Identity;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Passwords, hashed as ASP.NET Core Identity does.</summary>
static class Wachtwoorden
{
    static readonly PasswordHasher<User> Hasher = new();

    public static readonly Wachtwoordhash Hash = new(
        wachtwoord => Hasher.HashPassword(null!, wachtwoord),
        (hash, wachtwoord) => Hasher.VerifyHashedPassword(null!, hash, wachtwoord) != PasswordVerificationResult.Failed);
}
