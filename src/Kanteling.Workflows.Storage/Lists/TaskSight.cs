using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;

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
        var team = sight.Team;
        return db.Tasks.Where(t => team != null && t.Assignee != null && db.Users.Any(u => u.Id == t.Assignee && u.Team == team)
            && !db.Streams.Any(s => s.Id == t.Stream && s.Kind == Zicht.Afgeschermd));
    }

    /// <summary>In a shielded stream only a name, or watching over it, brings a task to somebody, whatever its address says.</summary>
    static IQueryable<TaskRow> Allowed(KantelingDb db, Zicht sight)
    {
        var (me, watches) = (sight.Gebruiker, sight.Waakt);
        return db.Tasks.Where(t => t.Assignee == me || watches || !db.Streams.Any(s => s.Id == t.Stream && s.Kind == Zicht.Afgeschermd));
    }
}
