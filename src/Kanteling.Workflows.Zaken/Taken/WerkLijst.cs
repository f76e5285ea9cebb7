using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>What a list of tasks is asked.</summary>
/// <param name="Status">open or afgerond.</param>
/// <param name="Rol">Only tasks that are addressed to this role.</param>
/// <param name="Huishouden">Only of this household; whether it may be seen was asked before.</param>
public sealed record WerkVraag(string Status, string? Rol, string? Huishouden, Paging Paging);

/// <summary>
/// Lists of tasks. The law of this file: a row is shown only to those for whom it is (assignee, team, role) or who may
/// see its whole household; it says in a query what <see cref="Toegang"/> says of one case.
/// </summary>
public sealed class WerkLijst(OpenStorage storage, TaakBeeld beeld, Afscherming afscherming, CaseReader reader)
{
    public async Task<Lijst<TaakRegel>> VanAsync(Actor actor, WerkVraag vraag)
    {
        if (vraag.Status == "afgerond")
        {
            var closed = await storage.Lists.ClosedTasksAsync(
                new ClosedTaskQuestion(vraag.Huishouden is null ? "user:" + actor.Id : null, vraag.Huishouden), vraag.Paging);
            var zichtbaar = await ZonderAsync(actor, closed.Items);
            return new Lijst<TaakRegel>(await Task.WhenAll(zichtbaar.Select(beeld.RegelAsync)), closed.Total - (closed.Items.Length - zichtbaar.Count));
        }
        var open = await storage.Registers.ReadAsync(async db =>
        {
            var rows = vraag.Huishouden is { } huishouden ? db.TasksOf(huishouden) : Voor(actor, db, metTeam: true);
            if (vraag.Rol is { } rol)
                rows = rows.Where(t => t.Role == rol);
            return new ListPage<TaskRow>([.. await db.ListAsync(Ordered(rows).Skip(vraag.Paging.Skip).Take(vraag.Paging.Take))], await db.CountAsync(rows));
        });
        return new Lijst<TaakRegel>(await Task.WhenAll(open.Items.Select(beeld.RegelAsync)), open.Total);
    }

    /// <summary>Open tasks of one person, or of the people around that person as well: also what a colleague of the same team has in a household that this person may see.</summary>
    public async Task<IReadOnlyList<TaakRegel>> OpenAsync(Actor actor, bool metTeam, int most = 200)
    {
        var rows = await storage.Registers.ReadAsync(db => db.ListAsync(Ordered(metTeam ? Voor(actor, db, metTeam).Union(VanCollegas(actor, db)) : Voor(actor, db, metTeam)).Take(most)));
        var zichtbaar = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var stroom in rows.Where(r => r.Assignee is { } wie && wie != actor.Id).Select(r => r.Stream).Distinct())
            zichtbaar[stroom] = await reader.MagZienAsync(actor, stroom);
        return await Task.WhenAll(rows.Where(r => r.Assignee is not { } wie || wie == actor.Id || zichtbaar[r.Stream]).Select(beeld.RegelAsync));
    }

    /// <summary>How many open tasks wait for this person.</summary>
    public Task<int> AantalAsync(Actor actor) => storage.Registers.ReadAsync(db => db.CountAsync(Voor(actor, db, metTeam: false)));

    /// <summary>The open tasks of a household.</summary>
    public async Task<IReadOnlyList<TaakRegel>> VanHuishoudenAsync(string huishouden)
    {
        var rows = await storage.Registers.ReadAsync(db => db.ListAsync(Ordered(db.TasksOf(huishouden))));
        return await Task.WhenAll(rows.Select(beeld.RegelAsync));
    }

    /// <summary>What this actor closed himself in a shielded stream is left out when he is no longer in it.</summary>
    async Task<IReadOnlyList<ClosedTask>> ZonderAsync(Actor actor, IReadOnlyList<ClosedTask> closed)
    {
        var afgeschermd = await afscherming.AfgeschermdAsync(closed.Select(t => t.Stream));
        var mijn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in afgeschermd)
        {
            if (await reader.MagZienAsync(actor, stream))
                mijn.Add(stream);
        }
        return [.. closed.Where(t => !afgeschermd.Contains(t.Stream) || mijn.Contains(t.Stream))];
    }

    static IQueryable<TaskRow> Voor(Actor actor, KantelingDb db, bool metTeam)
    {
        var (me, team, roles) = (actor.Id, actor.Team, actor.Rollen.ToList());
        // In a shielded stream only a name or the role that watches over it brings a task to somebody, whatever its address says.
        var waakt = actor.Heeft(Rol.Aandachtsfunctionaris);
        var tasks = db.Tasks.Where(t => t.Assignee == me || waakt || !db.Streams.Any(s => s.Id == t.Stream && s.Kind == Afscherming.Soort));
        return metTeam
            ? tasks.Where(t => t.Assignee == me || (t.Team != null && t.Team == team) || (t.Role != null && roles.Contains(t.Role)))
            : tasks.Where(t => t.Assignee == me || (t.Assignee == null && t.Role != null && roles.Contains(t.Role)));
    }

    static IQueryable<TaskRow> VanCollegas(Actor actor, KantelingDb db)
    {
        var team = actor.Team;
        return db.Tasks.Where(t => team != null && t.Assignee != null && db.Users.Any(u => u.Id == t.Assignee && u.Team == team) && !db.Streams.Any(s => s.Id == t.Stream && s.Kind == Afscherming.Soort));
    }

    static IOrderedQueryable<TaskRow> Ordered(IQueryable<TaskRow> tasks) =>
        tasks.OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.OpenedAt).ThenBy(t => t.Stream).ThenBy(t => t.Id);
}
