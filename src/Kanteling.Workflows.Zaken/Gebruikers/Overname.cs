using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// Who can take over from somebody, as <see cref="Taakrecht"/> says it. The law of this file: the answer follows from roles and from open tasks where
/// nothing is shielded, never from what is shielded, so that who is offered and what then goes tell nothing of it.
/// </summary>
static class Overname
{
    /// <summary>A person with a role that does work of households.</summary>
    public static bool IsIemand(User collega, Taakrecht recht) => collega.TokenHash is null && (recht.Gewoon || recht.Afgeschermd);

    /// <summary>
    /// Whether a colleague can take what somebody's roles let him have: treat households, or do a task that he has now. Who may have shielded work hands over to
    /// nobody who may not, and who has no role any more to somebody who treats.
    /// </summary>
    /// <param name="open">How his open tasks are addressed, where nothing is shielded.</param>
    public static bool Kan(User van, User collega, IReadOnlyCollection<Taakweg> open)
    {
        var (zijn, recht) = (Rollen.Meegeleverd.Taakrecht(van.Roles), Rollen.Meegeleverd.Taakrecht(collega.Roles));
        if (!IsIemand(collega, recht) || (zijn.Afgeschermd && !recht.Afgeschermd))
            return false;
        if (zijn.Afgeschermd && !zijn.Gewoon)
            return true;
        return ((zijn.Behandelt || !zijn.Gewoon) && recht.MagBehandelen(afgeschermd: false))
            || open.Any(weg => weg.Relatie is null ? recht.Kan(weg.Rol, afgeschermd: false, weg.TeLaat) : recht.MagBehandelen(afgeschermd: false));
    }
}
