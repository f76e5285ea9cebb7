using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// When a change of rights is of two persons. The law of this file: who gets a role that he did not have, gets it of two beheerders as soon as there
/// are two; to take roles or access away one is enough; and the last beheerder stays.
/// </summary>
static class Tweedepersoon
{
    /// <summary>How many there have to be before nobody grants roles alone.</summary>
    const int Genoeg = 2;

    /// <summary>Works here, and decides on accounts. A program does not.</summary>
    public static bool IsBeheerder(User gebruiker) => gebruiker is { IsActive: true, TokenHash: null } && gebruiker.Roles.Contains(Rol.Beheerder);

    public static bool ZijnErGenoeg(IEnumerable<User> iedereen) => iedereen.Count(IsBeheerder) >= Genoeg;

    /// <summary>Whether somebody gets a role that he cannot use now: by his roles, or because he may sign in again.</summary>
    public static bool KrijgtErbij(User gebruiker, Gebruikerswijziging wijziging) =>
        (wijziging.Actief ?? gebruiker.IsActive) && (wijziging.Rollen ?? gebruiker.Roles).Except(gebruiker.IsActive ? gebruiker.Roles : []).Any();

    public static Weigering? LaatsteBeheerder(UserBook boek, User gebruiker, Gebruikerswijziging wijziging)
    {
        var blijft = (wijziging.Actief ?? gebruiker.IsActive) && (wijziging.Rollen ?? gebruiker.Roles).Contains(Rol.Beheerder);
        return IsBeheerder(gebruiker) && !blijft && !boek.Everybody.Any(u => u.Id != gebruiker.Id && IsBeheerder(u)) ? new Weigering(Gebruikercode.LaatsteBeheerder, gebruiker.LoginName) : null;
    }

    /// <summary>Somebody as he was before he was there: without any role.</summary>
    public static User Leeg(User gebruiker) => new() { Id = gebruiker.Id, LoginName = gebruiker.LoginName, DisplayName = gebruiker.DisplayName };
}

/// <summary>How a change of roles is decided, in the transaction that does it.</summary>
/// <param name="Mag">Looked at first: why not, or null.</param>
/// <param name="Leg">Writes down who decided, just before the user changes.</param>
public sealed record Rolbesluit(Func<UserBook, User, Weigering?> Mag, Action<UserBook, User> Leg)
{
    public const string Opdrachtregel = "Op de opdrachtregel.";

    /// <summary>By one person. What somebody gets is listed until a second has looked at it.</summary>
    internal static Rolbesluit Alleen(Gebruikerswijziging wijziging, ActorId door, DateTimeOffset nu, string reden = Opdrachtregel, Func<UserBook, User, Weigering?>? mag = null) => new(
        mag ?? ((_, _) => null),
        (boek, gebruiker) =>
        {
            if (Tweedepersoon.KrijgtErbij(gebruiker, wijziging))
                boek.Ask(gebruiker, wijziging.Rollen ?? gebruiker.Roles, wijziging.Actief ?? gebruiker.IsActive, reden, RoleRequest.Alone, door, nu);
        });
}
