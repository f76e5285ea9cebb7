using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Lists;

/// <summary>A <see cref="Zicht"/> as conditions on the rows of open tasks.</summary>
static class TaskSight
{
    public static IQueryable<TaskRow> Seen(KantelingDb db, Zicht sight, Kring around) => around switch
    {
        Kring.Eigen => Waiting(db, sight),
        Kring.MetTeam => Addressed(db, sight),
        _ => Addressed(db, sight).Union(OfColleagues(db, sight)),
    };

    /// <summary>To this person by name, by role or by team, whoever has it.</summary>
    public static IQueryable<TaskRow> Addressed(KantelingDb db, Zicht sight)
    {
        var (me, team, roles) = (sight.Gebruiker, sight.Team, sight.Rollen.ToList());
        return Allowed(db, sight).Where(t => t.Assignee == me || (t.Team != null && t.Team == team) || (t.Role != null && roles.Contains(t.Role)));
    }

    static IQueryable<TaskRow> Waiting(KantelingDb db, Zicht sight)
    {
        var (me, roles) = (sight.Gebruiker, sight.Rollen.ToList());
        return Allowed(db, sight).Where(t => t.Assignee == me || (t.Assignee == null && t.Role != null && roles.Contains(t.Role)));
    }

    static IQueryable<TaskRow> OfColleagues(KantelingDb db, Zicht sight)
    {
        var (sees, team) = (sight.ZietGewoon, sight.Team);
        return Open(db, shielded: false).Where(t => sees && team != null && t.Assignee != null && db.Users.Any(u => u.Id == t.Assignee && u.Team == team));
    }

    /// <summary>In a shielded stream only a name, or watching over it, brings a task to somebody, whatever its address says.</summary>
    static IQueryable<TaskRow> Allowed(KantelingDb db, Zicht sight)
    {
        var (me, named, watches) = (sight.Gebruiker, sight.ZietAfgeschermdOpNaam, sight.Waakt);
        return sight.ZietGewoon
            ? db.Tasks.Where(t => watches || (named && t.Assignee == me) || !db.Streams.Any(s => s.Id == t.Stream && s.Kind == Zicht.Afgeschermd))
            : Open(db, shielded: true).Where(t => watches || (named && t.Assignee == me));
    }

    /// <summary>Every way in which open tasks are addressed, with how many there are.</summary>
    public static async Task<List<(Taakweg Way, int Count)>> WaysAsync(KantelingDb db)
    {
        var ways = new List<(Taakweg, int)>();
        foreach (var shielded in (bool[])[false, true])
        {
            var groups = await Open(db, shielded).GroupBy(t => new { t.Assignee, t.Relation, t.Role, t.Team, t.IsEscalated }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
            ways.AddRange(groups.Select(g => (new Taakweg(g.Key.Assignee, g.Key.Relation, g.Key.Role, g.Key.Team, g.Key.IsEscalated, shielded), g.Count)));
        }
        return ways;
    }

    public static IQueryable<TaskRow> OfWay(KantelingDb db, Taakweg way)
    {
        var (assignee, relation, role, team, late) = (way.Medewerker, way.Relatie, way.Rol, way.Team, way.TeLaat);
        return Open(db, way.Afgeschermd).Where(t => t.Assignee == assignee && t.Relation == relation && t.Role == role && t.Team == team && t.IsEscalated == late);
    }

    static IQueryable<TaskRow> Open(KantelingDb db, bool shielded) => db.Tasks.Where(t => db.Streams.Any(s => s.Id == t.Stream && s.Kind == Zicht.Afgeschermd) == shielded);
}
