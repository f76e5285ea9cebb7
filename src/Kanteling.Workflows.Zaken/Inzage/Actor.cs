using System.Collections.Immutable;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>Who asks: a person or a program that signed in.</summary>
/// <param name="Id">Id in the register of users.</param>
/// <param name="Rollen">By name, of <see cref="Inzage.Rollen"/>.</param>
public sealed record Actor(UserId Id, string Naam, ImmutableArray<string> Rollen, TeamId? Team, string? Wijk)
{
    /// <summary>A program, that signs in with a token. Whatever its roles, it never looks after accounts.</summary>
    public bool IsProgramma { get; init; }

    public static Actor Van(User gebruiker) => new(gebruiker.Id, gebruiker.DisplayName, gebruiker.Roles, gebruiker.Team, gebruiker.Wijk) { IsProgramma = gebruiker.TokenHash is not null };

    public bool Heeft(string rol) => Rollen.Contains(rol);
}

/// <summary>Roles that code knows by name. What a role may do is data (<see cref="Rollen"/>).</summary>
public static class Rol
{
    public const string Consulent = "consulent";
    public const string Kwaliteitsmedewerker = "kwaliteitsmedewerker";
    public const string Teammanager = "teammanager";
    public const string Procesontwerper = "procesontwerper";
    public const string Beheerder = "beheerder";

    /// <summary>Watches over the meldcode; sees every stream of it, and by this role no household.</summary>
    public const string Aandachtsfunctionaris = "aandachtsfunctionaris";

    /// <summary>A program that brings in meldingen, such as a web form or a telephone system.</summary>
    public const string Aanmeldpunt = "aanmeldpunt";

    /// <summary>A file of roles without one of these is not in order.</summary>
    internal static readonly ImmutableArray<string> InCode = [Consulent, Kwaliteitsmedewerker, Teammanager, Procesontwerper, Beheerder, Aandachtsfunctionaris, Aanmeldpunt];
}
