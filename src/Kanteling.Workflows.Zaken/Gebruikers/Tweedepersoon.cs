using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// When a change of rights is of two persons. The law of this file: who gets a role or a team that he did not have, gets it of two beheerders as soon as
/// there are two; to take them or his access away one is enough, but nobody makes himself the only beheerder so; the last one stays; and who was made
/// beheerder by one person alone is no second person yet: what he agrees to stays listed.
/// </summary>
static class Tweedepersoon
{
    /// <summary>How many there have to be before nobody grants roles alone.</summary>
    const int Genoeg = 2;

    /// <summary>Works here, and decides on accounts. A program does not.</summary>
    public static bool IsBeheerder(User gebruiker) => gebruiker is { IsActive: true, TokenHash: null } && gebruiker.Roles.Contains(Rol.Beheerder);

    public static bool ZijnErGenoeg(IEnumerable<User> iedereen) => iedereen.Count(IsBeheerder) >= Genoeg;

    /// <summary>Whether somebody gets a role that he cannot use now: by his roles, or because he may sign in again; or sees with his roles what another team works on.</summary>
    public static bool KrijgtErbij(User gebruiker, Gebruikerswijziging wijziging) => Straks(gebruiker, wijziging) is { IsActive: true } straks
        && (straks.Roles.Except(gebruiker.IsActive ? gebruiker.Roles : []).Any() || (!straks.Roles.IsEmpty && straks.Team is not null && straks.Team != gebruiker.Team));

    /// <summary>Somebody as he is after a change.</summary>
    public static Standing Straks(User gebruiker, Gebruikerswijziging wijziging) => new(wijziging.Rollen ?? gebruiker.Roles, wijziging.Actief ?? gebruiker.IsActive, wijziging.TeamNa(gebruiker));

    /// <summary>Whether one person alone made him beheerder, which nobody looked at yet.</summary>
    public static bool IsOnbevestigd(UserBook boek, UserId wie) => boek.Waiting.Any(r =>
        r.UserId == wie && r is { State: RoleRequest.Alone, ToActive: true } && r.ToRoles.Contains(Rol.Beheerder) && !(r.FromActive && r.FromRoles.Contains(Rol.Beheerder)));

    public static Weigering? LaatsteBeheerder(UserBook boek, User gebruiker, Gebruikerswijziging wijziging) =>
        IsBeheerder(gebruiker) && !Blijft(gebruiker, wijziging) && !boek.Everybody.Any(u => u.Id != gebruiker.Id && IsBeheerder(u)) ? new Weigering(Gebruikercode.LaatsteBeheerder, gebruiker.LoginName) : null;

    /// <summary>With three beheerders one may take away another; of two, only who owns the machine, or one whom nobody confirmed yet.</summary>
    public static Weigering? EnigeBeheerder(UserBook boek, User gebruiker, Gebruikerswijziging wijziging) =>
        !Blijft(gebruiker, wijziging) && IsBeheerder(gebruiker) && !IsOnbevestigd(boek, gebruiker.Id) && boek.Everybody.Count(IsBeheerder) == Genoeg ? new Weigering(Gebruikercode.EenNaLaatsteBeheerder, gebruiker.LoginName) : null;

    static bool Blijft(User gebruiker, Gebruikerswijziging wijziging) => Straks(gebruiker, wijziging) is { IsActive: true } straks && straks.Roles.Contains(Rol.Beheerder);

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
                boek.Ask(gebruiker, Tweedepersoon.Straks(gebruiker, wijziging), reden, RoleRequest.Alone, door, nu);
        });
}
