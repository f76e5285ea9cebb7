namespace Kanteling.Workflows.Casework.Inzage;

/// <summary>A way in which open tasks are addressed; many tasks share one.</summary>
/// <param name="Medewerker">Who has it: by name, or because he holds the relation.</param>
/// <param name="Team">That it is for, or that holds the relation.</param>
/// <param name="TeLaat">It went to somebody else because it was late.</param>
/// <param name="Afgeschermd">It is in a shielded stream.</param>
public sealed record Taakweg(UserId? Medewerker, string? Relatie, string? Rol, TeamId? Team, bool TeLaat, bool Afgeschermd);

/// <summary>Why nobody can see a task and do it.</summary>
public enum Stilstandreden
{
    /// <summary>Who has it is not there any more.</summary>
    MedewerkerWeg,

    /// <summary>Who has it has no role with which he can do it.</summary>
    MedewerkerZonderRol,

    /// <summary>Nobody who is active has its role, or sees what is shielded.</summary>
    RolVanNiemand,

    /// <summary>Nobody who is active in the team does tasks.</summary>
    TeamZonderMensen,

    /// <summary>Nobody holds the relation, and no team does.</summary>
    RelatieVanNiemand,
}

/// <summary>
/// Tasks that stand still. The law of this file: it is computed from what is open and who works here, stores nothing, and asks
/// <see cref="Taakrecht"/> what somebody can do. An incident is something else: that is what a step raised.
/// </summary>
public static class Stilstand
{
    /// <summary>Why nobody can do what is addressed so; null when somebody can.</summary>
    /// <param name="actief">Everybody who works here now.</param>
    public static Stilstandreden? Van(Taakweg weg, IReadOnlyCollection<Medewerker> actief) => weg switch
    {
        { Medewerker: { } wie } => actief.FirstOrDefault(m => m.Id == wie) is not { } medewerker ? Stilstandreden.MedewerkerWeg
            : medewerker.Recht.Kan(weg.Rol, weg.Afgeschermd, weg.TeLaat) ? null : Stilstandreden.MedewerkerZonderRol,
        { Rol: { } rol } => actief.Any(m => m.Recht.VoorRollen.Contains(rol) && Ziet(m, weg)) ? null : Stilstandreden.RolVanNiemand,
        { Team: { } team } => actief.Any(m => m.Team == team && Ziet(m, weg)) ? null : Stilstandreden.TeamZonderMensen,
        _ => Stilstandreden.RelatieVanNiemand,
    };

    /// <summary>In a shielded stream a role or a team brings a task to nobody but those who watch over all of them.</summary>
    static bool Ziet(Medewerker medewerker, Taakweg weg) => medewerker.Recht.Mag(weg.Afgeschermd) && (!weg.Afgeschermd || medewerker.Recht.Waakt);
}
